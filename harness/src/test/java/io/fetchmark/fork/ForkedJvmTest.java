package io.fetchmark.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
final class ForkedJvmTest {

    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    @Test
    void messagesAndLogAreToldApart() throws Exception {
        try (ForkedJvm child = ForkedJvm.start(TalkingChild.launch(), log::add)) {
            child.send("log 2");
            child.send("say hello – ü");
            assertThat(child.receive()).hasValue("hello – ü");
            assertThat(log).containsExactly("line 1", "line 2");
            child.send("variable FETCHMARK_TEST");
            assertThat(child.receive()).hasValue("a variable");
        }
    }

    @Test
    void whatAnAgentPrintsWithoutALineEndSwallowsNoMessage() throws Exception {
        String agent = "-javaagent:" + ChattyAgent.jar(folder);
        try (ForkedJvm child = ForkedJvm.start(TalkingChild.launch(agent), log::add)) {
            String filling = "–".repeat(3_000);
            for (int i = 0; i < 300; i++) {
                child.send("say " + i + filling);
                assertThat(child.receive()).hasValue(i + filling);
            }
        }
        assertThat(String.join("", log))
                .contains("agent out")
                .contains("agent err")
                .contains("@fetchmark 1");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void noVariableOfTheEnvironmentBreaksAJvmOrDecidesItsCollectorAndHeap(Jdk jdk) throws Exception {
        Map<String, String> environment = Map.of(
                "JAVA_TOOL_OPTIONS", "-XX:+UseG1GC -Xms1g -Dgreeting='two words' -agentlib:jdwp=address=1",
                "JDK_JAVA_OPTIONS", "-XX:+UseParallelGC -Xshare:off",
                "_JAVA_OPTIONS", "-XX:+UseZGC -Xmx2g");
        Launch launch = TalkingChild.launch(jdk, environment, "-XX:+UseSerialGC", "-Xmx64m");
        try (ForkedJvm child = ForkedJvm.start(launch, log::add)) {
            child.send("collector ");
            assertThat(child.receive()).hasValue("Copy,MarkSweepCompact");
            child.send("heap ");
            assertThat(child.receive().map(Integer::parseInt))
                    .hasValueSatisfying(mebibytes -> assertThat(mebibytes).isBetween(32, 64));
            child.send("property greeting");
            assertThat(child.receive()).hasValue("two words");
            assertThat(log).as("what the JVM says of variables").isEmpty();
        }
    }

    static Stream<Jdk> jdks() {
        return Stream.concat(
                Stream.of(Jdk.running()), Jdk.search(Jdk.running().feature() + 1, System.getenv()).stream());
    }

    @Test
    void onlyTheLastLinesOfTheLogAreKept() throws Exception {
        try (ForkedJvm child = ForkedJvm.start(TalkingChild.launch(), log::add)) {
            child.send("log 1000");
            child.send("say done");
            child.receive();
            assertThat(child.tail().lines()).hasSize(40).startsWith("line 961").endsWith("line 1000");
        }
    }

    @Test
    void theEndOfTheChildIsSeenAgainAndAgain() throws Exception {
        try (ForkedJvm child = ForkedJvm.start(TalkingChild.launch(), log::add)) {
            child.send("exit 5");
            assertThat(child.receive()).isEmpty();
            assertThat(child.receive()).isEmpty();
            assertThat(child.exitStatus()).isEqualTo(5);
            assertThat(child.isAlive()).isFalse();
        }
    }

    @Test
    void aJvmThatCannotStartSaysWhy() throws Exception {
        try (ForkedJvm child = ForkedJvm.start(TalkingChild.launch("-XX:+NoSuchOption"), log::add)) {
            assertThat(child.receive()).isEmpty();
            assertThat(child.exitStatus()).isEqualTo(1);
            assertThat(child.tail()).contains("NoSuchOption");
        }
    }

    @Test
    void closingEndsAChildThatIsBusy() throws Exception {
        ForkedJvm child = ForkedJvm.start(TalkingChild.launch(), log::add);
        child.send("wait ");
        assertThat(child.receive()).hasValue("waiting");
        child.close();
        assertThat(child.isAlive()).isFalse();
        assertThat(child.exitStatus()).isEqualTo(7);
        assertThatThrownBy(() -> child.send("say more")).isInstanceOf(IOException.class);
    }

    @Test
    void aKilledChildIsSeen() throws Exception {
        try (ForkedJvm child = ForkedJvm.start(TalkingChild.launch(), log::add)) {
            child.send("wait ");
            child.receive();
            assertThat(kill(child.pid())).isTrue();
            assertThat(child.receive()).isEmpty();
            assertThat(child.exitStatus()).isNotZero();
        }
    }

    @Test
    void theChildOfAKilledParentEnds() throws Exception {
        try (ForkedJvm parent = ForkedJvm.start(TalkingChild.launch(), log::add)) {
            parent.send("fork ");
            ProcessHandle grandchild = ProcessHandle.of(
                            Long.parseLong(parent.receive().orElseThrow()))
                    .orElseThrow();
            assertThat(grandchild.isAlive()).isTrue();
            assertThat(kill(parent.pid())).isTrue();
            ProcessHandle ended = grandchild.onExit().get(20, TimeUnit.SECONDS);
            assertThat(ended.isAlive()).isFalse();
        }
    }

    @Test
    void aJvmInASessionOfItsOwnIsOfNoGroupButItsOwn() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setsid")), "SKIPPED: no setsid on this machine");
        try (ForkedJvm child = ForkedJvm.start(TalkingChild.launch().inOwnSession(), log::add)) {
            child.send("say up");
            assertThat(child.receive()).hasValue("up");
            String stat = Files.readString(Path.of("/proc/" + child.pid() + "/stat"));
            // State, parent, process group, session: see proc(5).
            String own = String.valueOf(child.pid());
            assertThat(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[2])
                    .isEqualTo(own);
            assertThat(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3])
                    .isEqualTo(own);
        }
    }

    /** On Unix this is SIGKILL. */
    private static boolean kill(long pid) {
        return ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
}

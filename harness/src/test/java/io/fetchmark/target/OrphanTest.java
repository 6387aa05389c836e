package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fetchmark.fork.Jdk;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.RuntimeChoice;
import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A target does not outlive those that wanted it, however they end. */
final class OrphanTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @BeforeEach
    void assumeEngine() {
        Docker.assumeEngine();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "KILL"})
    void containerGoesWithTheJvmThatWantedIt(String signal) throws Exception {
        Process parent = parent();
        ProcessHandle owner = awaitReady(parent);
        try {
            signal(signal, parent.toHandle());
            assertNothingIsLeft(owner);
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void containerGoesWhenTheWholeProcessGroupOfTheJvmThatWantedItIsKilled() throws Exception {
        assumeThat(Docker.succeeds("setsid", "true")).as("SKIPPED: no setsid").isTrue();
        Process parent = parent("setsid");
        ProcessHandle owner = awaitReady(parent);
        try {
            Docker.run("kill", "-KILL", "--", "-" + parent.pid());
            assertNothingIsLeft(owner);
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void containerGoesWithTheJvmThatOwnsIt() throws Exception {
        Process parent = parent();
        ProcessHandle owner = awaitReady(parent);
        try {
            signal("TERM", owner);
            assertNothingIsLeft(owner);
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void containerOfAnOwnerThatIsKilledIsRemovedByAnotherProcessAndTheUserIsTold() throws Exception {
        List<String> warnings = new CopyOnWriteArrayList<>();
        ProcessHandle owner;
        try (TargetHost host = Hosts.host(Map.of(), warnings::add, HostPatience.USUAL)) {
            Target target =
                    host.start(Hosts.order(ContainerSpec.of(Docker.image(), 80), RuntimeChoice.DOCKER, directory));
            assertThat(target.death()).isNotDone();
            owner = ProcessHandle.of(host.pid().orElseThrow()).orElseThrow();
            signal("KILL", owner);
            await(() -> target.death().isDone() ? List.of(true) : List.of(), "the end of the owning JVM");
        }
        assertNothingIsLeft(owner);
        assertThat(warnings)
                .containsExactly("process " + owner.pid()
                        + ", which owned the target, ended before it had removed it; another process has removed it");
    }

    @Test
    void whatIsLeftOfJvmsThatAreBothKilledIsSweptByTheNextOne() throws Exception {
        Process parent = parent();
        ProcessHandle owner = awaitReady(parent);
        try {
            // Stopped, so that it does not see its parent go.
            signal("STOP", owner);
            signal("KILL", parent.toHandle());
            signal("KILL", owner);
            await(() -> owner.isAlive() ? List.of() : List.of(true), "the end of the owning JVM");
            assertThat(Docker.count("container", owner.pid())).isEqualTo(2);
            Process next = parent();
            try {
                awaitReady(next);
                assertNothingIsLeft(owner);
            } finally {
                next.destroy();
            }
            Leftovers.awaitNone();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void nothingIsLeftOfAStartThatIsBrokenOff() throws Exception {
        Process parent = parent();
        try {
            ProcessHandle owner = await(() -> parent.toHandle().children().toList(), "the owning JVM")
                    .get(0);
            await(() -> Docker.containers(owner.pid()), "a container, ready or not");
            signal("KILL", parent.toHandle());
            assertNothingIsLeft(owner);
        } finally {
            parent.destroyForcibly();
        }
    }

    /** @param before words of a command that starts another */
    private Process parent(String... before) throws Exception {
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(List.of(
                Jdk.running().executable().toString(),
                "-cp",
                Hosts.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                OwnerMain.class.getName(),
                directory.toString(),
                Docker.image()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static ProcessHandle awaitReady(Process parent) throws Exception {
        BufferedReader lines = parent.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.startsWith("READY ")) {
            System.out.println("parent: " + line);
            line = lines.readLine();
        }
        assertThat(line).as("what the parent says").isNotNull();
        ProcessHandle owner = parent.toHandle().children().findFirst().orElseThrow();
        assertThat(Docker.count("container", owner.pid())).isEqualTo(2);
        assertThat(Docker.count("network", owner.pid())).isEqualTo(1);
        assertThat(Docker.count("volume", owner.pid())).isEqualTo(2);
        return owner;
    }

    private static void signal(String signal, ProcessHandle process) {
        Docker.run("kill", "-" + signal, String.valueOf(process.pid()));
    }

    private static void assertNothingIsLeft(ProcessHandle owner) throws InterruptedException {
        await(() -> owner.isAlive() ? List.of() : List.of(true), "the end of the owning JVM");
        for (String kind : List.of("container", "network", "volume")) {
            assertThat(Docker.count(kind, owner.pid())).as(kind).isZero();
        }
    }

    private static <T> List<T> await(java.util.function.Supplier<List<T>> question, String what)
            throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            List<T> answer = question.get();
            if (!answer.isEmpty()) {
                return answer;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no " + what + " within " + PATIENCE);
    }
}

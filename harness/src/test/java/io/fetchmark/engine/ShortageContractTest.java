package io.fetchmark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fetchmark.measure.Shortage;
import io.fetchmark.plan.Client;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every client must make of running short of files and ports: nothing that the target is to answer for. */
@ParameterizedClass
@EnumSource(
        value = Client.class,
        names = {"THREADS", "VIRTUAL_THREADS", "ASYNC", "EVENT_LOOP"})
@Timeout(120)
final class ShortageContractTest {

    @TempDir
    private Path directory;

    private final EngineProbe probe;

    ShortageContractTest(Client client) {
        this.probe = new EngineProbe(client);
    }

    @BeforeEach
    void skipWhatThisJavaLacks() {
        probe.assumeAvailable();
    }

    @Test
    void anOpenFileThatCannotBeHadIsCountedApart() throws Exception {
        try (RawServer server = new RawServer(RawServer.answer(200, "hello"))) {
            List<String> said = run("ulimit -n 100 && exec \"$@\"", List.of("sh"), server.address(), 200);
            assertThat(said).contains("failed 0");
            assertThat(said).anyMatch(line -> line.startsWith(Shortage.OPEN_FILES + " "));
        }
    }

    @Test
    void aLocalPortThatCannotBeHadIsCountedApart() throws Exception {
        String narrow = "ip link set lo up && echo 40000 40031 >/proc/sys/net/ipv4/ip_local_port_range";
        Process possible = new ProcessBuilder("unshare", "-n", "sh", "-c", narrow)
                .inheritIO()
                .start();
        assumeTrue(possible.waitFor() == 0, "needs the right to make a network of its own");
        List<String> said =
                run(narrow + " && exec \"$@\"", List.of("unshare", "-n", "sh"), URI.create("http://127.0.0.1:0"), 100);
        assertThat(said).contains("failed 0");
        assertThat(said).anyMatch(line -> line.startsWith(Shortage.LOCAL_PORTS + " "));
    }

    /** What a JVM says that runs the client under a shell's limits. */
    private List<String> run(String script, List<String> shell, URI target, int concurrency) throws Exception {
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of("-c", script, "sh"));
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Djdk.httpclient.redirects.retrylimit=1",
                "-Djdk.httpclient.enableAllMethodRetry=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ShortageMain.class.getName(),
                probe.client().name(),
                target.toString(),
                Integer.toString(concurrency)));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("has ended").isTrue();
            List<String> lines = Files.readAllLines(output);
            assertThat(process.exitValue()).as("%s", lines).isZero();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }
}

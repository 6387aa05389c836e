package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.command.InspectContainerResponse;
import io.fetchmark.engine.RawServer;
import io.fetchmark.plan.Readiness;
import io.fetchmark.result.NetworkPath;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.WaitStrategyTarget;

/** What is said of a container that is not ready in time is true. */
@Timeout(60)
final class ReadyWaitTest {

    private static final Readiness READY = Readiness.ROOT.within(Duration.ofSeconds(1));

    @TempDir
    Path directory;

    @Test
    void aPortWhereNobodyListensIsToldWithWhatHappened() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(message(new PathCheck(Probe.any()), port, () -> true))
                .startsWith("runs, but does not answer at its port " + port + " by loopback within 1s (loopback:"
                        + " no connection; the image says that it uses 80/tcp): correct <port>");
    }

    @Test
    void aServerThatHangsIsNotCalledAbsent() throws Exception {
        try (RawServer server = new RawServer(RawServer.nothing())) {
            int port = server.address().getPort();
            assertThat(message(new PathCheck(Probe.any()), port, () -> true))
                    .startsWith("takes connections at its port " + port
                            + ", but has not answered / within 1s: see whether it hangs, correct <ready> or <port>");
        }
    }

    @Test
    void whatThisMachineLacksIsNotTheContainers() throws Exception {
        assertThat(message(new Lacking(), 80, () -> true))
                .startsWith("runs, but this machine cannot connect to it (Too many open files")
                .contains("ulimit -n")
                .doesNotContain("correct <port>");
    }

    @Test
    void anEngineThatIsGoneIsNotTheContainersFault() throws Exception {
        assertThat(message(new PathCheck(Probe.any()), 80, () -> {
                    throw new IllegalStateException(new IOException("Connection refused"));
                }))
                .startsWith("could not be waited for, as the engine no longer answers (")
                .contains("Connection refused): see whether it runs")
                .doesNotContain("port");
    }

    @Test
    void aBodyThatComesDropByDropIsNotWaitedFor() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";
        try (RawServer server = new RawServer(RawServer.thenForEver(head, "x", 200))) {
            assertThat(Probe.any().succeeds(server.address())).isTrue();
            assertThat(Probe.forToken("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx").succeeds(server.address()))
                    .isFalse();
        }
    }

    private String message(ReadyCheck check, int port, BooleanSupplier runs) throws IOException {
        ReadyWait wait = new ReadyWait(check, List.of(NetworkPath.LOOPBACK), port, READY.timeout());
        assertThatThrownBy(() -> wait.waitUntilReady(new Container(runs))).isInstanceOf(ContainerLaunchException.class);
        TargetImage image = new TargetImage("acme/shop", "id", Optional.empty(), List.of("80/tcp"));
        TargetLog log = new TargetLog(directory, "target.log");
        return new Unreadiness(image, OptionalInt.of(port), READY, log).of(Optional.empty(), wait);
    }

    /** A check for which this machine has no files. */
    private static final class Lacking implements ReadyCheck {
        @Override
        public boolean passes(Candidate way) {
            return false;
        }

        @Override
        public Map<NetworkPath, CheckFailure> failures() {
            return Map.of(NetworkPath.LOOPBACK, CheckFailure.of(new SocketException("Too many open files")));
        }
    }

    private record Container(BooleanSupplier runs) implements WaitStrategyTarget {
        @Override
        public boolean isRunning() {
            return runs.getAsBoolean();
        }

        @Override
        public List<Integer> getExposedPorts() {
            return List.of();
        }

        @Override
        public InspectContainerResponse getContainerInfo() {
            throw new IllegalStateException("is of no engine");
        }
    }
}

package io.fetchmark.target;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.RuntimeChoice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told where a jar cannot be had as a process, or is not what answers. */
final class JarProcessFailureTest {

    @TempDir
    Path directory;

    private final Ownership ownership = new Ownership();
    private Path jar;
    private int port;

    @BeforeEach
    void makeJar() throws IOException {
        jar = Shop.jar(directory);
        port = Shop.freePort();
    }

    @AfterEach
    void giveUp() {
        ownership.giveUp();
    }

    @Test
    void withoutAnEngineDockerFailsAndSaysWhatElseThereIs() {
        JarSpec spec = shop("serve", String.valueOf(port));
        assertThatThrownBy(() -> Hosts.start(Hosts.order(spec, RuntimeChoice.DOCKER, directory), Hosts.NO_ENGINE))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("no Docker engine answers at DOCKER_HOST=unix:///nonexistent/docker.sock")
                .hasMessageContaining("apt-get install docker.io")
                .hasMessageContaining("-Dfetchmark.runtime=process");
    }

    @Test
    void aJarThatIsNotThereOrCannotBeRunIsTold() throws Exception {
        JarSpec missing = JarSpec.of(directory.resolve("gone.jar"), port);
        assertThatThrownBy(() -> Hosts.order(missing, RuntimeChoice.EMBEDDED, directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be auto, docker or process with <jar>");
        assertThatThrownBy(() -> begin(missing))
                .isInstanceOf(TargetFailure.class)
                .hasMessage(
                        "<jar><file>: must be a jar that is there when the goal runs (the phase package makes that of"
                                + " a module), was " + missing.file());
    }

    @Test
    void anEarlyEndIsToldWithItsStatusAndLastLines() {
        assertThatThrownBy(() -> begin(shop("end", "3")))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("the process of shop.jar ended with exit status 3 instead of serving")
                .hasMessageContaining("the shop does end 3")
                .hasMessageContaining("target.log");
        assertThatThrownBy(() -> begin(shop("return")))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("exit status 0 instead of serving (its main method must not end")
                .hasMessageContaining("nothing to sell");
        assertThatThrownBy(() -> begin(shop("end", "3").running(List.of("-XX:NoSuchFlag"), List.of())))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("NoSuchFlag");
    }

    @Test
    void aWrongPortIsToldWithThatOfTheProcess() throws IOException {
        int other = Shop.freePort();
        JarSpec spec = shop("serve", String.valueOf(other));
        JarSpec brief = spec.in(spec.container().ready(Readiness.ROOT.within(Duration.ofSeconds(8))));
        assertThatThrownBy(() -> begin(brief))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining(
                        "the process of shop.jar runs, but does not answer at port " + port + " within 8s")
                .hasMessageContaining(Files.isDirectory(Path.of("/proc")) ? "it listens at port " + other : "<port>");
    }

    @Test
    void anotherStatusThanThatOfReadinessIsTold() {
        JarSpec spec = shop("serve", String.valueOf(port));
        JarSpec brief = spec.in(spec.container().ready(Readiness.of("/health").within(Duration.ofSeconds(8))));
        assertThatThrownBy(() -> begin(brief))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("answers /health with status 404, and not with 200 to 399 within 8s")
                .hasMessageContaining("the shop does serve");
    }

    @Test
    void aPortThatIsTakenIsToldAndItsOwnerNotTakenForTheTarget() throws Exception {
        HttpServer stranger = stranger();
        try {
            assertThatThrownBy(() -> begin(shop("serve", String.valueOf(port))))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessageContaining(
                            "port " + port + " of this machine, where shop.jar is to answer as a process, is"
                                    + " taken by another program")
                    .hasMessageContaining("-Dfetchmark.runtime=docker");
        } finally {
            stranger.stop(0);
        }
    }

    @Test
    void whoTakesThePortInItsPlaceIsNotTakenForTheTarget() throws Exception {
        assumeThat(Path.of("/proc/self/net/tcp"))
                .as("SKIPPED: this system does not say who listens")
                .exists();
        CompletableFuture<String> starting = CompletableFuture.supplyAsync(() -> {
            try {
                return "started at " + begin(shop("serve", "0")).facts().url();
            } catch (TargetFailure | IOException | InterruptedException e) {
                return String.valueOf(e.getMessage());
            } finally {
                // Before the thread ends, with which the process would.
                ownership.giveUp();
            }
        });
        Path log = directory.resolve("target.log");
        while (!starting.isDone()
                && !(Files.exists(log) && Files.readString(log).contains("the shop does"))) {
            Thread.sleep(5);
        }
        HttpServer stranger = stranger();
        try {
            assertThat(starting.get(60, SECONDS))
                    .contains("what answers at port " + port + " of this machine is not shop.jar, which listens at ")
                    .contains("correct <port>");
        } finally {
            stranger.stop(0);
        }
    }

    /** What answers anything with 200, at the port that the jar is to have. */
    private HttpServer stranger() throws IOException {
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        stranger.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        stranger.start();
        return stranger;
    }

    private JarSpec shop(String... arguments) {
        return new JarSpec(
                jar,
                Optional.of("acme:shop:1.0.0"),
                List.of("-Xmx32m"),
                List.of(arguments),
                ContainerSpec.of(JarSpec.DEFAULT_IMAGE, port));
    }

    /** In this JVM, which is faster than one that owns the target. */
    private StartedTarget begin(JarSpec spec) throws TargetFailure, IOException, InterruptedException {
        TargetOrder order = Hosts.order(spec, RuntimeChoice.PROCESS, directory);
        return new JarProcess(spec, order, ownership, new TargetLog(order)).start(List.of());
    }
}

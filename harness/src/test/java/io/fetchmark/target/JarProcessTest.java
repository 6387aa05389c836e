package io.fetchmark.target;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import io.fetchmark.fork.CpuSet;
import io.fetchmark.fork.Jdk;
import io.fetchmark.fork.Launch;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.plan.MemorySize;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar as a process of this machine, with no engine to be seen. */
final class JarProcessTest {

    @TempDir
    Path directory;

    private Path jar;
    private int port;

    @BeforeEach
    void makeJar() throws IOException {
        jar = Shop.jar(directory);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @Test
    void itServesUntilItIsClosed() throws Exception {
        JarSpec spec = shop("serve", String.valueOf(port), "a b");
        ProcessHandle process;
        try (Hosted host = start(spec)) {
            TargetFacts facts = host.facts();
            assertThat(facts.kind()).isEqualTo("jar");
            assertThat(facts.runtime()).isEqualTo(TargetRuntime.PROCESS);
            assertThat(facts.networkPath()).isEqualTo(NetworkPath.LOOPBACK);
            assertThat(facts.image()).isEmpty();
            assertThat(facts.warnings()).isEmpty();
            assertThat(facts.jar().orElseThrow()).satisfies(jarFacts -> {
                assertThat(jarFacts.file()).isEqualTo("shop.jar");
                assertThat(jarFacts.sha256()).hasSize(64);
                assertThat(jarFacts.artifact()).contains("acme:shop:1.0.0");
                assertThat(jarFacts.java()).contains(Runtime.version().toString());
            });
            assertThat(Hosts.get(facts.url(), "/").body()).isEqualTo("good day");
            process = child(host);
            assertThat(process.info().commandLine().orElse("")).contains("io.fetchmark=", "shop.jar");
            try (TargetMeter meter = host.meter()) {
                assertThat(meter.used(Instant.now(), true)).isPresent();
            }
        }
        assertThat(process.isAlive()).isFalse();
        assertThat(directory.resolve("target.log")).content().contains("the shop does serve");
    }

    @Test
    void itIsGivenItsArgumentsOptionsAndEnvironment() throws Exception {
        JarSpec spec = shop("serve", String.valueOf(port), "a b").running(List.of("-Dshop.option=x y"), List.of());
        spec = spec.running(spec.jvmOptions(), List.of("serve", String.valueOf(port), "a b"));
        spec = spec.in(spec.container().running(Map.of("SHOP_WORD", "hush hush"), List.of()));
        try (Hosted host = start(spec)) {
            assertThat(Hosts.get(host.facts().url(), "/given").body())
                    .isEqualTo("serve|" + port + "|a b|hush hush|x y|null");
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.filter(file -> !file.equals(jar)))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("hush hush"));
        }
    }

    @Test
    void itIsHeldToItsCpus() throws Exception {
        assumeThat(Launch.canPin() && CpuSet.allowed().isPresent())
                .as("SKIPPED: no taskset on this machine")
                .isTrue();
        CpuSet cpus = CpuSet.allowed().orElseThrow().secondHalf();
        TargetOrder order = new TargetOrder(
                shop("serve", String.valueOf(port)), RuntimeChoice.PROCESS, directory, Optional.of(cpus));
        try (Hosted host = Hosts.start(order, Hosts.NO_ENGINE)) {
            assertThat(host.facts().cpus()).contains(cpus.toString());
            assertThat(Files.readString(Path.of("/proc/" + child(host).pid() + "/status")))
                    .containsPattern("Cpus_allowed_list:\\s+" + cpus + "\n");
        }
    }

    @Test
    void withoutAnEngineAutoIsAProcessAndSaysSo() throws Exception {
        JarSpec spec = shop("serve", String.valueOf(port));
        spec = spec.in(spec.container().atMost(OptionalDouble.of(1), Optional.of(MemorySize.parse("64m"))));
        try (Hosted host = Hosts.start(Hosts.order(spec, RuntimeChoice.AUTO, directory), Hosts.NO_ENGINE)) {
            assertThat(host.facts().runtime()).isEqualTo(TargetRuntime.PROCESS);
            assertThat(host.facts().warnings())
                    .satisfiesExactly(
                            warning -> assertThat(warning)
                                    .contains("no Docker engine answers at DOCKER_HOST=unix:///nonexistent/docker.sock")
                                    .contains("shop.jar ran as a process")
                                    .contains("not comparable with those of a container"),
                            warning -> assertThat(warning).contains("<cpus> and <memory> do not hold"));
        }
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
        assertThatThrownBy(() -> start(missing))
                .isInstanceOf(TargetFailure.class)
                .hasMessage(
                        "<jar><file>: must be a jar that is there when the goal runs (the phase package makes that of"
                                + " a module), was " + missing.file());
    }

    @Test
    void anEarlyEndIsToldWithItsStatusAndLastLines() {
        assertThatThrownBy(() -> start(shop("end", "3")))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("the process of shop.jar ended with exit status 3 instead of serving")
                .hasMessageContaining("the shop does end 3")
                .hasMessageContaining("target.log");
        assertThatThrownBy(() -> start(shop("return")))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("exit status 0 instead of serving (its main method must not end")
                .hasMessageContaining("nothing to sell");
        assertThatThrownBy(() -> start(shop("end", "3").running(List.of("-XX:NoSuchFlag"), List.of())))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("NoSuchFlag");
    }

    @Test
    void aWrongPortIsToldWithThatOfTheProcess() throws IOException {
        int other;
        try (ServerSocket free = new ServerSocket(0)) {
            other = free.getLocalPort();
        }
        JarSpec spec = shop("serve", String.valueOf(other));
        JarSpec brief = spec.in(spec.container().ready(Readiness.ROOT.within(Duration.ofSeconds(4))));
        assertThatThrownBy(() -> start(brief))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining(
                        "the process of shop.jar runs, but does not answer at port " + port + " within 4s")
                .hasMessageContaining(Files.isDirectory(Path.of("/proc")) ? "it listens at port " + other : "<port>");
    }

    @Test
    void anotherStatusThanThatOfReadinessIsTold() {
        JarSpec spec = shop("serve", String.valueOf(port));
        JarSpec brief = spec.in(spec.container().ready(Readiness.of("/health").within(Duration.ofSeconds(4))));
        assertThatThrownBy(() -> start(brief))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("answers /health with status 404, and not with 200 to 399 within 4s")
                .hasMessageContaining("the shop does serve");
    }

    @Test
    void aPortThatIsTakenIsToldAndItsOwnerNotTakenForTheTarget() throws Exception {
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        stranger.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        stranger.start();
        try {
            assertThatThrownBy(() -> start(shop("serve", String.valueOf(port))))
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
    void deathUnderWayIsToldWithItsStatus() throws Exception {
        try (Hosted host = start(shop("serve", String.valueOf(port)))) {
            child(host).destroyForcibly();
            assertThat(host.death().get(30, SECONDS))
                    .contains("the process of shop.jar ended with exit status 137 while it was needed")
                    .contains("the shop does serve");
        }
    }

    @Test
    void itDoesNotOutliveItsOwnerHoweverThatEnds() throws Exception {
        assumeThat(new ProcessBuilder("setpriv", "--pdeathsig", "KILL", "true")
                        .start()
                        .waitFor())
                .as("SKIPPED: no setpriv on this machine")
                .isZero();
        try (Hosted host = start(shop("serve", String.valueOf(port)))) {
            ProcessHandle process = child(host);
            ProcessHandle.of(host.pid().orElseThrow()).orElseThrow().destroyForcibly();
            assertThat(process.onExit().get(30, SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void whatAKillOfAllHasLeftIsSweptAtTheNextStart() throws Exception {
        Owner gone = new Owner(Owner.hostName(), ProcessHandle.current().pid(), Instant.EPOCH);
        Process orphan = shopOf(gone);
        Process kept = shopOf(Owner.self());
        try {
            StaleSweep.ofProcesses();
            assertThat(orphan.waitFor(30, SECONDS)).isTrue();
            assertThat(kept.isAlive()).isTrue();
        } finally {
            orphan.destroyForcibly();
            kept.destroyForcibly();
        }
    }

    private Process shopOf(Owner owner) throws IOException {
        Process process = new ProcessBuilder(
                        Jdk.running().executable().toString(),
                        TargetProcess.ownerOption(owner.toString()),
                        "-jar",
                        jar.toString(),
                        "serve",
                        "0")
                .redirectErrorStream(true)
                .start();
        // It runs once it has said so.
        assertThat(process.inputReader().readLine()).isNotNull();
        return process;
    }

    private JarSpec shop(String... arguments) {
        return new JarSpec(
                jar,
                Optional.of("acme:shop:1.0.0"),
                List.of("-Xmx32m"),
                List.of(arguments),
                ContainerSpec.of(JarSpec.DEFAULT_IMAGE, port));
    }

    private Hosted start(JarSpec spec) throws TargetFailure, InterruptedException {
        return Hosts.start(Hosts.order(spec, RuntimeChoice.PROCESS, directory), Hosts.NO_ENGINE);
    }

    private static ProcessHandle child(Hosted host) {
        return ProcessHandle.of(host.pid().orElseThrow())
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow();
    }
}

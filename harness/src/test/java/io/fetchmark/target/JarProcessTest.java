package io.fetchmark.target;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.fork.Jdk;
import io.fetchmark.fork.Launch;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.plan.MemorySize;
import io.fetchmark.plan.Resources;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar as a process of this machine, with no engine to be seen. */
final class JarProcessTest {

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
        JarSpec spec = shop().running(List.of("-Dshop.option=x y"), List.of("serve", String.valueOf(port), "a b"));
        StartedTarget started = begin(spec.in(spec.container().running(Map.of("SHOP_WORD", "hush hush"), List.of())));
        assertThat(Hosts.get(started.facts().url(), "/given").body())
                .isEqualTo("serve|" + port + "|a b|hush hush|x y|null");
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
        spec = spec.in(
                spec.container().using(Resources.atMost(OptionalDouble.of(1), Optional.of(MemorySize.parse("64m")))));
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
    void deathUnderWayIsToldWithItsStatus() throws Exception {
        StartedTarget started = begin(shop("serve", String.valueOf(port)));
        ProcessHandle process = ProcessHandle.of(
                        ((ProcessCounters) started.counters().orElseThrow()).pid())
                .orElseThrow();
        assertThat(started.death()).isNotDone();
        process.destroyForcibly();
        assertThat(started.death().get(30, SECONDS))
                .contains("the process of shop.jar ended with exit status 137 while it was needed")
                .contains("the shop does serve");
    }

    @Test
    void aPausedOneUsesNoTimeAndGoesOnOrGoes() throws Exception {
        StartedTarget started = begin(shop("serve", String.valueOf(port)));
        ProcessHandle process = ProcessHandle.of(
                        ((ProcessCounters) started.counters().orElseThrow()).pid())
                .orElseThrow();
        started.hold().pause();
        assertThat(Probe.any().succeeds(started.facts().url())).isFalse();
        started.hold().resume();
        assertThat(Hosts.get(started.facts().url(), "/").body()).isEqualTo("good day");
        started.hold().pause();
        started.hold().remove();
        assertThat(process.isAlive()).isFalse();
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
        Owner gone = new Owner(ProcessSpace.here(), ProcessHandle.current().pid(), Instant.EPOCH);
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

    /** In this JVM, which is faster than one that owns the target. */
    private StartedTarget begin(JarSpec spec) throws TargetFailure, IOException, InterruptedException {
        TargetOrder order = Hosts.order(spec, RuntimeChoice.PROCESS, directory);
        return new JarProcess(spec, order, ownership, new TargetLog(order)).start(List.of());
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

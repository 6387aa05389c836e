package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fetchmark.fork.CpuSet;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.result.MeterSource;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetUse;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Engines that are not the usual one: the real engine of this machine, at another address or with another word about
 * itself. How such an engine forwards packets is its own; which way is taken, and what is left alone, is shown here.
 */
@Timeout(180)
final class EngineKindsTest {

    @TempDir
    private Path directory;

    private Path sockets = Path.of("");

    @BeforeEach
    void engineOfThisMachine() throws Exception {
        Docker.assumeEngine();
        assumeTrue(Docker.isNative(), "SKIPPED: the engine is no native one of this machine");
        // The path of a socket has 108 characters at most.
        sockets = Files.createTempDirectory("fmk");
    }

    @AfterEach
    void removeSockets() throws Exception {
        Files.deleteIfExists(sockets.resolve("s"));
        Files.deleteIfExists(sockets);
    }

    @Test
    void throughARelayTheEngineIsStillNative() throws Exception {
        try (EngineRelay relay = EngineRelay.unix(sockets.resolve("s"), any -> {});
                Hosted host = start(relay)) {
            assertThat(host.facts().networkPath()).isNotEqualTo(NetworkPath.MAPPED);
            assertThat(host.facts().cpus()).isPresent();
        }
    }

    @Test
    void aRootlessEngineIsReachedByAPortAndHasItsOwnCpus() throws Exception {
        theWayIsMapped(info -> info.withArray("SecurityOptions").add("name=rootless"));
    }

    @Test
    void anEngineWithoutControlGroupsIsNotAskedToPause() throws Exception {
        try (EngineRelay relay = EngineRelay.unix(sockets.resolve("s"), info -> {
                    info.withArray("SecurityOptions").add("name=rootless");
                    info.put("CgroupDriver", "none");
                });
                Hosted host = start(relay)) {
            host.target().pause();

            assertThat(Hosts.get(host.facts().url(), "/").statusCode()).isEqualTo(200);
            assertThat(host.facts().warnings())
                    .singleElement()
                    .asString()
                    .startsWith("The engine has no control groups")
                    .endsWith("it was not paused while idle.");
            host.target().resume();
            try (TargetMeter meter = host.meter()) {
                Hosts.get(host.facts().url(), "/");
                assertThat(meter.used(Instant.now(), false)).isEmpty();
            }
        }
    }

    @Test
    void dockerDesktopIsReachedByAPortAndHasItsOwnCpus() throws Exception {
        theWayIsMapped(info -> info.put("OperatingSystem", "Docker Desktop"));
    }

    @Test
    void anEngineOfAnotherMachineIsReachedByItsNameAndMeteredByItsStatistics() throws Exception {
        Optional<InetAddress> address = addressOfThisMachine();
        assumeTrue(address.isPresent(), "SKIPPED: this machine has no address but loopback");
        long pid;
        try (EngineRelay relay = EngineRelay.tcp(address.get());
                Hosted host = start(relay)) {
            pid = host.pid().orElseThrow();
            TargetFacts facts = host.facts();

            assertThat(facts.networkPath()).isEqualTo(NetworkPath.MAPPED);
            assertThat(facts.url().getHost()).isEqualTo(address.get().getHostAddress());
            assertThat(facts.engine().orElseThrow()).endsWith(" at " + relay.address());
            assertThat(facts.cpus()).isEmpty();
            assertThat(Hosts.get(facts.url(), "/").statusCode()).isEqualTo(200);

            TargetUse use = useUnderLoad(host);
            assertThat(use.source()).isEqualTo(MeterSource.STATS);
            assertThat(use.cpuNanos()).isPositive();
            assertThat(use.cpus()).isEmpty();
        }
        assertThat(Docker.containers(pid)).isEmpty();
    }

    @Test
    void anEngineAtAPortOfThisMachineIsReachedOverLoopbackOnly() throws Exception {
        try (EngineRelay relay = EngineRelay.tcp(InetAddress.getLoopbackAddress());
                Hosted host = start(relay)) {
            assertThat(host.facts().networkPath()).isEqualTo(NetworkPath.MAPPED);
            assertThat(host.facts().url().getHost()).isEqualTo("127.0.0.1");
            assertThat(host.facts().cpus()).isEmpty();
            assertThat(bindings(host)).isEqualTo("127.0.0.1 ");
        }
    }

    private void theWayIsMapped(Consumer<ObjectNode> word) throws Exception {
        try (EngineRelay relay = EngineRelay.unix(sockets.resolve("s"), word);
                Hosted host = start(relay)) {
            TargetFacts facts = host.facts();

            assertThat(facts.networkPath()).isEqualTo(NetworkPath.MAPPED);
            assertThat(facts.url().getHost()).isEqualTo("127.0.0.1");
            assertThat(facts.cpus()).isEmpty();
            assertThat(bindings(host)).isEqualTo("127.0.0.1 ");
            assertThat(Hosts.get(facts.url(), "/").statusCode()).isEqualTo(200);
        }
    }

    private Hosted start(EngineRelay relay) throws Exception {
        TargetOrder order = new TargetOrder(
                TargetOrder.ONLY,
                NginxSpec.welcome(Docker.image()),
                RuntimeChoice.DOCKER,
                directory,
                Optional.of(CpuSet.allowed().orElseThrow().secondHalf()),
                Hosts.ANY);
        return Hosts.start(order, Map.of("DOCKER_HOST", relay.address()));
    }

    /** What it used from an instant in the midst of some fetches on; the engine tells once a second. */
    private static TargetUse useUnderLoad(Hosted host) throws Exception {
        try (TargetMeter meter = host.meter()) {
            Optional<TargetUse> use = Optional.empty();
            while (use.isEmpty()) {
                Instant start = Instant.now();
                for (int i = 0; i < 200; i++) {
                    Hosts.get(host.facts().url(), "/");
                }
                use = meter.used(start, false).filter(some -> some.cpuNanos() > 0);
            }
            return use.get();
        }
    }

    /** To which addresses its ports are published, as the engine says. */
    private static String bindings(Hosted host) {
        return Docker.run(
                        "docker",
                        "inspect",
                        "--format",
                        "{{range .HostConfig.PortBindings}}{{range .}}{{.HostIp}}|{{end}}{{end}}",
                        Docker.containers(host.pid().orElseThrow()).get(0))
                .replace("|", " ");
    }

    /** Not one of a container network, which may be gone in a moment. */
    private static Optional<InetAddress> addressOfThisMachine() throws Exception {
        return NetworkInterface.networkInterfaces()
                .filter(network -> !network.getName().startsWith("br-"))
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
    }
}

package io.fetchmark.target;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.result.MeterSource;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.result.TargetUse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** nginx in containers of a real engine. */
final class NginxTargetTest {

    @TempDir
    Path directory;

    /** Its JVM takes seconds to start. */
    private static final TargetHost HOST = Hosts.host(Map.of());

    @AfterAll
    static void close() {
        HOST.close();
    }

    @BeforeEach
    void assumeEngine() {
        Docker.assumeEngine();
    }

    @ParameterizedTest
    @EnumSource(
            value = NetworkPath.class,
            names = {"HOST", "DIRECT", "MAPPED"})
    void containerIsReachedOnEachPathAndIsGoneAfterwards(NetworkPath path) throws Exception {
        String owner;
        try (Hosted host =
                start(Hosts.order(NginxSpec.welcome(Docker.image()), RuntimeChoice.DOCKER, directory, path))) {
            TargetFacts facts = host.facts();
            assertThat(facts.networkPath()).isEqualTo(path);
            assertThat(facts.runtime()).isEqualTo(TargetRuntime.DOCKER);
            assertThat(facts.image()).contains(Docker.image());
            assertThat(facts.imageId().orElseThrow()).startsWith("sha256:");
            assertThat(facts.engine()).isPresent();
            assertThat(Hosts.get(facts.url(), "/").body()).contains("Welcome to nginx!");
            owner = label(host);
            assertThat(containers(owner)).hasSize(1);
        }
        assertThat(containers(owner)).isEmpty();
    }

    @Test
    void contentIsServedAsItIsWhoeverMayReadIt() throws Exception {
        Path content = Files.createDirectory(directory.resolve("www"));
        Files.createDirectory(content.resolve("below"));
        Files.writeString(content.resolve("page.html"), "mine");
        Files.setPosixFilePermissions(content.resolve("page.html"), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(content.resolve("below/index.html"), "below");
        Files.createSymbolicLink(content.resolve("linked.html"), Path.of("page.html"));
        NginxSpec spec = new NginxSpec(Docker.image(), Optional.of(content), Optional.empty(), Duration.ZERO);
        try (Hosted host = start(Hosts.order(spec, RuntimeChoice.AUTO, directory))) {
            assertThat(host.facts().runtime()).isEqualTo(TargetRuntime.DOCKER);
            assertThat(Hosts.get(host.facts().url(), "/page.html").body()).isEqualTo("mine");
            assertThat(Hosts.get(host.facts().url(), "/linked.html").body()).isEqualTo("mine");
            assertThat(Hosts.get(host.facts().url(), "/below/").body()).isEqualTo("below");
            assertThat(Hosts.get(host.facts().url(), "/page.html").headers().firstValue("Content-Type"))
                    .contains("text/html");
            // The image's own page must not show through.
            assertThat(Hosts.get(host.facts().url(), "/").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void ownConfigurationIsReachedAtItsOwnPort() throws Exception {
        Path config = Files.writeString(directory.resolve("nginx.conf"), """
                events {}
                http {
                    access_log /dev/stdout;
                    server { listen 8123; location / { return 200 own; } }
                }
                """);
        NginxSpec spec = new NginxSpec(Docker.image(), Optional.empty(), Optional.of(config), Duration.ZERO);
        try (Hosted host = start(Hosts.order(spec, RuntimeChoice.DOCKER, directory))) {
            assertThat(host.facts().networkPath()).isIn(NetworkPath.DIRECT, NetworkPath.MAPPED);
            assertThat(Hosts.get(host.facts().url(), "/").body()).isEqualTo("own");
        }
        assertThat(directory.resolve("target.log")).content().contains("GET / HTTP/1.1");
    }

    @Test
    void aConfigurationInAnyEncodingIsReadAsTheNginxOfTheImageReadsIt() throws Exception {
        Path config = Files.write(directory.resolve("nginx.conf"), """
                # für alle
                events {}
                http {
                    include /etc/nginx/conf.d/*.conf;
                    include /etc/nginx/sites-enabled/*;
                    server { listen 8123; location / { return 200 own; } }
                }
                """.getBytes(StandardCharsets.ISO_8859_1));
        NginxSpec spec = new NginxSpec(Docker.image(), Optional.empty(), Optional.of(config), Duration.ZERO);
        String first;
        try (Hosted host = start(Hosts.order(spec, RuntimeChoice.DOCKER, directory))) {
            first = Hosts.get(host.facts().url(), "/").body();
        }
        // The images of nginx have a server in one of the two.
        assertThat(first).contains("Welcome to nginx");
        NginxSpec named =
                new NginxSpec(spec.image(), spec.content(), spec.config(), OptionalInt.of(8123), Duration.ZERO);
        try (Hosted host = start(Hosts.order(named, RuntimeChoice.DOCKER, directory))) {
            assertThat(Hosts.get(host.facts().url(), "/").body()).isEqualTo("own");
            assertThat(containers(label(host))).hasSize(1);
        }
    }

    @Test
    void aConfigurationThatGoesToTheBackgroundIsToldWhatToTakeOut() throws Exception {
        Path config = Files.writeString(directory.resolve("nginx.conf"), "daemon off;\nevents {}\nhttp { }\n");
        NginxSpec spec = new NginxSpec(Docker.image(), Optional.empty(), Optional.of(config), Duration.ZERO);
        assertThatThrownBy(() -> start(Hosts.order(spec, RuntimeChoice.DOCKER, directory)))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("take daemon out of <config>: the command of the image sets it");
    }

    @Test
    void brokenConfigurationIsQuoted() throws Exception {
        Path config = Files.writeString(directory.resolve("nginx.conf"), "events {}\nhttp { nonsense on; }\n");
        NginxSpec spec = new NginxSpec(Docker.image(), Optional.empty(), Optional.of(config), Duration.ZERO);
        assertThatThrownBy(() -> start(Hosts.order(spec, RuntimeChoice.DOCKER, directory)))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("ended with exit status 1")
                .hasMessageContaining("unknown directive \"nonsense\"")
                .hasMessageContaining("target.log");
        assertThat(directory.resolve("target.log")).content().contains("nonsense");
    }

    @Test
    void missingImageIsNamedWithTheWaysToChooseAnother() {
        NginxSpec spec = NginxSpec.welcome("fetchmark/no-such-image:1");
        assertThatThrownBy(() -> start(Hosts.order(spec, RuntimeChoice.DOCKER, directory)))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("fetchmark/no-such-image:1 was not found on this machine and could not be pulled")
                .hasMessageContaining("<image>")
                .hasMessageContaining("-Dfetchmark.image")
                .hasMessageContaining("FETCHMARK_IMAGE");
    }

    @Test
    void containerIsHeldToItsCpus() throws Exception {
        CpuSet cpus = CpuSet.allowed().orElseThrow().secondHalf();
        TargetOrder order =
                new TargetOrder(NginxSpec.welcome(Docker.image()), RuntimeChoice.DOCKER, directory, Optional.of(cpus));
        try (Hosted host = start(order)) {
            assertThat(host.facts().cpus()).contains(cpus.toString());
            assertThat(Docker.run(
                            "docker",
                            "inspect",
                            "-f",
                            "{{.HostConfig.CpusetCpus}}",
                            containers(label(host)).get(0)))
                    .isEqualTo(cpus.toString());
        }
    }

    @Test
    void containerOfThisMachineIsMeteredByItsControlGroup() throws Exception {
        TargetSpec spec = NginxSpec.welcome(Docker.image());
        try (Hosted host = start(Hosts.order(spec, RuntimeChoice.DOCKER, directory));
                TargetMeter meter = host.meter()) {
            String id = containers(label(host)).get(0);
            Path group = Path.of("/proc", Docker.run("docker", "inspect", "-f", "{{.State.Pid}}", id), "cgroup");
            assumeThat(Files.isReadable(group) && Files.readString(group).contains(id))
                    .as("SKIPPED: the engine's processes are not this machine's")
                    .isTrue();
            meter.read();
            Instant start = Instant.now();
            for (int i = 0; i < 20; i++) {
                Hosts.get(host.facts().url(), "/");
            }

            TargetUse use = meter.used(start, true).orElseThrow();

            assertThat(use.source()).isEqualTo(MeterSource.CGROUP);
            assertThat(use.cpuNanos()).isPositive();
            assertThat(use.memoryPeakBytes().orElse(1)).isPositive();
        }
    }

    @Test
    void deathOfTheContainerIsToldWithItsStatusAndLastLines() throws Exception {
        try (Hosted host = start(Hosts.order(NginxSpec.welcome(Docker.image()), RuntimeChoice.DOCKER, directory))) {
            Docker.run("docker", "kill", containers(label(host)).get(0));
            assertThat(host.death().get(30, SECONDS)).contains("the container of nginx ended with exit status 137");
        }
    }

    @Test
    void anEngineThatIsNotTheOneAskedForIsNotUsed() throws Exception {
        assumeThat(Files.exists(Path.of("/var/run/docker.sock")))
                .as("SKIPPED: no engine at the usual place to fall through to")
                .isTrue();
        assertThatThrownBy(() -> Hosts.start(
                        Hosts.order(NginxSpec.welcome(Docker.image()), RuntimeChoice.DOCKER, directory),
                        Hosts.NO_ENGINE))
                .hasMessageContaining("which is not what DOCKER_HOST asks for");
    }

    @Test
    void containersWhoseOwnerIsGoneAreSweptAway() throws Exception {
        Owner gone = new Owner(ProcessSpace.here(), Owner.self().pid(), Instant.EPOCH);
        Owner elsewhere = new Owner(new ProcessSpace(ProcessSpace.hostName(), "another"), 1, Instant.EPOCH);
        for (Owner owner : List.of(gone, elsewhere)) {
            Docker.run("docker", "create", "--label", "io.fetchmark=" + owner, Docker.image());
        }
        try (Hosted host = start(Hosts.order(NginxSpec.welcome(Docker.image()), RuntimeChoice.DOCKER, directory))) {
            assertThat(host.facts().url()).isNotNull();
            assertThat(containers(gone.toString())).isEmpty();
            assertThat(containers(elsewhere.toString())).hasSize(1);
        } finally {
            containers(elsewhere.toString()).forEach(id -> Docker.run("docker", "rm", "-f", id));
        }
    }

    private static List<String> containers(String owner) {
        return Docker.run("docker", "ps", "-aq", "--filter", "label=io.fetchmark=" + owner)
                .lines()
                .toList();
    }

    private static String label(Hosted host) throws IOException {
        long pid = host.pid().orElseThrow();
        return Docker.run(
                        "docker",
                        "ps",
                        "-a",
                        "--filter",
                        "label=io.fetchmark",
                        "--format",
                        "{{.Label \"io.fetchmark\"}}")
                .lines()
                .filter(label -> label.contains("/" + pid + "/"))
                .findFirst()
                .orElseThrow(() -> new IOException("no container belongs to process " + pid));
    }

    private static Hosted start(TargetOrder order) throws TargetFailure, InterruptedException {
        return new Hosted(HOST, HOST.start(order), false);
    }
}

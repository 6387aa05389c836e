package io.fetchmark.target;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.MemorySize;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.ReadySign;
import io.fetchmark.plan.Resources;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.plan.Volume;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Any image, which happens to be nginx's with its own configuration at port 80, in containers of a real engine. */
final class ContainerTargetTest {

    private static final List<String> NGINX = List.of("nginx", "-g", "daemon off;");

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

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        Leftovers.awaitNone();
    }

    @ParameterizedTest
    @EnumSource(
            value = NetworkPath.class,
            names = {"DIRECT", "MAPPED"})
    void containerIsReachedApartFromTheHostAndIsGoneAfterwards(NetworkPath path) throws Exception {
        long owner;
        try (Hosted host = start(nginx(), path)) {
            TargetFacts facts = host.facts();
            assertThat(facts.kind()).isEqualTo("container");
            assertThat(facts.runtime()).isEqualTo(TargetRuntime.DOCKER);
            assertThat(facts.networkPath()).isEqualTo(path);
            assertThat(facts.image()).contains(Docker.image());
            assertThat(facts.imageId().orElseThrow()).startsWith("sha256:");
            assertThat(facts.warnings()).isEmpty();
            assertThat(Hosts.get(facts.url(), "/").body()).contains("Welcome to nginx!");
            owner = host.pid().orElseThrow();
            assertThat(Docker.containers(owner)).hasSize(1);
        }
        assertThat(Docker.containers(owner)).isEmpty();
    }

    @Test
    void theNetworkOfTheHostIsNotForIt() {
        assertThatThrownBy(() -> start(nginx(), NetworkPath.HOST))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining(Docker.image() + " in a container of")
                .hasMessageContaining("is reached by none of [host]");
    }

    @Test
    void theEngineIsToldAllThatTheUserWants() throws Exception {
        ContainerSpec spec = nginx().running(Map.of("SHOP_PASSWORD", "hush hush"), NGINX)
                .using(Resources.atMost(OptionalDouble.of(0.5), Optional.of(MemorySize.parse("256m"))));
        CpuSet cpus = CpuSet.allowed().orElseThrow().secondHalf();
        TargetOrder order = new TargetOrder(spec, RuntimeChoice.AUTO, directory, Optional.of(cpus));
        try (Hosted host = new Hosted(HOST, HOST.start(order), false)) {
            String id = Docker.containers(host.pid().orElseThrow()).get(0);
            assertThat(inspect(id, "{{.HostConfig.NanoCpus}} {{.HostConfig.Memory}} {{.HostConfig.CpusetCpus}}"))
                    .isEqualTo("500000000 268435456 " + cpus);
            assertThat(inspect(id, "{{json .Config.Cmd}}")).isEqualTo("[\"nginx\",\"-g\",\"daemon off;\"]");
            assertThat(inspect(id, "{{json .Config.Env}}")).contains("\"SHOP_PASSWORD=hush hush\"");
            assertThat(host.facts().cpus()).contains(cpus.toString());
        }
        assertThat(written()).isNotEmpty().noneMatch(text -> text.contains("hush hush"));
    }

    @Test
    void moreCpusThanItIsHeldToAreAWarning() throws Exception {
        CpuSet one = new CpuSet(CpuSet.allowed().orElseThrow().cpus().subList(0, 1));
        ContainerSpec spec = nginx().using(Resources.atMost(OptionalDouble.of(1.01), Optional.empty()));
        try (Hosted host = new Hosted(
                HOST, HOST.start(new TargetOrder(spec, RuntimeChoice.DOCKER, directory, Optional.of(one))), false)) {
            assertThat(host.facts().warnings())
                    .containsExactly("The target was held to CPU " + one + ", so it had less than its <cpus>, 1.01.");
        }
    }

    @Test
    void whatTheEngineDoesNotTakeIsQuoted() {
        assertThatThrownBy(() -> start(nginx().using(Resources.atMost(OptionalDouble.of(100_000), Optional.empty()))))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("the engine does not start the container of " + Docker.image())
                .hasMessageContaining("CPUs");
        assertThatThrownBy(() -> start(nginx().running(Map.of(), List.of("no-such-program"))))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("no-such-program");
    }

    @Test
    void aWrongPortIsToldWithThePortsOfTheImage() {
        ContainerSpec spec = ContainerSpec.of(Docker.image(), 8123).ready(Readiness.ROOT.within(Duration.ofSeconds(5)));
        assertThatThrownBy(() -> start(spec))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining(
                        "the container of " + Docker.image() + " runs, but does not answer at its port 8123")
                .hasMessageContaining("direct or mapped within 5s")
                .hasMessageContaining("the image says that it uses 80/tcp")
                .hasMessageContaining("correct <port>");
    }

    @ParameterizedTest
    @EnumSource(
            value = NetworkPath.class,
            names = {"DIRECT", "MAPPED"})
    void aPortThatTakesConnectionsIsSignEnough(NetworkPath path) throws Exception {
        Readiness listens = Readiness.by(new ReadySign.Listens());
        // An engine's proxy takes connections at a published port behind which nobody listens.
        ContainerSpec deaf = ContainerSpec.of(Docker.image(), 8123).ready(listens.within(Duration.ofSeconds(2)));
        try (Hosted host = start(nginx().ready(listens), path)) {
            assertThat(host.facts().networkPath()).isEqualTo(path);
            assertThatThrownBy(() -> start(deaf, path))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessageContaining(
                            "runs, but does not take connections at its port 8123 by " + path + " within 2s")
                    .hasMessageContaining("the image says that it uses 80/tcp");
        }
    }

    @Test
    void aLineOfItsLogIsASign() throws Exception {
        ContainerSpec wordy = nginx().running(Map.of(), List.of("nginx", "-g", "daemon off; error_log stderr notice;"));
        Readiness works = Readiness.by(new ReadySign.Says("start worker process \\d+$"));
        Readiness never = Readiness.by(new ReadySign.Says("Started \\w+ in")).within(Duration.ofSeconds(2));
        try (Hosted host = start(wordy.ready(works))) {
            assertThat(Hosts.get(host.facts().url(), "/").statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> start(wordy.ready(never)))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessageContaining(
                            "runs, but has not said a line with Started \\w+ in within 2s: correct <ready><log>")
                    .hasMessageContaining("start worker process");
        }
    }

    @Test
    void cpusThatTheUserNamesAreItsOwn() throws Exception {
        CpuSet all = CpuSet.allowed().orElseThrow();
        String first = all.cpus().get(0).toString();
        ContainerSpec spec = nginx().using(Resources.ALL.on(first));
        TargetOrder named = new TargetOrder(spec, RuntimeChoice.DOCKER, directory, Optional.of(all.secondHalf()));
        try (Hosted host = new Hosted(HOST, HOST.start(named), false)) {
            assertThat(host.facts().cpus()).contains(first);
            assertThat(inspect(Docker.containers(host.pid().orElseThrow()).get(0), "{{.HostConfig.CpusetCpus}}"))
                    .isEqualTo(first);
            assertThatThrownBy(() -> start(nginx().using(Resources.ALL.on("8000"))))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessageContaining("the engine does not start the container of " + Docker.image())
                    .hasMessageContaining("correct <cpuset>");
        }
    }

    @Test
    void aBindOfWhatIsNotThereIsRefused() {
        ContainerSpec spec = nginx().made(nginx().setup()
                .holding(List.of(), List.of(new Volume.Bind(directory.resolve("none"), "/data", true))));
        assertThatThrownBy(() -> start(spec))
                .isInstanceOf(TargetFailure.class)
                .hasMessage("<container><volumes><volume><from>: must be a file or directory that can be read, was "
                        + directory.resolve("none"));
    }

    @Test
    void anotherStatusThanThatOfReadinessIsTold() {
        ContainerSpec spec = nginx().ready(Readiness.of("/health?x=1").within(Duration.ofSeconds(5)));
        assertThatThrownBy(() -> start(spec))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("answers /health?x=1 with status 404, and not with 200 to 399 within 5s")
                .hasMessageContaining("<ready>");
        assertThat(directory.resolve("target.log")).content().contains("GET /health?x=1");
    }

    @Test
    void anEarlyEndIsToldWithItsStatusAndLastLines() {
        assertThatThrownBy(() -> start(nginx().running(Map.of(), List.of("nginx", "-g", "nonsense on;"))))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("ended with exit status 1 instead of serving")
                .hasMessageContaining("unknown directive \"nonsense\"")
                .hasMessageContaining("target.log");
        assertThatThrownBy(() -> start(nginx().running(Map.of(), List.of("nginx", "-v"))))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("ended with exit status 0 instead of serving (its command must stay in the")
                .hasMessageContaining("nginx version");
    }

    @Test
    void deathUnderWayIsToldWithItsStatus() throws Exception {
        try (Hosted host = start(nginx())) {
            Docker.run(
                    "docker",
                    "kill",
                    Docker.containers(host.pid().orElseThrow()).get(0));
            assertThat(host.death().get(30, SECONDS))
                    .contains("the container of " + Docker.image() + " ended with exit status 137 while it was needed");
        }
    }

    @Test
    void wantOfMemoryIsTold() throws Exception {
        String image = "fetchmark/test-greedy:" + ProcessHandle.current().pid();
        try {
            makeGreedy(image);
            ContainerSpec spec = ContainerSpec.of(image, 80)
                    .using(Resources.atMost(OptionalDouble.empty(), Optional.of(MemorySize.parse("64m"))));
            assertThatThrownBy(() -> start(spec))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessageContaining("needed more memory than it may use, 64m (give it more by <memory>")
                    .hasMessageContaining("ended with exit status 137");
        } finally {
            Docker.run("docker", "rmi", "-f", image);
        }
    }

    /** An nginx that makes room for so many connections that it needs over a gigabyte to start. */
    private void makeGreedy(String image) throws IOException {
        Path config = Files.writeString(
                directory.resolve("greedy.conf"),
                "daemon off; master_process off; events { worker_connections 5000000; } http { server { listen 80; } }");
        Docker.run("bash", "-c", """
                set -e
                id=$(docker create %s)
                trap 'docker rm -f $id >/dev/null' EXIT
                docker cp %s $id:/etc/nginx/nginx.conf
                docker commit -c 'CMD ["nginx"]' $id %s
                """.formatted(Docker.image(), config, image));
    }

    private static ContainerSpec nginx() {
        return ContainerSpec.of(Docker.image(), 80).running(Map.of(), NGINX);
    }

    private Hosted start(TargetSpec spec, NetworkPath... paths) throws TargetFailure, InterruptedException {
        return new Hosted(HOST, HOST.start(order(spec, paths)), false);
    }

    private TargetOrder order(TargetSpec spec, NetworkPath... paths) {
        return Hosts.order(spec, RuntimeChoice.DOCKER, directory, paths);
    }

    private static String inspect(String id, String format) {
        return Docker.run("docker", "inspect", "-f", format, id);
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            List<String> texts = new ArrayList<>();
            for (Path file : all) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }
}

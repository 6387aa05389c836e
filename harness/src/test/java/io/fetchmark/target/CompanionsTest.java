package io.fetchmark.target;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.plan.Companion;
import io.fetchmark.plan.ContainerSetup;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.CopiedFile;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.ReadySign;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Volume;
import io.fetchmark.result.NetworkPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target, which happens to be nginx that passes requests on, with what it is given and what it needs beside it. */
final class CompanionsTest {

    private static final Readiness WORKS = Readiness.by(new ReadySign.Says("start worker process \\d+"));

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

    @Test
    void containersFindEachOtherAndShareWhatTheyAreToShare() throws Exception {
        Path www = Files.createDirectories(directory.resolve("www/sub"));
        Files.writeString(www.resolve("page.txt"), "from the companion");
        Path bound = Files.createDirectories(directory.resolve("bound"));
        Files.writeString(bound.resolve("bound.txt"), "from this machine");
        Companion backend = new Companion(
                "backend",
                ContainerSetup.of(Docker.image())
                        .running(Map.of("SHOP_PASSWORD", "hush hush"), List.of())
                        .alias(List.of("backend.shop.test"))
                        .holding(
                                List.of(
                                        new CopiedFile(directory.resolve("www"), "/srv/www"),
                                        config("backend.conf", "root /srv/www;", "access_log /shared/access.log;")),
                                List.of(new Volume.Named("shared", "/shared", false))),
                OptionalInt.empty(),
                WORKS);
        ContainerSetup front = ContainerSetup.of(Docker.image())
                .holding(
                        List.of(config(
                                "front.conf",
                                "location / { proxy_pass http://backend.shop.test; }"
                                        + " location /shared { root /; } location /bound { root /; }",
                                "")),
                        List.of(
                                new Volume.Named("shared", "/shared", true),
                                new Volume.Bind(bound, "/bound", true),
                                new Volume.Anonymous("/scratch")));
        ContainerSpec spec = ContainerSpec.of(Docker.image(), 80)
                .made(front)
                .ready(Readiness.of("/sub/page.txt"))
                .with(backend);
        long owner;
        try (Hosted host = Hosts.start(Hosts.order(spec, RuntimeChoice.DOCKER, directory))) {
            URI url = host.facts().url();
            assertThat(Hosts.get(url, "/sub/page.txt").body()).isEqualTo("from the companion");
            assertThat(Hosts.get(url, "/shared/access.log").body()).contains("GET /sub/page.txt");
            assertThat(Hosts.get(url, "/bound/bound.txt").body()).isEqualTo("from this machine");
            assertThat(directory.resolve("target-companion-backend.log"))
                    .content()
                    .contains("start worker process");
            owner = host.pid().orElseThrow();
            assertThat(Docker.count("container", owner)).isEqualTo(2);
            assertThat(Docker.count("network", owner)).isEqualTo(1);
            assertThat(Docker.count("volume", owner)).isEqualTo(2);
            // The newest comes first.
            Docker.run("docker", "kill", Docker.containers(owner).get(1));
            assertThat(host.death().get(30, SECONDS))
                    .contains("the container of " + Docker.image() + " (companion backend) ended with exit status 137")
                    .contains("while it was needed");
        }
        for (String kind : List.of("container", "network", "volume")) {
            assertThat(Docker.count(kind, owner)).as(kind).isZero();
        }
        for (String log : List.of("target-companion-backend.log", "target.log", "testcontainers.log")) {
            assertThat(directory.resolve(log)).content().doesNotContain("hush hush");
        }
    }

    @Test
    void aCompanionThatEndsIsNamedWithItsLastLines() {
        Companion broken = new Companion(
                "db",
                ContainerSetup.of(Docker.image()).running(Map.of(), List.of("nginx", "-g", "nonsense on;")),
                OptionalInt.empty(),
                WORKS);
        assertThatThrownBy(() -> start(ContainerSpec.of(Docker.image(), 80).with(broken)))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("the container of " + Docker.image() + " (companion db) ended with exit status 1"
                        + " before it was ready")
                .hasMessageContaining("unknown directive \"nonsense\"")
                .hasMessageContaining("target-companion-db.log");
    }

    @Test
    void aCompanionThatIsNeverReadyIsNamedWithItsLastLines() {
        Readiness never = Readiness.by(new ReadySign.Says("ready to accept")).within(Duration.ofSeconds(6));
        Companion slow = new Companion("db", wordy(), OptionalInt.empty(), never);
        assertThatThrownBy(() -> start(ContainerSpec.of(Docker.image(), 80).with(slow)))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("(companion db) runs, but has not said a line with ready to accept within 6s")
                .hasMessageContaining("start worker process");
    }

    @Test
    void aCompanionThatHasEndedIsToldWithTheTargetThatMissesIt() throws Exception {
        Companion beside = new Companion("db", wordy(), OptionalInt.empty(), WORKS);
        Readiness never = Readiness.by(new ReadySign.Says("connected to db")).within(Duration.ofSeconds(10));
        ContainerSpec spec = ContainerSpec.of(Docker.image(), 80).ready(never).with(beside);
        try (TargetHost host = Hosts.host(Map.of())) {
            CompletableFuture<Target> start = CompletableFuture.supplyAsync(() -> {
                try {
                    return host.start(named("target", spec));
                } catch (TargetFailure | InterruptedException e) {
                    throw new CompletionException(e);
                }
            });
            while (!start.isDone()
                    && (host.pid().isEmpty()
                            || Docker.containers(host.pid().getAsLong()).size() < 2)) {
                Thread.sleep(50);
            }
            Docker.run(
                    "docker",
                    "kill",
                    Docker.containers(host.pid().orElseThrow()).get(1));
            assertThatThrownBy(start::join)
                    .hasCauseInstanceOf(TargetFailure.class)
                    .hasMessageContaining("runs, but has not said a line with connected to db")
                    .hasMessageContaining("(companion db) ended with exit status 137 while it was needed");
        }
    }

    @Test
    void householdsOfOneHostArePausedAndRemovedApart() throws Exception {
        Companion beside = new Companion(
                "beside",
                wordy().holding(List.of(), List.of(new Volume.Named("shared", "/shared", false))),
                OptionalInt.of(80),
                Readiness.by(new ReadySign.Listens()));
        ContainerSpec spec = ContainerSpec.of(Docker.image(), 80).with(beside);
        try (TargetHost host = Hosts.host(Map.of())) {
            Target first = host.start(named("first", spec));
            long owner = host.pid().orElseThrow();
            List<String> itsContainers = Docker.containers(owner);
            Target second = host.start(named("second", spec));
            assertThat(Docker.count("network", owner)).isEqualTo(2);
            assertThat(Docker.count("volume", owner)).isEqualTo(2);

            first.pause();
            assertThat(paused(itsContainers)).containsExactly("true", "true");
            assertThat(Hosts.get(second.facts().url(), "/").statusCode()).isEqualTo(200);
            first.resume();
            assertThat(paused(itsContainers)).containsExactly("false", "false");

            first.close();
            assertThat(Docker.containers(owner)).hasSize(2).doesNotContainAnyElementsOf(itsContainers);
            assertThat(Docker.count("network", owner)).isEqualTo(1);
            assertThat(Docker.count("volume", owner)).isEqualTo(1);
            assertThat(Hosts.get(second.facts().url(), "/").statusCode()).isEqualTo(200);

            ContainerSpec failing = spec.running(Map.of(), List.of("nginx", "-g", "nonsense on;"));
            assertThatThrownBy(() -> host.start(named("third", failing)))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessageStartingWith("the container of " + Docker.image() + " ended with exit status 1 instead");
            assertThat(Docker.count("container", owner)).isEqualTo(2);
            assertThat(Docker.count("network", owner)).isEqualTo(1);
            assertThat(Docker.count("volume", owner)).isEqualTo(1);
        }
    }

    private TargetOrder named(String name, ContainerSpec spec) {
        return new TargetOrder(
                name,
                spec,
                RuntimeChoice.DOCKER,
                directory,
                Optional.empty(),
                List.of(NetworkPath.DIRECT, NetworkPath.MAPPED));
    }

    private static List<String> paused(List<String> containers) {
        return containers.stream()
                .map(id -> Docker.run("docker", "inspect", "-f", "{{.State.Paused}}", id))
                .toList();
    }

    private static ContainerSetup wordy() {
        return ContainerSetup.of(Docker.image())
                .running(Map.of(), List.of("nginx", "-g", "daemon off; error_log stderr notice;"));
    }

    private CopiedFile config(String name, String server, String http) throws IOException {
        Path file = Files.writeString(
                directory.resolve(name),
                "error_log stderr notice; events {} http { " + http + " server { listen 80; " + server + " } }");
        return new CopiedFile(file, "/etc/nginx/nginx.conf");
    }

    private Hosted start(ContainerSpec spec) throws TargetFailure, InterruptedException {
        return new Hosted(HOST, HOST.start(Hosts.order(spec, RuntimeChoice.DOCKER, directory)), false);
    }
}

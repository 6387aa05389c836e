package io.fetchmark.target;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.ComposeSpec;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop of nginx behind nginx, as a compose file has it. */
final class ComposeTargetTest {

    private static final String FILE = """
            name: shop
            services:
              web:
                image: ${SHOP_IMAGE}
                container_name: shop-web
                ports: ["80:80"]
                volumes: ["./front.conf:/etc/nginx/nginx.conf:ro"]
                depends_on:
                  job: {condition: service_completed_successfully}
              back:
                image: ${SHOP_IMAGE}
                container_name: shop-back
                restart: always
                environment: {BACK_PASSWORD: "${SHOP_PASSWORD}"}
                volumes: ["./www:/srv/www:ro", "./back.conf:/etc/nginx/nginx.conf:ro", "shared:/shared"]
              job:
                image: ${SHOP_IMAGE}
                command: [nginx, -v]
            volumes:
              shared: {name: shop-shared}
            """;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void writeFile() throws Exception {
        Docker.assumeCompose();
        file = Files.writeString(directory.resolve("compose.yaml"), FILE);
        Files.writeString(Files.createDirectories(directory.resolve("www")).resolve("page.txt"), "from the back");
        Files.writeString(directory.resolve("front.conf"), server("location / { proxy_pass http://shop-back; }"));
        Files.writeString(directory.resolve("back.conf"), server("root /srv/www;"));
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        Leftovers.awaitNone();
    }

    @Test
    void severalStartsOfAFileStandSideBySide() throws Exception {
        long owner;
        try (TargetHost host = Hosts.host(Map.of())) {
            Target first = host.start(named("candidate-1"));
            owner = host.pid().orElseThrow();
            List<String> ofFirst = Docker.containers(owner);
            Target second = host.start(named("baseline-1"));
            for (Target target : List.of(first, second)) {
                assertThat(Hosts.get(target.facts().url(), "/page.txt").body()).isEqualTo("from the back");
            }
            TargetFacts facts = first.facts();
            assertThat(facts.kind()).isEqualTo("compose");
            assertThat(facts.image()).contains(Docker.image());
            assertThat(facts.imageId().orElseThrow()).startsWith("sha256:");
            assertThat(facts.whyNotComparableTo(second.facts())).isEmpty();
            assertThat(Docker.count("container", owner)).isEqualTo(6);
            assertThat(Docker.count("network", owner)).isEqualTo(2);
            assertThat(Docker.count("volume", owner)).isEqualTo(2);
            assertMetered(first);

            first.pause();
            assertThat(Docker.states(ofFirst)).containsExactlyInAnyOrder("paused", "paused", "exited");
            assertThat(Hosts.get(second.facts().url(), "/page.txt").statusCode())
                    .isEqualTo(200);
            first.resume();
            assertThat(Hosts.get(first.facts().url(), "/page.txt").statusCode()).isEqualTo(200);

            first.close();
            assertThat(Docker.containers(owner)).hasSize(3).doesNotContainAnyElementsOf(ofFirst);
            assertThat(Docker.count("network", owner)).isEqualTo(1);
            assertThat(Docker.count("volume", owner)).isEqualTo(1);
            assertThat(Hosts.get(second.facts().url(), "/page.txt").statusCode())
                    .isEqualTo(200);
        }
        for (String kind : List.of("container", "network", "volume")) {
            assertThat(Docker.count(kind, owner)).as(kind).isZero();
        }
        assertThat(directory.resolve("candidate-1-companion-job.log")).content().contains("nginx version");
        assertThat(directory.resolve("candidate-1-compose.log")).isNotEmptyFile();
        for (String log : List.of("candidate-1.log", "candidate-1-compose.log", "testcontainers.log")) {
            assertThat(directory.resolve(log)).content().doesNotContain("hush hush");
        }
    }

    @Test
    void isReachedAtAPublishedPortToo() throws Exception {
        try (Hosted host = Hosts.start(Hosts.order(shop(), RuntimeChoice.DOCKER, directory, NetworkPath.MAPPED))) {
            assertThat(host.facts().networkPath()).isEqualTo(NetworkPath.MAPPED);
            assertThat(host.facts().url().getHost()).isEqualTo("127.0.0.1");
            assertThat(Hosts.get(host.facts().url(), "/page.txt").body()).isEqualTo("from the back");
        }
    }

    @Test
    void aServiceBesideItThatFailsIsNamed() throws Exception {
        try (Hosted host = Hosts.start(Hosts.order(shop(), RuntimeChoice.DOCKER, directory))) {
            Docker.run("docker", "kill", container(host, "back"));
            assertThat(host.death().get(30, SECONDS))
                    .startsWith(
                            "the container of back (service of compose.yaml) ended with exit status 137 while it was"
                                    + " needed");
        }
    }

    @Test
    void aServiceBesideItMayEndOnceItsWorkIsDone() throws Exception {
        try (Hosted host = Hosts.start(Hosts.order(shop(), RuntimeChoice.DOCKER, directory))) {
            Docker.run("docker", "stop", container(host, "back"));
            List<String> all = Docker.containers(host.pid().orElseThrow());
            host.target().pause();
            assertThat(Docker.states(all)).containsExactlyInAnyOrder("paused", "exited", "exited");
            host.target().resume();
            assertThat(Docker.states(all)).containsExactlyInAnyOrder("running", "exited", "exited");
            assertThat(host.death()).isNotDone();
        }
    }

    @Test
    void whatAFileBuildsIsBuilt() throws Exception {
        Files.writeString(
                directory.resolve("Dockerfile"), "ARG BASE\nFROM $BASE\nCOPY front.conf /etc/nginx/nginx.conf\n");
        Files.writeString(directory.resolve("front.conf"), server("return 200 'built here';"));
        Files.writeString(file, """
                name: fetchmark-test
                services:
                  web:
                    build: {context: ., args: {BASE: "${SHOP_IMAGE}"}}
                """);
        try (Hosted host = Hosts.start(Hosts.order(shop(), RuntimeChoice.DOCKER, directory))) {
            assertThat(host.facts().image()).contains("fetchmark-test-web");
            assertThat(Hosts.get(host.facts().url(), "/").body()).isEqualTo("built here");
        } finally {
            Docker.run("docker", "image", "rm", "-f", "fetchmark-test-web");
        }
    }

    private static String container(Hosted host, String service) {
        return Docker.containers(host.pid().orElseThrow()).stream()
                .filter(id ->
                        Docker.run("docker", "inspect", "-f", "{{.Name}}", id).contains("-" + service + "-"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertMetered(Target target) throws Exception {
        try (TargetMeter meter = target.meter()) {
            meter.read();
            Instant start = Instant.now();
            for (int i = 0; i < 20; i++) {
                assertThat(Hosts.get(target.facts().url(), "/page.txt").statusCode())
                        .isEqualTo(200);
            }
            // An engine that is not of this machine tells only under load.
            if (Docker.isNative()) {
                assertThat(meter.used(start, true).orElseThrow().cpuNanos()).isPositive();
            }
        }
    }

    private TargetOrder named(String name) {
        return new TargetOrder(
                name,
                shop(),
                RuntimeChoice.DOCKER,
                directory,
                Optional.empty(),
                List.of(NetworkPath.DIRECT, NetworkPath.MAPPED));
    }

    private ComposeSpec shop() {
        return ComposeSpec.of(file, "web", 80)
                .with(Map.of("SHOP_IMAGE", Docker.image(), "SHOP_PASSWORD", "hush hush"))
                .ready(Readiness.of("/page.txt"));
    }

    private static String server(String content) {
        return "events {} http { server { listen 80; " + content + " } }";
    }
}

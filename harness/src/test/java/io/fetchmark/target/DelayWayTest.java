package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.result.DelayFacts;
import io.fetchmark.result.NetworkPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way of a delay, with an image that has nothing better. */
final class DelayWayTest {

    private static final Duration DELAY = Duration.ofMillis(200);
    private static final int TOGETHER = 500;

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
    @EnumSource(DelayWay.class)
    void fiveHundredResponsesWaitTogetherAndAreRight(DelayWay way) throws Exception {
        String image = "fetchmark/test-" + way + ":" + ProcessHandle.current().pid();
        try {
            make(image, way);
            Path content = Files.createDirectory(directory.resolve("www"));
            Files.writeString(content.resolve("index.html"), "start");
            NginxSpec spec = new NginxSpec(image, Optional.of(content), Optional.empty(), DELAY);
            try (Hosted host = start(spec)) {
                DelayFacts facts = host.facts().delay().orElseThrow();
                assertThat(facts.way()).isEqualTo(way.toString());
                assertThat(facts.fetches()).isEqualTo(20);
                // Timers of nginx count from the start of its turn of events, so some microseconds may lack.
                assertThat(facts.p50Nanos()).isGreaterThan(DELAY.minusMillis(2).toNanos());
                assertThat(Hosts.get(host.facts().url(), "/none").statusCode()).isEqualTo(404);
                fetchTogether(host.facts().url());
                fetchTogether(host.facts().url());
            }
        } finally {
            Docker.run("docker", "rmi", "-f", image);
        }
    }

    private static void fetchTogether(URI url) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<String>> fetches = IntStream.range(0, TOGETHER)
                .mapToObj(i -> {
                    long start = System.nanoTime();
                    return client.sendAsync(
                                    HttpRequest.newBuilder(url.resolve("/")).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .thenApply(response -> response.statusCode() + " " + response.body() + " "
                                    + (System.nanoTime() - start
                                            > DELAY.minusMillis(2).toNanos()));
                })
                .toList();
        assertThat(fetches.stream().map(CompletableFuture::join).collect(Collectors.toSet()))
                .containsExactly("200 start true");
    }

    /** The image without the modules that are preferred to that way; skips if it lacks the one that is needed. */
    private static void make(String name, DelayWay way) {
        List<String> better = List.of(DelayWay.values())
                .subList(0, List.of(DelayWay.values()).indexOf(way))
                .stream()
                .flatMap(other -> other.modulePath().stream())
                .map(path -> path.substring(1))
                .toList();
        Docker.run("bash", "-c", """
                set -e -o pipefail
                id=$(docker create %s)
                work=$(mktemp -d)
                trap 'docker rm -f $id >/dev/null; rm -rf $work' EXIT
                docker export $id >$work/all.tar
                for path in %s; do tar --delete -f $work/all.tar $path 2>/dev/null || true; done
                docker import -c 'CMD ["nginx","-g","daemon off;"]' $work/all.tar %s
                """.formatted(Docker.image(), String.join(" ", better), name));
        way.modulePath()
                .ifPresent(path -> assumeThat(Docker.run("bash", "-c", """
                id=$(docker create %s); docker cp $id:%s - >/dev/null 2>&1 && echo yes; docker rm -f $id >/dev/null
                """.formatted(name, path)))
                        .as("SKIPPED: " + Docker.image() + " has no " + path)
                        .isEqualTo("yes"));
    }

    @ParameterizedTest
    @EnumSource(
            value = NetworkPath.class,
            names = {"DIRECT", "MAPPED"})
    void delayWorksApartFromTheHostToo(NetworkPath path) throws Exception {
        NginxSpec spec = new NginxSpec(Docker.image(), Optional.empty(), Optional.empty(), Duration.ofMillis(50));
        try (Hosted host = start(spec, path)) {
            assertThat(host.facts().delay().orElseThrow().p50Nanos()).isGreaterThan(48_000_000);
        }
    }

    private Hosted start(NginxSpec spec, NetworkPath... paths) throws Exception {
        return new Hosted(HOST, HOST.start(Hosts.order(spec, RuntimeChoice.DOCKER, directory, paths)), false);
    }
}

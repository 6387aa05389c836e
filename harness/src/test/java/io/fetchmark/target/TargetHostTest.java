package io.fetchmark.target;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import io.fetchmark.fork.CpuSet;
import io.fetchmark.fork.Launch;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What needs no engine. */
final class TargetHostTest {

    @TempDir
    Path directory;

    @Test
    void embeddedServerAnswersUntilItIsClosed() throws Exception {
        URI url;
        try (Hosted host = Hosts.start(Hosts.order(spec(Duration.ofMillis(50)), RuntimeChoice.EMBEDDED, directory))) {
            TargetFacts facts = host.facts();
            url = facts.url();
            assertThat(Hosts.get(url, "/").body()).contains("Welcome");
            assertThat(facts.runtime()).isEqualTo(TargetRuntime.EMBEDDED);
            assertThat(facts.networkPath()).isEqualTo(NetworkPath.LOOPBACK);
            assertThat(facts.warnings()).isEmpty();
            assertThat(facts.image()).isEmpty();
            assertThat(facts.delay().orElseThrow()).satisfies(delay -> {
                assertThat(delay.way()).isEqualTo("embedded");
                assertThat(delay.fetches()).isEqualTo(20);
                assertThat(delay.p99Nanos()).isGreaterThanOrEqualTo(delay.p50Nanos());
                assertThat(delay.p50Nanos()).isGreaterThanOrEqualTo(delay.wantedNanos());
            });
            assertThat(host.death()).isNotDone();
        }
        URI gone = url;
        assertThatThrownBy(() -> Hosts.get(gone, "/")).isInstanceOf(IOException.class);
    }

    @Test
    void contentThatDoesNotFitIntoItsMemoryIsAFailureThatSaysSo() throws Exception {
        Path content = Files.createDirectory(directory.resolve("www"));
        try (RandomAccessFile large =
                new RandomAccessFile(content.resolve("index.html").toFile(), "rw")) {
            large.setLength(400L << 20);
        }
        NginxSpec spec = new NginxSpec("nginx", Optional.of(content), Optional.empty(), Duration.ZERO);
        try (Hosted host = Hosts.start(Hosts.order(spec, RuntimeChoice.EMBEDDED, directory))) {
            URI url = host.facts().url();
            assertThatThrownBy(() -> Hosts.get(url, "/")).isInstanceOf(IOException.class);
            assertThat(host.death().get(60, SECONDS))
                    .contains("the JVM that owns the target ended with exit status 3")
                    .contains("its heap of 256 MB is too small for what it serves")
                    .contains("OutOfMemoryError");
        }
    }

    @Test
    void embeddedServerIsHeldToItsCpus() throws Exception {
        assumeThat(Launch.canPin() && CpuSet.allowed().isPresent())
                .as("SKIPPED: no taskset on this machine")
                .isTrue();
        CpuSet cpus = CpuSet.allowed().orElseThrow().secondHalf();
        TargetOrder order = new TargetOrder(spec(Duration.ZERO), RuntimeChoice.EMBEDDED, directory, Optional.of(cpus));
        try (Hosted host = Hosts.start(order)) {
            assertThat(host.facts().cpus()).contains(cpus.toString());
        }
    }

    @Test
    void withoutAnEngineAutoIsEmbeddedAndSaysSo() throws Exception {
        try (Hosted host =
                Hosts.start(Hosts.order(spec(Duration.ZERO), RuntimeChoice.AUTO, directory), Hosts.NO_ENGINE)) {
            assertThat(host.facts().runtime()).isEqualTo(TargetRuntime.EMBEDDED);
            assertThat(host.facts().warnings())
                    .singleElement()
                    .asString()
                    .contains("no Docker engine answers at DOCKER_HOST=unix:///nonexistent/docker.sock")
                    .contains("numbers say nothing about nginx")
                    .contains("apt-get install docker.io")
                    .doesNotContain("\n");
        }
    }

    @Test
    void withoutAnEngineDockerFailsAndSaysWhatToInstall() {
        assertThatThrownBy(() ->
                        Hosts.start(Hosts.order(spec(Duration.ZERO), RuntimeChoice.DOCKER, directory), Hosts.NO_ENGINE))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("no Docker engine answers at DOCKER_HOST=unix:///nonexistent/docker.sock")
                .hasMessageContaining("apt-get install docker.io")
                .hasMessageContaining("-Dfetchmark.runtime=embedded")
                .hasMessageNotContaining("testcontainers");
    }

    @ParameterizedTest
    @EnumSource(
            value = RuntimeChoice.class,
            names = {"AUTO", "DOCKER"})
    void withoutAnEngineNothingStandsInForAContainer(RuntimeChoice runtime) {
        TargetSpec spec = ContainerSpec.of("acme/shop:1.4", 8080);
        assertThatThrownBy(() -> Hosts.start(Hosts.order(spec, runtime, directory), Hosts.NO_ENGINE))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("no Docker engine answers at DOCKER_HOST=unix:///nonexistent/docker.sock")
                .hasMessageContaining("nothing can stand in for a <container>")
                .hasMessageContaining("apt-get install docker.io")
                .hasMessageNotContaining("embedded");
    }

    @Test
    void noContainerIsOrderedWithoutAnEngine() {
        TargetSpec spec = ContainerSpec.of("acme/shop:1.4", 8080);
        assertThatThrownBy(() -> Hosts.order(spec, RuntimeChoice.EMBEDDED, directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be auto or docker with <container>");
    }

    @Test
    void embeddedServerTakesNoConfigurationOfNginx() throws Exception {
        Path config = Files.writeString(directory.resolve("nginx.conf"), "events {}");
        NginxSpec spec = new NginxSpec("nginx", Optional.empty(), Optional.of(config), Duration.ZERO);
        assertThatThrownBy(() -> Hosts.start(Hosts.order(spec, RuntimeChoice.AUTO, directory), Hosts.NO_ENGINE))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("no Docker engine answers")
                .hasMessageContaining("<config>");
    }

    @Test
    void missingContentIsNamed() {
        Path missing = directory.resolve("www");
        NginxSpec spec = new NginxSpec("nginx", Optional.of(missing), Optional.empty(), Duration.ZERO);
        assertThatThrownBy(() -> Hosts.start(Hosts.order(spec, RuntimeChoice.EMBEDDED, directory)))
                .isInstanceOf(TargetFailure.class)
                .hasMessage("<nginx><content>: must be a directory that exists, was " + missing);
    }

    @Test
    void deathOfTheOwningJvmIsTold() throws Exception {
        try (Hosted host = Hosts.start(Hosts.order(spec(Duration.ZERO), RuntimeChoice.EMBEDDED, directory))) {
            ProcessHandle child = ProcessHandle.of(host.pid().orElseThrow()).orElseThrow();
            child.destroyForcibly();
            assertThat(host.death().get(30, SECONDS)).contains("ended with exit status");
        }
    }

    @Test
    void whatRunsAlreadyOnlyHasToAnswer() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/app");
        try (Hosted host = Hosts.start(Hosts.order(new UrlSpec(url), RuntimeChoice.AUTO, directory))) {
            assertThat(host.facts().kind()).isEqualTo("url");
            assertThat(host.facts().runtime()).isEqualTo(TargetRuntime.EXTERNAL);
            assertThat(host.facts().networkPath()).isEqualTo(NetworkPath.LOOPBACK);
            assertThat(host.facts().url()).isEqualTo(url);
        } finally {
            server.stop(0);
        }
        assertThatThrownBy(() -> Hosts.start(Hosts.order(new UrlSpec(url), RuntimeChoice.AUTO, directory)))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("nothing answers at " + url)
                .hasMessageContaining("<target><url>");
    }

    @Test
    void pathsOfAnOrderAreThoseOfContainers() {
        assertThatThrownBy(() -> new TargetOrder(
                        TargetOrder.ONLY,
                        spec(Duration.ZERO),
                        RuntimeChoice.AUTO,
                        directory,
                        Optional.empty(),
                        List.of(NetworkPath.LOOPBACK)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static NginxSpec spec(Duration delay) {
        return new NginxSpec("nginx:1.28", Optional.empty(), Optional.empty(), delay);
    }
}

package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.RuntimeChoice;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that are not to be had, asked of a registry of ours by a real engine. */
final class PullTest {

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
        assumeThat(System.getProperty("os.name") + " "
                        + Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("unix:"))
                .as("SKIPPED: the engine is not on this machine, so it does not reach a registry of the test")
                .startsWith("Linux unix:");
    }

    @Test
    void anImageThatTheRegistryDoesNotHaveIsTold() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/v2/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            boolean root = exchange.getRequestURI().getPath().equals("/v2/");
            byte[] body = (root
                            ? "{}"
                            : "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\"}]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Docker-Distribution-Api-Version", "registry/2.0");
            exchange.sendResponseHeaders(
                    root ? 200 : 404, exchange.getRequestMethod().equals("HEAD") ? -1 : body.length);
            if (!exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        registry.start();
        try {
            String image = "127.0.0.1:" + registry.getAddress().getPort() + "/acme/shop:1.4";
            assertThatThrownBy(() -> start(image))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessageContaining(
                            "the image " + image + " was not found on this machine and could not be pulled")
                    .hasMessageContaining("the registry has no such image, or not for this user (see docker login)")
                    .hasMessageContaining("correct <container><image>");
            assertThat(asked).contains("/v2/acme/shop/manifests/1.4");
        } finally {
            registry.stop(0);
        }
    }

    @Test
    void anImageMayBeNamedByItsDigestWhichIsInTheResult() throws Exception {
        try (Registry registry = new Registry(Docker.image(), directory)) {
            String image = registry.image();
            try (Hosted host = start(image)) {
                assertThat(host.facts().image()).contains(image);
                assertThat(host.facts().imageDigest()).contains(image);
                assertThat(Hosts.get(host.facts().url(), "/").statusCode()).isEqualTo(200);
            } finally {
                Docker.run("docker", "rmi", image);
            }
        }
    }

    @Test
    void aRegistryThatIsNotReachedIsTold() {
        assertThatThrownBy(() -> start("127.0.0.1:1/acme/shop:1.4"))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("could not be pulled")
                .hasMessageContaining("connection refused")
                .hasMessageContaining("the engine does not reach the registry")
                .hasMessageContaining("docker load");
    }

    @Test
    void whatIsNoNameOfAnImageIsTold() {
        assertThatThrownBy(() -> start("Acme/Shop:1.4"))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("<image>: must be the name of an image such as nginx:1.28, was Acme/Shop:1.4");
    }

    private Hosted start(String image) throws TargetFailure, InterruptedException {
        TargetOrder order = Hosts.order(ContainerSpec.of(image, 80), RuntimeChoice.DOCKER, directory);
        return new Hosted(HOST, HOST.start(order), false);
    }
}

package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.plan.ComposeSpec;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.RuntimeChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people meet with a compose file, and what is said then. */
final class ComposeFailureTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void assumeCompose() {
        Docker.assumeCompose();
        file = directory.resolve("compose.yaml");
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        Leftovers.awaitNone();
    }

    @Test
    void aServiceThatTheFileDoesNotHave() throws Exception {
        assertFailure("web: {image: $IMAGE}\n  db: {image: $IMAGE}", "shop")
                .hasMessageContaining(
                        "<compose><service>: must be a service of " + file + ", one of [db, web], was shop");
    }

    @Test
    void aFileThatIsNone() throws Exception {
        assertFailure("web: {imag: $IMAGE}", "web")
                .hasMessageContaining(
                        "<compose><file>: must be a compose file that Docker Compose can read, was " + file)
                .hasMessageContaining("imag");
    }

    @Test
    void aVariableThatIsNotSet() throws Exception {
        assertFailure("web: {image: \"${SHOP_VERSION:?give it in <env>}\"}", "web")
                .hasMessageContaining("required variable SHOP_VERSION is missing a value: give it in <env>");
    }

    @Test
    void aServiceInTheNetworkOfTheMachine() throws Exception {
        assertFailure("web: {image: $IMAGE, network_mode: host}", "web")
                .hasMessageContaining("must have a network of its own, and web of " + file + " has network_mode host");
    }

    @Test
    void aServiceInSeveralContainers() throws Exception {
        assertFailure("web: {image: $IMAGE, scale: 2}", "web")
                .hasMessageContaining("must run in one container to be measured, and web of " + file + " has 2");
    }

    @Test
    void aServiceThatEnds() throws Exception {
        assertFailure("web: {image: $IMAGE, command: [nginx, -g, nonsense on;]}", "web")
                .hasMessageContaining(
                        "the container of web (service of compose.yaml) ended with exit status 1 instead of"
                                + " serving")
                .hasMessageContaining("unknown directive \"nonsense\"");
    }

    @Test
    void aServiceThatOthersWaitForAndThatFails() throws Exception {
        assertFailure("""
                        web:
                            image: $IMAGE
                            depends_on: {db: {condition: service_completed_successfully}}
                          db: {image: $IMAGE, command: [nginx, -g, nonsense on;]}
                        """, "web")
                .hasMessageContaining("Docker Compose could not start " + file)
                .hasMessageContaining("the container of db (service of compose.yaml) ended with exit status 1")
                .hasMessageContaining("unknown directive \"nonsense\"");
    }

    @Test
    void aWrongPort() throws Exception {
        write("web: {image: $IMAGE}");
        ComposeSpec spec =
                ComposeSpec.of(file, "web", 81).ready(Readiness.of("/").within(Duration.ofSeconds(3)));
        assertThatThrownBy(() -> start(spec, Map.of()))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining(
                        "the container of web (service of compose.yaml) runs, but does not answer at its" + " port 81")
                .hasMessageContaining("correct <port>");
    }

    @Test
    void noCompose() throws Exception {
        write("web: {image: $IMAGE}");
        assertThatThrownBy(() -> start(ComposeSpec.of(file, "web", 80), Map.of("PATH", "/nonexistent")))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("<compose> needs Docker Compose 2 or newer on this machine, and docker compose"
                        + " version cannot be run, and docker-compose version cannot be run: install it");
    }

    @Test
    void noFile() {
        assertThatThrownBy(() -> start(ComposeSpec.of(file, "web", 80), Map.of()))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("<compose><file>: must be a compose file that can be read, was " + file);
    }

    @Test
    void nothingIsLeftOfAStartThatIsGivenUp() throws Exception {
        write("""
                web:
                    image: $IMAGE
                    depends_on: {slow: {condition: service_completed_successfully}}
                  slow: {image: $IMAGE, command: [nginx, -g, daemon off;]}
                """);
        long owner;
        CompletableFuture<Target> start;
        try (TargetHost host = Hosts.host(Map.of())) {
            start = CompletableFuture.supplyAsync(() -> {
                try {
                    return host.start(Hosts.order(ComposeSpec.of(file, "web", 80), RuntimeChoice.DOCKER, directory));
                } catch (TargetFailure | InterruptedException e) {
                    throw new CompletionException(e);
                }
            });
            while (!start.isDone()
                    && (host.pid().isEmpty()
                            || Docker.containers(host.pid().getAsLong()).isEmpty())) {
                Thread.sleep(50);
            }
            owner = host.pid().orElseThrow();
        }
        assertThatThrownBy(start::join)
                .hasCauseInstanceOf(TargetFailure.class)
                .hasMessageNotContaining("exit status 127");
        assertThat(Docker.count("container", owner)).isZero();
        assertThat(Docker.count("network", owner)).isZero();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFailure(String services, String service)
            throws Exception {
        write(services);
        return assertThatThrownBy(() -> start(ComposeSpec.of(file, service, 80), Map.of()))
                .isInstanceOf(TargetFailure.class);
    }

    private void write(String services) throws Exception {
        Files.writeString(file, "services:\n  " + services.replace("$IMAGE", Docker.image()) + "\n");
    }

    private void start(ComposeSpec spec, Map<String, String> environment) throws Exception {
        try (Hosted host = Hosts.start(Hosts.order(spec, RuntimeChoice.DOCKER, directory), environment)) {
            assertThat(host.facts().url()).as("it should not have started").isNull();
        }
    }
}

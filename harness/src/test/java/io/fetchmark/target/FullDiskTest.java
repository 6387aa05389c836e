package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.RuntimeChoice;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine, a real one, that has no room for one more container. */
final class FullDiskTest {

    @TempDir
    Path directory;

    @Test
    void isToldWithWhatToDo() throws Exception {
        Docker.assumeEngine();
        try (SmallEngine engine = SmallEngine.start(directory)) {
            engine.load(Docker.image());
            engine.fill();
            assertThatThrownBy(() -> Hosts.start(
                            Hosts.order(ContainerSpec.of(Docker.image(), 80), RuntimeChoice.DOCKER, directory),
                            engine.environment()))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessageContaining("the engine does not start the container of " + Docker.image())
                    .hasMessageContaining("no space left on device")
                    .hasMessageContaining(
                            "the engine's disk is full: make room on it, by docker system prune for example");
        }
    }
}

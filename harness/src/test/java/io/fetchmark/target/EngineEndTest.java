package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.RuntimeChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine that hangs or is killed while it has a target. */
@Timeout(300)
final class EngineEndTest {

    @TempDir
    Path directory;

    @BeforeEach
    void assumeEngine() {
        Docker.assumeEngine();
    }

    @Test
    void anEngineThatHangsIsNamedAndOneThatIsKilledIsToo() throws Exception {
        List<String> warnings = new CopyOnWriteArrayList<>();
        try (SmallEngine engine = SmallEngine.start(directory)) {
            engine.load(Docker.image());
            ProcessHandle owner;
            try (TargetHost host = Hosts.host(engine.environment(), warnings::add, HostPatience.USUAL)) {
                Target target =
                        host.start(Hosts.order(NginxSpec.welcome(Docker.image()), RuntimeChoice.DOCKER, directory));
                owner = ProcessHandle.of(host.pid().orElseThrow()).orElseThrow();
                engine.signal("STOP");
                assertThatThrownBy(target::pause)
                        .isInstanceOf(TargetFailure.class)
                        .hasMessageContaining(
                                "the Docker engine at " + engine.environment().get("DOCKER_HOST")
                                        + " hangs: it takes connections, but has not answered for 20 s: restart it");
                engine.signal("CONT");
            }
            assertThat(owner.isAlive()).isFalse();
            assertThat(warnings).isEmpty();
            try (TargetHost host = Hosts.host(engine.environment(), warnings::add, HostPatience.USUAL)) {
                Target target =
                        host.start(Hosts.order(NginxSpec.welcome(Docker.image()), RuntimeChoice.DOCKER, directory));
                owner = ProcessHandle.of(host.pid().orElseThrow()).orElseThrow();
                engine.signal("KILL");
                assertThat(target.death().get(30, TimeUnit.SECONDS))
                        .contains("the Docker engine at " + engine.environment().get("DOCKER_HOST")
                                + " does not answer any more (nobody listens there: start the engine)");
            }
            assertThat(owner.isAlive()).isFalse();
            assertThat(warnings).singleElement().asString().contains("docker rm -f");
        }
    }
}

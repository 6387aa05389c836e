package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.ReadySign;
import io.fetchmark.plan.RuntimeChoice;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nobody waits for ever for a process or an engine that hangs, and who hangs is told. No engine is needed. */
@Timeout(180)
final class HungHostTest {

    private static final HostPatience SHORT = new HostPatience(
            Duration.ofSeconds(10),
            Duration.ofMinutes(5),
            Duration.ofMinutes(11),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5));

    @TempDir
    Path directory;

    @Test
    void aHungJvmThatOwnsTheTargetIsNamedAndAskedNoMore() throws Exception {
        assumeThat(System.getProperty("os.name")).as("SKIPPED: no signals").doesNotContain("Windows");
        NginxSpec spec = NginxSpec.welcome("nginx");
        try (TargetHost host = Hosts.host(Map.of(), line -> {}, SHORT)) {
            Target target = host.start(Hosts.order(spec, RuntimeChoice.EMBEDDED, directory));
            Target other = host.start(Hosts.order(spec, RuntimeChoice.EMBEDDED, directory));
            long pid = host.pid().orElseThrow();
            Docker.run("kill", "-STOP", String.valueOf(pid));
            try {
                String hangs = "the JVM that owns the target hangs: it should say something each second, but process "
                        + pid + " said nothing for 10s";
                assertThatThrownBy(target::pause)
                        .isInstanceOf(TargetFailure.class)
                        .hasMessage(hangs);
                assertThat(target.death().join()).isEqualTo(hangs);
                // Nobody waits for the same JVM once more.
                assertThat(other.death()).isCompletedWithValue(hangs);
            } finally {
                Docker.run("kill", "-CONT", String.valueOf(pid));
            }
            assertThatThrownBy(target::resume).isInstanceOf(TargetFailure.class).hasMessageContaining("hangs");
        }
    }

    @Test
    void anEngineThatTakesConnectionsAndNeverAnswersIsNamed() throws Exception {
        assumeThat(System.getProperty("os.name"))
                .as("SKIPPED: no sockets of files")
                .doesNotContain("Windows");
        Path socket = directory.resolve("docker.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertThatThrownBy(() -> Hosts.start(
                            Hosts.order(ContainerSpec.of("acme/shop:1.4", 80), RuntimeChoice.DOCKER, directory),
                            Map.of("DOCKER_HOST", "unix://" + socket)))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessageContaining("no Docker engine answers at DOCKER_HOST=unix://" + socket
                            + " (it does not answer within 5 s: restart it)");
        }
    }

    @Test
    void aStartMayTakeAsLongAsItsContainersMayUntilTheyAreReady() throws IOException {
        ContainerSpec spec = ContainerSpec.of("acme/shop:1.4", 80)
                .ready(Readiness.by(new ReadySign.Listens()).within(Duration.ofMinutes(50)));
        assertThat(HostPatience.USUAL.ofStart(spec)).isEqualTo(Duration.ofMinutes(55));
    }
}

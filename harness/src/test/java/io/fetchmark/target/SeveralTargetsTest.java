package io.fetchmark.target;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.RuntimeChoice;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One host has several targets at once, each of which is paused and removed by itself. */
final class SeveralTargetsTest {

    @TempDir
    Path directory;

    @Test
    void containersArePausedAndRemovedOneByOne() throws Exception {
        Docker.assumeEngine();
        long pid;
        try (TargetHost host = Hosts.host(Map.of())) {
            List<Target> targets = together(host, RuntimeChoice.DOCKER, "candidate-1", "baseline-1");
            Target candidate = targets.get(0);
            Target baseline = targets.get(1);
            pid = host.pid().orElseThrow();
            assertThat(candidate.facts().url()).isNotEqualTo(baseline.facts().url());
            assertThat(Docker.containers(pid)).hasSize(2);

            baseline.pause();
            try (Socket connection = connect(baseline.facts().url())) {
                assertThat(Hosts.get(candidate.facts().url(), "/").statusCode()).isEqualTo(200);
                ask(connection);
                connection.setSoTimeout(500);
                assertThatThrownBy(() -> connection.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
                baseline.resume();
                connection.setSoTimeout(30_000);
                assertThat(connection.getInputStream().read()).isEqualTo('H');
            }

            baseline.pause();
            baseline.close();
            assertThat(Docker.containers(pid)).hasSize(1);
            assertThat(Hosts.get(candidate.facts().url(), "/").statusCode()).isEqualTo(200);
            assertThat(baseline.death()).isNotDone();
            assertThat(candidate.death()).isNotDone();
            assertThat(directory.resolve("candidate-1.log")).exists();
            assertThat(directory.resolve("baseline-1.log")).exists();

            candidate.pause();
        }
        assertThat(Docker.containers(pid)).isEmpty();
    }

    @Test
    void eachTellsItsOwnUse() throws Exception {
        Docker.assumeEngine();
        try (TargetHost host = Hosts.host(Map.of())) {
            Target busy = host.start(order("busy", RuntimeChoice.DOCKER));
            Target idle = host.start(order("idle", RuntimeChoice.DOCKER));
            Reading busyBefore = busy.read().orElseThrow();
            Reading idleBefore = idle.read().orElseThrow();
            for (int i = 0; i < 200; i++) {
                Hosts.get(busy.facts().url(), "/");
            }
            long ofBusy = busy.read().orElseThrow().cpuNanos() - busyBefore.cpuNanos();
            long ofIdle = idle.read().orElseThrow().cpuNanos() - idleBefore.cpuNanos();
            assertThat(ofBusy).isPositive().isGreaterThan(ofIdle);
        }
    }

    @Test
    void aDeathIsToldOfTheOneThatDied() throws Exception {
        Docker.assumeEngine();
        try (TargetHost host = Hosts.host(Map.of())) {
            Target first = host.start(order("first", RuntimeChoice.DOCKER));
            String dies = Docker.containers(host.pid().orElseThrow()).get(0);
            Target second = host.start(order("second", RuntimeChoice.DOCKER));
            Docker.run("docker", "kill", dies);
            assertThat(first.death().get(30, SECONDS)).contains("ended with exit status 137");
            assertThat(second.death()).isNotDone();
            assertThatThrownBy(first::pause).isInstanceOf(TargetFailure.class).hasMessageContaining("does not pause");
            assertThat(Hosts.get(second.facts().url(), "/").statusCode()).isEqualTo(200);

            first.close();
            assertThat(Docker.containers(host.pid().orElseThrow()))
                    .as("the dead one is removed, too")
                    .hasSize(1);
        }
    }

    @Test
    void whateverIsAskedOfAHostThatIsGoneFails() throws Exception {
        try (TargetHost host = Hosts.host(Hosts.NO_ENGINE)) {
            Target target = host.start(order("embedded", RuntimeChoice.EMBEDDED));
            ProcessHandle.of(host.pid().orElseThrow()).orElseThrow().destroyForcibly();
            assertThat(target.death().get(30, SECONDS)).contains("ended with exit status");
            assertThatThrownBy(target::pause).isInstanceOf(TargetFailure.class).hasMessageContaining("exit status");
            assertThatThrownBy(target::resume).isInstanceOf(TargetFailure.class).hasMessageContaining("exit status");
            target.close();
        }
    }

    @Test
    void aStartThatFailsLeavesTheOthers() throws Exception {
        try (TargetHost host = Hosts.host(Hosts.NO_ENGINE)) {
            Target there = host.start(order("there", RuntimeChoice.EMBEDDED));
            assertThatThrownBy(() -> host.start(order("missing", RuntimeChoice.DOCKER)))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessageContaining("no Docker engine answers");
            there.pause();
            there.resume();
            URI url = there.facts().url();
            assertThat(Hosts.get(url, "/").statusCode()).isEqualTo(200);
            there.close();
            assertThatThrownBy(() -> Hosts.get(url, "/")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void nothingStartsOnAHostThatIsClosed() {
        TargetHost host = Hosts.host(Map.of());
        host.close();
        assertThatThrownBy(() -> host.start(order("late", RuntimeChoice.EMBEDDED)))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("no longer wanted");
    }

    private List<Target> together(TargetHost host, RuntimeChoice runtime, String... names) throws Exception {
        ExecutorService starters = Executors.newFixedThreadPool(names.length);
        try {
            List<Future<Target>> starting = new ArrayList<>();
            for (String name : names) {
                starting.add(starters.submit(() -> host.start(order(name, runtime))));
            }
            List<Target> targets = new ArrayList<>();
            for (Future<Target> future : starting) {
                targets.add(future.get(120, SECONDS));
            }
            return targets;
        } finally {
            starters.shutdownNow();
        }
    }

    private TargetOrder order(String name, RuntimeChoice runtime) {
        NginxSpec spec = new NginxSpec(Docker.image(), Optional.empty(), Optional.empty(), Duration.ZERO);
        return new TargetOrder(name, spec, runtime, directory, Optional.empty(), Hosts.ANY);
    }

    private static Socket connect(URI url) throws IOException {
        return new Socket(url.getHost(), url.getPort());
    }

    private static void ask(Socket connection) throws IOException {
        connection
                .getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}

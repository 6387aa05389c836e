package io.fetchmark.worker;

import static io.fetchmark.engine.RawServer.answer;
import static io.fetchmark.engine.RawServer.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fetchmark.engine.RawServer;
import io.fetchmark.fork.Jdk;
import io.fetchmark.measure.Outcome;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.Scenario;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Workers that say nothing for long, with much less patience than there is. */
@Timeout(300)
final class SilenceTest {

    private static final Duration SHORT = Duration.ofSeconds(6);
    private static final Duration BLOCK = Duration.ofSeconds(1);

    @Test
    void aCrewMayWaitForLongBeforeItsFirstBlockAndBetweenTwo() throws Exception {
        List<Crew> crews = new ArrayList<>();
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            for (int i = 0; i < 2; i++) {
                crews.add(blocks(server, Duration.ofSeconds(5)));
            }
            // Each waits for longer than its workers may be silent, while those before it are measured.
            for (Crew crew : crews) {
                assertThat(drive(crew).requests()).isPositive();
                TimeUnit.NANOSECONDS.sleep(SHORT.toNanos() * 3 / 2);
            }
            for (Crew crew : crews) {
                assertThat(drive(crew).requests()).isPositive();
                assertThat(crew.end()).isEqualTo(Runtime.version().toString());
            }
        } finally {
            crews.forEach(Crew::close);
        }
    }

    @Test
    void aBlockMayBeQuietForAsLongAsItsExchangesMayTake() throws Exception {
        Duration timeout = SHORT.plusSeconds(3);
        try (RawServer server = new RawServer(nothing());
                Crew crew = blocks(server, timeout)) {
            Block block = drive(crew);
            assertThat(block.requests()).isEqualTo(1);
            assertThat(block.slice().errors()).containsEntry(Outcome.TIMEOUT, 1L);
        }
    }

    @Test
    void aWorkerThatStandsStillBetweenTwoBlocksHangsOnceItIsOrdered() throws Exception {
        try (RawServer server = new RawServer(answer(200, "hello"));
                Crew crew = blocks(server, Duration.ofSeconds(1))) {
            assertThat(drive(crew).requests()).isPositive();
            assumeTrue(stop(crew.pids().get(0)), "needs the command kill");
            assertThatThrownBy(() -> drive(crew))
                    .isInstanceOf(WorkerFailure.class)
                    .hasMessageContaining("the worker hangs: it should say something each second, but process "
                            + crew.pids().get(0) + " said nothing for");
            assertThat(ProcessHandle.of(crew.pids().get(0)).filter(ProcessHandle::isAlive))
                    .isEmpty();
        }
    }

    private static Block drive(Crew crew) throws WorkerFailure, InterruptedException {
        return crew.drive(new BlockOrder(0, Duration.ZERO, BLOCK, 1));
    }

    private static Crew blocks(RawServer server, Duration timeout) throws IOException {
        Scenario scenario = Scenario.of("s", Request.get("/").within(timeout), new Load.Closed(1), Client.SEQUENTIAL);
        List<Path> classPath = Stream.of(
                        System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        return Crew.start(
                Assignment.inBlocks(List.of(server.address()), scenario, Client.SEQUENTIAL),
                1,
                new Place(Jdk.running(), classPath, List.of(), Optional.empty()),
                progress -> {},
                line -> {},
                SHORT);
    }

    private static boolean stop(long pid) throws InterruptedException {
        try {
            return new ProcessBuilder("kill", "-STOP", Long.toString(pid))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}

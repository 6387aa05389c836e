package io.fetchmark;

import static io.fetchmark.engine.RawServer.answer;
import static io.fetchmark.engine.RawServer.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fetchmark.engine.RawServer;
import io.fetchmark.measure.IntervalLog;
import io.fetchmark.measure.Outcome;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.result.LadderStep;
import io.fetchmark.result.ScenarioResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One exchange of many is never answered: it is an error and the longest of the times, and no other figure changes. */
@Timeout(180)
final class StragglerTest {

    /** Some, so that it is not a check of the address, and not one of the first. */
    private static final int STRAGGLER = 10;

    private static final Duration MEASURED = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(names = {"THREADS", "ASYNC", "EVENT_LOOP"})
    void throughputOfAClosedLoadIsOfTheTimeAskedFor(Client client) throws Exception {
        ScenarioResult result = measure(new Load.Closed(4), client, 1);

        assertThat(result.durationSeconds()).isEqualTo(2.0);
        assertThat(result.errors()).containsEntry(Outcome.TIMEOUT, 1L);
        // With it are late those that were in flight at the end; there was no warm-up, of which any could be early.
        assertThat(result.late().orElseThrow()).isBetween(1L, 4L);
        assertThat(result.throughputPerSecond())
                .isCloseTo((double) (result.requests() - result.late().orElseThrow()) / 2, within(1e-6));
        assertThat(result.responseTimeNanos().max()).isGreaterThanOrEqualTo(TIMEOUT.toNanos());
        assertThat(IntervalLog.read(directory.resolve(result.histograms().get(0))).stream()
                        .mapToLong(interval -> interval.times().count())
                        .sum())
                .as("all are in the histogram logs")
                .isEqualTo(result.requests());
        assertThat(result.generator().orElseThrow().seconds())
                .as("the client is watched for the measured time, not until the last has ended")
                .isLessThan(3.5);
    }

    @Test
    void severalWorkersHaveTheTimeAskedForTogether() throws Exception {
        ScenarioResult result = measure(new Load.Closed(4), Client.EVENT_LOOP, 2);

        assertThat(result.durationSeconds()).isEqualTo(2.0);
        assertThat(result.errors()).containsEntry(Outcome.TIMEOUT, 1L);
        assertThat(result.late().orElseThrow()).isBetween(1L, 4L);
        assertThat(result.throughputPerSecond())
                .isCloseTo((double) (result.requests() - result.late().orElseThrow()) / 2, within(1e-6));
    }

    @Test
    void throughputOfAnOpenLoadIsOfTheTimeAskedForToo() throws Exception {
        ScenarioResult result = measure(new Load.Open(100, Arrivals.UNIFORM), Client.EVENT_LOOP, 1);

        assertThat(result.requests()).isEqualTo(200);
        assertThat(result.durationSeconds()).isEqualTo(2.0);
        assertThat(result.errors()).containsEntry(Outcome.TIMEOUT, 1L);
        assertThat(result.late().orElseThrow()).isPositive();
        assertThat(result.throughputPerSecond())
                .isCloseTo((200.0 - result.late().orElseThrow()) / 2, within(1e-6));
    }

    @Test
    void aStepOfALadderEndsWithItsLast() throws Exception {
        ScenarioResult result = measure(new Load.Ladder(List.of(2 * STRAGGLER)), Client.EVENT_LOOP, 1);

        assertThat(result.late()).hasValue(0);
        assertThat(result.errors()).containsEntry(Outcome.TIMEOUT, 1L);
        assertThat(result.steps().stream().mapToDouble(LadderStep::seconds).sum())
                .isGreaterThanOrEqualTo(4)
                .isEqualTo(result.durationSeconds());
    }

    private ScenarioResult measure(Load load, Client client, int workers) throws Exception {
        AtomicInteger number = new AtomicInteger();
        RawServer.Answer answer = (socket, out) -> {
            if (number.incrementAndGet() == STRAGGLER) {
                nothing().write(socket, out);
            } else {
                Thread.sleep(1);
                answer(200, "hello").write(socket, out);
            }
        };
        Scenario scenario = Scenario.of("home", Request.get("/").within(TIMEOUT), load, client)
                .lasting(Duration.ZERO, MEASURED);
        try (RawServer server = new RawServer(answer)) {
            Plan plan = new Plan(new UrlSpec(server.address()), RuntimeChoice.AUTO, workers, List.of(scenario), 42);
            return new Harness(HarnessOptions.in(directory), RunListener.SILENT)
                    .run(plan)
                    .results()
                    .get(0);
        }
    }
}

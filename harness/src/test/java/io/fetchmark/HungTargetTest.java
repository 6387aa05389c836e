package io.fetchmark;

import static io.fetchmark.engine.RawServer.answer;
import static io.fetchmark.engine.RawServer.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.engine.RawServer;
import io.fetchmark.measure.Outcome;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.verdict.Judge;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A target that takes requests in the warm-up and does not answer them before the measured time is over. */
@Timeout(180)
final class HungTargetTest {

    private static final Duration WARM_UP = Duration.ofSeconds(1);
    private static final Duration MEASURED = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(6);

    private final AtomicBoolean loaded = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(names = {"THREADS", "ASYNC", "EVENT_LOOP"})
    void ofAClosedLoadAllThatHungIsNamed(Client client) throws Exception {
        try (RawServer server = leaving(number -> true)) {
            Plan plan = plan(new Load.Closed(3), client, server);
            RunResult run = run(plan);
            ScenarioResult result = run.results().get(0);

            assertThat(result.requests()).isZero();
            assertThat(result.hung()).isEqualTo(Optional.of(Map.of(Outcome.TIMEOUT, 3L)));
            assertThat(result.warmUpRequests()).isEqualTo(3);
            Verdict verdict = Judge.judge(plan, run);
            assertThat(verdict.kind()).isEqualTo(VerdictKind.INVALID);
            assertThat(verdict.findings().get(0).reason())
                    .startsWith("nothing was measured: 0 requests; 3 of the 3 exchanges in flight were started in the"
                            + " warm-up and waited for a response to GET /slow through the whole measured time of 1 s");
        }
    }

    @Test
    void whatHungBesideOthersIsWarnedOf() throws Exception {
        try (RawServer server = leaving(number -> number == 1)) {
            Plan plan = plan(new Load.Closed(4), Client.EVENT_LOOP, server);
            RunResult run = run(plan);
            ScenarioResult result = run.results().get(0);

            assertThat(result.requests()).isPositive();
            assertThat(result.hung()).isEqualTo(Optional.of(Map.of(Outcome.TIMEOUT, 1L)));
            assertThat(result.warnings())
                    .anyMatch(
                            warning -> warning.startsWith("1 of the 4 exchanges in flight was started in the warm-up"));
            assertThat(Judge.judge(plan, run).findings().get(0).verdict()).isEqualTo(VerdictKind.PASS);
        }
    }

    @Test
    void aPoolOfAnOpenLoadThatHungIsNamed() throws Exception {
        try (RawServer server = leaving(number -> true)) {
            Plan plan = plan(new Load.Open(20, Arrivals.UNIFORM), Client.THREADS, server);
            RunResult run = run(plan);
            ScenarioResult result = run.results().get(0);

            // Each of the two threads takes an arrival of the warm-up.
            assertThat(result.hung()).isEqualTo(Optional.of(Map.of(Outcome.TIMEOUT, 2L)));
            assertThat(result.requests() + result.dropped()).isEqualTo(20);
            Verdict verdict = Judge.judge(plan, run);
            assertThat(verdict.kind()).isGreaterThanOrEqualTo(VerdictKind.INVALID);
            assertThat(verdict.findings().get(0).verdict()).isEqualTo(VerdictKind.INVALID);
            assertThat(verdict.findings().get(0).reason()).contains("2 exchanges were started in the warm-up");
        }
    }

    @Test
    void aLadderWaitsUntilItsWarmUpHasEnded() throws Exception {
        try (RawServer server = leaving(number -> number <= 2)) {
            Plan plan = plan(new Load.Ladder(List.of(2)), Client.EVENT_LOOP, server);
            RunResult run = run(plan);
            ScenarioResult result = run.results().get(0);

            assertThat(result.requests()).isEqualTo(2);
            assertThat(result.failed()).isZero();
            assertThat(result.hungRequests()).isZero();
            assertThat(Judge.judge(plan, run).kind()).isEqualTo(VerdictKind.PASS);
        }
    }

    /** A server that leaves some requests unanswered, by their number from the start of the load, from 1. */
    private RawServer leaving(IntPredicate unanswered) throws IOException {
        return new RawServer((socket, out) -> {
            if (loaded.get() && unanswered.test(requests.incrementAndGet())) {
                nothing().write(socket, out);
            } else {
                Thread.sleep(1);
                answer(200, "hello").write(socket, out);
            }
        });
    }

    /** A pool has two threads. */
    private static Plan plan(Load load, Client client, RawServer server) {
        Scenario scenario = new Scenario(
                "home",
                List.of(client),
                2,
                Scenario.DEFAULT_CONNECTIONS,
                Request.get("/slow").within(TIMEOUT),
                load,
                WARM_UP,
                MEASURED,
                List.of());
        return new Plan(new UrlSpec(server.address()), RuntimeChoice.AUTO, List.of(scenario), 42);
    }

    private RunResult run(Plan plan) throws Exception {
        RunListener listener = new RunListener() {
            @Override
            public void started(Scenario scenario, Client client) {
                loaded.set(true);
            }
        };
        return new Harness(HarnessOptions.in(directory), listener).run(plan);
    }
}

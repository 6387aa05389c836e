package io.fetchmark.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.measure.Outcome;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Limit;
import io.fetchmark.plan.LimitMetric;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.result.NotMeasured;
import io.fetchmark.result.ResultFixtures;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class JudgeTest {

    @Test
    void theFixtureKeepsAllLimitsButOne() {
        Verdict verdict = Judge.judge(ResultFixtures.plan(), ResultFixtures.run());

        assertThat(verdict.kind()).isEqualTo(VerdictKind.LIMIT_BROKEN);
        assertThat(verdict.complaints())
                .extracting(Finding::verdict)
                .containsExactly(VerdictKind.LIMIT_BROKEN, VerdictKind.INCONCLUSIVE);
        Finding broken = verdict.complaints().get(0);
        assertThat(broken.scenario()).isEqualTo("home-page");
        assertThat(broken.metric()).isEqualTo(FindingMetric.MAX);
    }

    @Test
    void aKeptLimitIsAPassWithItsFigures() {
        Finding finding = finding(Results.ok(), new Limit(LimitMetric.P99, 20e6));

        assertThat(finding.verdict()).isEqualTo(VerdictKind.PASS);
        assertThat(finding.estimate()).hasValue(12.3e6);
        assertThat(finding.limit()).hasValue(20e6);
        assertThat(finding.low()).isEmpty();
        assertThat(finding.tolerance()).isEmpty();
        assertThat(finding.reason()).isEqualTo("p99 12.3 ms, limit 20 ms");
    }

    @Test
    void aBrokenLimitIsSaidWithItsUnits() {
        assertThat(finding(Results.ok(), new Limit(LimitMetric.P50, 5e6)).reason())
                .isEqualTo("p50 6.15 ms, limit 5 ms");
        assertThat(finding(Results.ok(), new Limit(LimitMetric.MAX, 30e6)).reason())
                .isEqualTo("max 36.9 ms, limit 30 ms");
        assertThat(finding(Results.ok(), new Limit(LimitMetric.THROUGHPUT, 1000))
                        .reason())
                .isEqualTo("throughput 100/s, limit at least 1000/s");
        ScenarioResult failing = Results.with(1000, Map.of(Outcome.STATUS, 10L, Outcome.TIMEOUT, 5L), 0);
        Finding errors = finding(failing, new Limit(LimitMetric.ERROR_RATE, 0.001));
        assertThat(errors.verdict()).isEqualTo(VerdictKind.LIMIT_BROKEN);
        assertThat(errors.reason())
                .isEqualTo("errorRate 1.5 %, limit 0.1 %; 1000 requests, 15 failed (10 status, 5 timeout)");
    }

    @Test
    void aValueOnItsLimitKeepsIt() {
        assertThat(finding(Results.ok(), new Limit(LimitMetric.P99, 12.3e6)).verdict())
                .isEqualTo(VerdictKind.PASS);
        assertThat(finding(Results.ok(), new Limit(LimitMetric.THROUGHPUT, 100)).verdict())
                .isEqualTo(VerdictKind.PASS);
        assertThat(finding(Results.ok(), new Limit(LimitMetric.ERROR_RATE, 0)).verdict())
                .isEqualTo(VerdictKind.PASS);
    }

    @Test
    void aScenarioWithoutAnErrorRateHasADefaultOne() {
        Verdict verdict = Judge.judge(Results.plan(), Results.run(Results.plan(), Results.ok()));

        assertThat(verdict.kind()).isEqualTo(VerdictKind.PASS);
        assertThat(verdict.findings())
                .extracting(Finding::reason)
                .containsExactly(
                        "1000 requests in 10 s",
                        "errorRate 0 %, limit 1 %; this limit is the default, set an <errorRate> in the <limits> for"
                                + " another");
        assertThat(verdict.findings().get(1).limit()).hasValue(0.01);
    }

    @Test
    void failuresBreakTheDefaultLimitWhateverElseIsLimited() {
        ScenarioResult failing = Results.with(1000, Map.of(Outcome.CONNECT, 500L), 0);
        Plan plan = Results.plan(new Limit(LimitMetric.P99, 20e6));

        Verdict verdict = Judge.judge(plan, Results.run(plan, failing));

        assertThat(verdict.kind()).isEqualTo(VerdictKind.LIMIT_BROKEN);
        assertThat(verdict.findings())
                .extracting(Finding::verdict)
                .containsExactly(VerdictKind.PASS, VerdictKind.PASS, VerdictKind.LIMIT_BROKEN);
        assertThat(verdict.findings().get(2).reason())
                .isEqualTo("errorRate 50 %, limit 1 %; 1000 requests, 500 failed (500 connect);"
                        + " this limit is the default, set an <errorRate> in the <limits> for another");
        assertThat(kind(Results.with(1000, Map.of(Outcome.STATUS, 10L), 0))).isEqualTo(VerdictKind.PASS);
        assertThat(kind(Results.with(1000, Map.of(Outcome.STATUS, 11L), 0))).isEqualTo(VerdictKind.LIMIT_BROKEN);
        assertThat(kind(Results.with(980, Map.of(), 20))).isEqualTo(VerdictKind.LIMIT_BROKEN);
        assertThat(kind(Results.with(0, Map.of(), 20))).isEqualTo(VerdictKind.LIMIT_BROKEN);
    }

    @Test
    void anErrorRateOfOnesOwnTakesThePlaceOfTheDefault() {
        ScenarioResult failing = Results.with(1000, Map.of(Outcome.CONNECT, 500L), 0);

        assertThat(kind(failing, new Limit(LimitMetric.ERROR_RATE, 1))).isEqualTo(VerdictKind.PASS);
        assertThat(kind(failing, new Limit(LimitMetric.ERROR_RATE, 0.5))).isEqualTo(VerdictKind.PASS);
        assertThat(kind(Results.with(1000, Map.of(Outcome.CONNECT, 5L), 0), new Limit(LimitMetric.ERROR_RATE, 0)))
                .isEqualTo(VerdictKind.LIMIT_BROKEN);
    }

    @Test
    void exchangesThatHungThroughTheWholeMeasuredTimeAreNamed() {
        Plan plan = Results.plan();
        ScenarioResult nothing = Results.hanging(0, Map.of(Outcome.TIMEOUT, 5L));

        Verdict verdict = Judge.judge(plan, Results.run(plan, nothing));

        assertThat(verdict.kind()).isEqualTo(VerdictKind.INVALID);
        assertThat(verdict.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason())
                        .isEqualTo(
                                "nothing was measured: 0 requests; 5 of the 5 exchanges in flight were started in the"
                                        + " warm-up and waited for a response to GET / through the whole measured time of 10 s;"
                                        + " how they ended after it: 5 timeout. Find out what the target waits for, or set a"
                                        + " <timeout> shorter than the <duration>, so that they count as failed"));
    }

    @Test
    void aLoadOfWhichHalfHungIsNotTheOneAskedFor() {
        ScenarioResult most = Results.hanging(1000, Map.of(Outcome.TIMEOUT, 2L, Outcome.OK, 1L));
        ScenarioResult few = Results.hanging(1000, Map.of(Outcome.OK, 2L));

        assertThat(measured(most).verdict()).isEqualTo(VerdictKind.INVALID);
        assertThat(measured(most).reason()).contains("3 of the 5 exchanges", "1 ok, 2 timeout", "<duration>");
        assertThat(HungExchanges.warning(Request.get("/"), most)).isEmpty();
        assertThat(measured(few).verdict()).isEqualTo(VerdictKind.PASS);
        assertThat(measured(few).reason()).startsWith("1000 requests in 10 s; 2 of the 5 exchanges in flight were");
        assertThat(HungExchanges.warning(Request.get("/"), few).orElseThrow()).contains("2 of the 5 exchanges");
        assertThat(HungExchanges.warning(Request.get("/"), Results.ok())).isEmpty();
    }

    @Test
    void zeroRequestsAreNeverAPass() {
        ScenarioResult nothing = Results.with(0, Map.of(), 0);
        Plan plan = Results.plan(new Limit(LimitMetric.ERROR_RATE, 1), new Limit(LimitMetric.P99, 1e9));

        Verdict verdict = Judge.judge(plan, Results.run(plan, nothing));

        assertThat(verdict.kind()).isEqualTo(VerdictKind.INVALID);
        assertThat(verdict.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).isEqualTo("nothing was measured: 0 requests"));
    }

    @Test
    void noSuccessIsNeverAPassHoweverQuickTheFailuresWere() {
        ScenarioResult refused = Results.with(1000, Map.of(Outcome.CONNECT, 1000L), 0);
        Plan plan = Results.plan(new Limit(LimitMetric.P99, 1e9), new Limit(LimitMetric.ERROR_RATE, 1));

        Verdict verdict = Judge.judge(plan, Results.run(plan, refused));

        assertThat(verdict.findings()).extracting(Finding::verdict).containsOnly(VerdictKind.INVALID);
        assertThat(kind(refused)).isEqualTo(VerdictKind.LIMIT_BROKEN);
        assertThat(finding(refused, new Limit(LimitMetric.ERROR_RATE, 0.5)).verdict())
                .isEqualTo(VerdictKind.LIMIT_BROKEN);
    }

    @Test
    void aDroppedArrivalTookLongerThanAnyLimit() {
        ScenarioResult dropping = Results.with(980, Map.of(), 20);

        Finding p99 = finding(dropping, new Limit(LimitMetric.P99, 1e9));

        assertThat(p99.verdict()).isEqualTo(VerdictKind.LIMIT_BROKEN);
        assertThat(p99.estimate()).isEmpty();
        assertThat(p99.low()).hasValue(12.3e6);
        assertThat(p99.reason())
                .isEqualTo(
                        "p99 is beyond any limit, as 2 % of the arrivals were dropped and never answered; limit 1 s");
        assertThat(finding(dropping, new Limit(LimitMetric.P50, 1e9)).verdict()).isEqualTo(VerdictKind.PASS);
        assertThat(finding(dropping, new Limit(LimitMetric.MAX, 1e9)).verdict()).isEqualTo(VerdictKind.LIMIT_BROKEN);
    }

    @Test
    void aPercentileOfTooFewRequestsIsJudgedAndSaidToBeTheLongest() {
        ScenarioResult few = Results.with(99, Map.of(), 0);

        assertThat(finding(few, new Limit(LimitMetric.P99, 20e6)).reason())
                .isEqualTo("p99 12.3 ms, limit 20 ms; of only 99 requests, so it is the longest or close to it:"
                        + " 100 or more are needed");
        assertThat(finding(few, new Limit(LimitMetric.P50, 20e6)).reason()).isEqualTo("p50 6.15 ms, limit 20 ms");
        assertThat(finding(Results.with(100, Map.of(), 0), new Limit(LimitMetric.P99, 20e6))
                        .reason())
                .isEqualTo("p99 12.3 ms, limit 20 ms");
    }

    @Test
    void aMissingResultIsInvalidAndAKnownReasonInconclusive() {
        Plan plan = Results.plan();
        RunResult missing = Results.run(plan);
        RunResult known = new RunResult(
                RunResult.SCHEMA_VERSION,
                missing.environment(),
                missing.target(),
                List.of(),
                List.of(new NotMeasured(Results.SCENARIO, Client.ASYNC, "needs JDK 21")));

        assertThat(Judge.judge(plan, missing).kind()).isEqualTo(VerdictKind.INVALID);
        Verdict verdict = Judge.judge(plan, known);
        assertThat(verdict.kind()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(verdict.findings().get(0).reason()).isEqualTo("not measured: needs JDK 21");
    }

    @Test
    void twoResultsOfOneClientAreInvalid() {
        Plan plan = Results.plan();

        assertThat(Judge.judge(plan, Results.run(plan, Results.ok(), Results.ok()))
                        .kind())
                .isEqualTo(VerdictKind.INVALID);
    }

    @Test
    void aResultOfAnotherConfigurationIsInvalidWhateverItHolds() {
        Plan other = ResultFixtures.plan();

        Verdict verdict = Judge.judge(other, Results.run(Results.plan(), Results.ok()));

        assertThat(verdict.findings()).hasSize(7).allSatisfy(finding -> {
            assertThat(finding.verdict()).isEqualTo(VerdictKind.INVALID);
            assertThat(finding.reason()).contains("another configuration").contains("fetchmark:run");
        });
    }

    @Test
    void limitsMayChangeWithoutMeasuringAgain() {
        RunResult run = Results.run(Results.plan(), Results.ok());

        assertThat(Judge.judge(Results.plan(new Limit(LimitMetric.P99, 20e6)), run)
                        .kind())
                .isEqualTo(VerdictKind.PASS);
        assertThat(Judge.judge(Results.plan(new Limit(LimitMetric.P99, 1e6)), run)
                        .kind())
                .isEqualTo(VerdictKind.LIMIT_BROKEN);
    }

    @Test
    void noFindingIsAnInvalidVerdict() {
        assertThat(Verdict.of(List.of()).kind()).isEqualTo(VerdictKind.INVALID);
    }

    @Test
    void theEstimateOfTheFindingMeasuredIsTheNumberOfSuccesses() {
        assertThat(measured(Results.with(10, Map.of(Outcome.STATUS, 4L), 0)).estimate())
                .isEqualTo(OptionalDouble.of(6));
    }

    private static VerdictKind kind(ScenarioResult result, Limit... limits) {
        Plan plan = Results.plan(limits);
        return Judge.judge(plan, Results.run(plan, result)).kind();
    }

    private static Finding finding(ScenarioResult result, Limit limit) {
        Plan plan = Results.plan(limit);
        return Judge.judge(plan, Results.run(plan, result)).findings().get(1);
    }

    private static Finding measured(ScenarioResult result, Limit... limits) {
        Plan plan = Results.plan(limits);
        return Judge.judge(plan, Results.run(plan, result)).findings().get(0);
    }
}

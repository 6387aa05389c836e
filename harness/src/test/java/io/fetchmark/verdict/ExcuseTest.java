package io.fetchmark.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Stalls;
import io.fetchmark.plan.Limit;
import io.fetchmark.plan.LimitMetric;
import io.fetchmark.result.Disturbance;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TimeSummary;
import io.fetchmark.result.Undisturbed;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 1000 requests in 10 s, p99 of 2 s, of which something took a part. */
final class ExcuseTest {

    private static final long SECOND = 1_000_000_000;
    private static final long MILLI = 1_000_000;
    private static final Limit P99 = new Limit(LimitMetric.P99, 100 * MILLI);
    private static final Stalls STOPPED = new Stalls(2 * SECOND, 2 * SECOND, 0, 0);

    @Test
    void aLimitThatOnlyAStallOfTheClientBrokeIsInDoubt() {
        Finding finding = judged(P99, stalled(STOPPED, 5 * MILLI));

        assertThat(finding.verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(finding.reason())
                .isEqualTo(
                        "p99 2 s, limit 100 ms; not held against the target: in the 7 s of 10 s that nothing disturbed"
                                + " p99 was 5 ms; the client stood still for 2 s, stopped or without a CPU, by nothing that it"
                                + " did itself (measure again, with less beside it on the machine)");
    }

    @Test
    void aLimitThatIsBrokenWhenNothingDisturbsIsBroken() {
        assertThat(judged(P99, stalled(STOPPED, 150 * MILLI)).verdict()).isEqualTo(VerdictKind.LIMIT_BROKEN);
    }

    /** 19 of 1000 requests: no p50 can be told of so few, but only the longest of all is in doubt. */
    @Test
    void theLongestExchangeIsInDoubtHoweverFewTheOthersAre() {
        Disturbance mostly = new Disturbance(3, STOPPED, 0, 0, 0.2, 6 * SECOND, 0, 0, undisturbed(19, 5 * MILLI));

        assertThat(judged(new Limit(LimitMetric.MAX, SECOND), mostly).verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(judged(new Limit(LimitMetric.P50, 500 * MILLI), mostly).verdict())
                .isEqualTo(VerdictKind.LIMIT_BROKEN);
    }

    @Test
    void aStallThatIsTooShortExplainsNothing() {
        Disturbance little = new Disturbance(
                3,
                new Stalls(30 * MILLI, 30 * MILLI, 0, 0),
                0,
                0,
                0.003,
                40 * MILLI,
                0,
                0,
                undisturbed(700, 5 * MILLI));

        assertThat(judged(P99, little).verdict()).isEqualTo(VerdictKind.LIMIT_BROKEN);
    }

    @Test
    void whatTheClientDidToItselfIsInvalid() {
        Finding collected = judged(P99, stalled(new Stalls(2 * SECOND, 2 * SECOND, 2 * SECOND, 0), 5 * MILLI));
        Finding busy = judged(P99, stalled(new Stalls(2 * SECOND, 2 * SECOND, 0, 2 * SECOND), 5 * MILLI));

        assertThat(collected.verdict()).isEqualTo(VerdictKind.INVALID);
        assertThat(collected.reason())
                .endsWith("its own garbage collection stopped the client for 2 s"
                        + " (give it more memory by -Dfetchmark.jvmOptions=-Xmx1g)");
        assertThat(busy.verdict()).isEqualTo(VerdictKind.INVALID);
        assertThat(busy.reason()).endsWith("(lower the load, or take a client that costs less)");
    }

    @Test
    void othersThatHadTheCpusAllTheTimeLeaveADoubt() {
        Disturbance crowded = new Disturbance(10, Stalls.NONE, 0.96, 0.9, 0.96, 5 * SECOND, 0, 0, undisturbed(0, 0));

        Finding finding = judged(P99, crowded);

        assertThat(finding.verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(finding.reason())
                .contains("it was disturbed in 10 s of 17 s, and the rest is too little to tell")
                .endsWith(
                        "others had 96 % of the client's CPU time then; others had 90 % of the target's CPU time then");
    }

    @Test
    void othersThatHadALittleAllTheTimeExplainNoMoreThanTheirShare() {
        Disturbance some = new Disturbance(10, Stalls.NONE, 0.2, 0, 0.2, 5 * SECOND, 0, 0, undisturbed(0, 0));

        assertThat(judged(P99, some).verdict()).isEqualTo(VerdictKind.LIMIT_BROKEN);
        assertThat(judged(new Limit(LimitMetric.P99, 1700 * MILLI), some).verdict())
                .isEqualTo(VerdictKind.INCONCLUSIVE);
    }

    @Test
    void throughputIsExplainedByWhatWasTakenAndByNoMore() {
        Disturbance half = new Disturbance(5, STOPPED, 0, 0, 0.5, 2 * SECOND, 0, 0, undisturbed(900, 5 * MILLI));

        assertThat(judged(new Limit(LimitMetric.THROUGHPUT, 120), half).verdict())
                .isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(judged(new Limit(LimitMetric.THROUGHPUT, 140), half).verdict())
                .as("900 in 7 s")
                .isEqualTo(VerdictKind.LIMIT_BROKEN);
    }

    @Test
    void anErrorRateIsExplainedByTimeoutsOfAStallAlone() {
        Limit limit = new Limit(LimitMetric.ERROR_RATE, 0.01);
        Disturbance lost = new Disturbance(3, STOPPED, 0, 0, 0.2, 2 * SECOND, 40, 0, undisturbed(700, 5 * MILLI));
        ScenarioResult timeouts =
                Results.with(1000, Map.of(Outcome.TIMEOUT, 45L), 0).disturbedBy(lost);
        ScenarioResult others = Results.with(1000, Map.of(Outcome.STATUS, 45L, Outcome.TIMEOUT, 40L), 0)
                .disturbedBy(lost);

        assertThat(new LimitJudge(limit, timeouts).finding().verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(new LimitJudge(limit, timeouts).finding().reason())
                .contains(
                        "40 exchanges ran out of time while the client stood still; without them errorRate is 0.521 %");
        assertThat(new LimitJudge(limit, others).finding().verdict()).isEqualTo(VerdictKind.LIMIT_BROKEN);
    }

    @Test
    void arrivalsThatAStallDroppedBreakNoLimit() {
        Disturbance lost = new Disturbance(3, STOPPED, 0, 0, 0.2, 2 * SECOND, 0, 200, undisturbed(700, 5 * MILLI));
        ScenarioResult dropping = Results.with(1000, Map.of(), 205, 5 * MILLI).disturbedBy(lost);
        ScenarioResult more = Results.with(1000, Map.of(), 300, 5 * MILLI).disturbedBy(lost);

        assertThat(new LimitJudge(P99, dropping).finding().verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(new LimitJudge(P99, more).finding().verdict()).isEqualTo(VerdictKind.LIMIT_BROKEN);
    }

    @Test
    void aLimitThatIsKeptOnABusyMachineStaysKept() {
        assertThat(judged(new Limit(LimitMetric.P99, 3 * SECOND), stalled(STOPPED, 5 * MILLI))
                        .verdict())
                .isEqualTo(VerdictKind.PASS);
    }

    private static Finding judged(Limit limit, Disturbance disturbance) {
        ScenarioResult result = Results.with(1000, Map.of(), 0, 2 * SECOND).disturbedBy(disturbance);
        return new LimitJudge(limit, result).finding();
    }

    private static Disturbance stalled(Stalls stalls, long p99) {
        return new Disturbance(3, stalls, 0, 0, 0.2, 2 * SECOND, 0, 0, undisturbed(700, p99));
    }

    private static Undisturbed undisturbed(long requests, long nanos) {
        TimeSummary times = new TimeSummary(nanos, (double) nanos, nanos, nanos, nanos, nanos, nanos, nanos);
        return new Undisturbed(7, requests, requests / 7.0, times, times);
    }
}

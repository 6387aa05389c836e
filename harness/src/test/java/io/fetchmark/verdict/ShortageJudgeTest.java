package io.fetchmark.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Shortage;
import io.fetchmark.plan.Limit;
import io.fetchmark.plan.LimitMetric;
import io.fetchmark.result.ScenarioResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the client itself lacked is nothing that the target is to answer for. */
final class ShortageJudgeTest {

    private static final Limit BROKEN = new Limit(LimitMetric.P99, 5_000_000);

    @Test
    void aClientThatRanShortMakesTheRunInvalidWithTheRemedy() {
        Verdict verdict =
                verdict(Results.with(Map.of(), 0, Map.of(Shortage.OPEN_FILES, 1234L, Shortage.LOCAL_PORTS, 1L)));

        assertThat(verdict.verdict()).isEqualTo(VerdictKind.INVALID);
        assertThat(verdict.findings())
                .filteredOn(finding -> finding.metric() == FindingMetric.GENERATOR)
                .extracting(Finding::reason)
                .singleElement()
                .asString()
                .startsWith("the client itself ran short: 1234 exchanges could not be started for want of open files (")
                .contains(
                        "ulimit -n",
                        "; 1 exchange could not be started for want of local ports (",
                        "ip_local_port_range");
    }

    @Test
    void aLimitThatWasBrokenMeanwhileIsNotTheTargets() {
        Verdict verdict = verdict(Results.with(Map.of(Outcome.TIMEOUT, 500L), 0, Map.of(Shortage.OPEN_FILES, 1L)));

        assertThat(verdict.findings()).noneMatch(finding -> finding.verdict() == VerdictKind.LIMIT_BROKEN);
        assertThat(verdict(Results.with(Map.of(), 0, Map.of())).verdict()).isEqualTo(VerdictKind.LIMIT_BROKEN);
    }

    @Test
    void whereNothingWasMeasuredTheReasonSaysHowMuchWasNot() {
        ScenarioResult nothing = Results.with(Map.of(Outcome.CONNECT, 1000L), 0, Map.of(Shortage.THREADS, 7L));

        assertThat(verdict(nothing).findings())
                .extracting(Finding::reason)
                .anySatisfy(reason -> assertThat(reason)
                        .isEqualTo("nothing was measured: 1000 requests, 1000 failed (1000 connect),"
                                + " 7 exchanges that the client could not start"));
    }

    private static Verdict verdict(ScenarioResult result) {
        var plan = Results.plan(BROKEN);
        return Judge.judge(plan, Results.run(plan, result));
    }
}

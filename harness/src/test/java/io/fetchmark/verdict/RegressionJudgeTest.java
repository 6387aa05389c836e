package io.fetchmark.verdict;

import static io.fetchmark.verdict.ComparedRuns.CLOSED;
import static io.fetchmark.verdict.ComparedRuns.NGINX;
import static io.fetchmark.verdict.ComparedRuns.comparison;
import static io.fetchmark.verdict.ComparedRuns.failing;
import static io.fetchmark.verdict.ComparedRuns.finding;
import static io.fetchmark.verdict.ComparedRuns.judge;
import static io.fetchmark.verdict.ComparedRuns.judged;
import static io.fetchmark.verdict.ComparedRuns.pairs;
import static io.fetchmark.verdict.ComparedRuns.plan;
import static io.fetchmark.verdict.ComparedRuns.regression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.result.Side;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RegressionJudgeTest {

    @Test
    void aSlowerTargetIsARegressionInEveryMetricWithItsRatioAndInterval() {
        Verdict verdict = judge(comparison(CLOSED, pairs(72, 1.1, 0, 1), pairs(60, 1.1, 0, 2)));

        assertThat(verdict.kind()).isEqualTo(VerdictKind.REGRESSION);
        Finding p50 = finding(verdict, FindingMetric.P50);
        assertThat(p50.againstBaseline()).isTrue();
        assertThat(p50.verdict()).isEqualTo(VerdictKind.REGRESSION);
        assertThat(p50.estimate().orElseThrow()).isCloseTo(1.1, within(0.02));
        assertThat(p50.low().orElseThrow()).isLessThan(1.1);
        assertThat(p50.high().orElseThrow()).isGreaterThan(1.1);
        assertThat(p50.tolerance()).hasValue(0.01);
        assertThat(p50.noiseFloor().orElseThrow()).isBetween(0.01, 0.06);
        assertThat(p50.smallestDetectableChange().orElseThrow()).isBetween(0.01, 0.05);
        assertThat(p50.reason())
                .contains(
                        "p50 is ",
                        "% longer",
                        "95 % interval +",
                        "tolerance 1 %",
                        "confirmed on new instances",
                        "60 pairs");
    }

    @Test
    void aChangeOfOneStartAloneIsInDoubtAndSaysSo() {
        List<Pair> slower = pairs(60, 1.3, 0, 2);
        List<Pair> equal = pairs(60, 1, 0, 3);
        List<Pair> confirmation = IntStream.range(0, 60)
                .mapToObj(pair -> pair % 2 == 0
                        ? equal.get(pair)
                        : new Pair(
                                Side.BASELINE,
                                1,
                                0,
                                slower.get(pair).candidate(),
                                slower.get(pair).baseline()))
                .toList();
        Finding p50 = finding(judge(comparison(CLOSED, pairs(72, 1.1, 0, 1), confirmation)), FindingMetric.P50);
        assertThat(p50.verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(p50.reason())
                .contains("% longer", "but only because of one outlier instance of target or baseline", "<starts>");
    }

    @Test
    void aLowerThroughputIsTheRegression() {
        Finding throughput = finding(
                judge(comparison(CLOSED, pairs(72, 1.1, 0, 1), pairs(60, 1.1, 0, 2))), FindingMetric.THROUGHPUT);
        assertThat(throughput.verdict()).isEqualTo(VerdictKind.REGRESSION);
        assertThat(throughput.estimate().orElseThrow()).isCloseTo(1 / 1.1, within(0.02));
        assertThat(throughput.low().orElseThrow()).isLessThan(throughput.high().orElseThrow());
        assertThat(throughput.reason()).contains("throughput is ", "% lower");
    }

    @Test
    void aFasterTargetIsAPassThatTellsTheImprovement() {
        Verdict verdict = judge(comparison(CLOSED, pairs(24, 0.8, 0, 1), List.of()));
        assertThat(verdict.kind()).isEqualTo(VerdictKind.PASS);
        assertThat(finding(verdict, FindingMetric.P50).reason()).contains("% shorter", "an improvement");
        assertThat(finding(verdict, FindingMetric.THROUGHPUT).reason()).contains("% higher", "an improvement");
    }

    @Test
    void equalTargetsPass() {
        Verdict verdict = judge(comparison(CLOSED, pairs(36, 1, 0, 1), List.of()));
        assertThat(verdict.kind()).isEqualTo(VerdictKind.PASS);
        assertThat(finding(verdict, FindingMetric.P50).reason())
                .contains("not the 5 % to detect", "noise floor")
                .doesNotContain("improvement");
        assertThat(finding(verdict, FindingMetric.ERROR_RATE).reason())
                .contains("no more errors than chance", "target 0 of 36", "baseline 0 of 36");
    }

    @Test
    void whatFreshStartsDoNotShowIsNoRegression() {
        Verdict verdict = judge(comparison(CLOSED, pairs(72, 1.1, 0, 1), pairs(60, 1, 0, 2)));
        assertThat(verdict.kind()).isEqualTo(VerdictKind.PASS);
        assertThat(finding(verdict, FindingMetric.P50).reason()).contains("do not confirm what the first ones showed");
    }

    @Test
    void whatWasNotMeasuredOnFreshStartsIsInDoubt() {
        Verdict verdict = judge(comparison(CLOSED, pairs(72, 1.1, 0, 1), List.of()));
        assertThat(verdict.kind()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(finding(verdict, FindingMetric.P50).reason()).contains("not measured on new instances");
    }

    @Test
    void whatCannotBeToldWithinTheBudgetIsInDoubtAndSaysWhatToDo() {
        Verdict verdict = judge(comparison(CLOSED, pairs(6, 1.03, 0, 1), List.of()));
        assertThat(verdict.kind()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(finding(verdict, FindingMetric.P50).reason())
                .contains("may or may not be the 5 % to detect", "budget of 1m", "<budget>");
    }

    @Test
    void aTargetThatAlwaysFailsIsARegressionOfErrorsWhateverItsTimes() {
        Verdict verdict = judge(comparison(CLOSED, pairs(72, 0.5, 1000, 1), pairs(60, 0.5, 1000, 2)));
        assertThat(verdict.kind()).isEqualTo(VerdictKind.REGRESSION);
        assertThat(finding(verdict, FindingMetric.ERROR_RATE).reason())
                .contains("more errors than the baseline", "target 60 000 of 60 000", "baseline 0 of 60 000");
        Finding p50 = finding(verdict, FindingMetric.P50);
        assertThat(p50.verdict()).isEqualTo(VerdictKind.INVALID);
        assertThat(p50.estimate()).isEmpty();
        assertThat(p50.reason()).contains("no exchange succeeded");
    }

    @Test
    void sidesThatFailAlikeAreNoPass() {
        List<Pair> halfFailed = failing(pairs(36, 1, 500, 1), 500);

        Verdict verdict = judge(comparison(CLOSED, halfFailed, List.of()));

        assertThat(verdict.kind()).isEqualTo(VerdictKind.INVALID);
        assertThat(finding(verdict, FindingMetric.P50).reason())
                .isEqualTo(
                        "50 % of the exchanges with the baseline failed, where an errorRate of 1 % is the limit: figures"
                                + " of failures cannot be compared; mend what fails, or set an <errorRate> in the <limits> that"
                                + " allows it");
        assertThat(judge(comparison(CLOSED, failing(pairs(36, 1, 10, 1), 10), List.of()))
                        .kind())
                .isEqualTo(VerdictKind.PASS);
    }

    @Test
    void aBaselineThatFailsAccusesNobody() {
        List<Pair> screening = failing(pairs(72, 1.5, 0, 1), 500);
        List<Pair> confirmation = failing(pairs(60, 1.5, 0, 2), 500);

        Finding p50 = finding(judge(comparison(CLOSED, screening, confirmation)), FindingMetric.P50);

        assertThat(p50.verdict()).isEqualTo(VerdictKind.INVALID);
    }

    @Test
    void aRunWithoutTheComparisonThatThePlanAsksForIsInvalid() {
        Plan plan = plan(regression(), CLOSED);
        Verdict verdict = Judge.judge(plan, Results.run(plan, Results.ok()));
        assertThat(verdict.kind()).isEqualTo(VerdictKind.INVALID);
        assertThat(verdict.complaints().get(0).reason()).contains("no comparison with the baseline");
    }

    @Test
    void otherScenariosTestsMakeEachTestStricter() {
        Comparison comparison = comparison(CLOSED, pairs(36, 1, 0, 1), List.of());
        Plan one = plan(regression(), CLOSED);
        List<Scenario> two = List.of(
                one.scenarios().get(0),
                Scenario.of("other", one.scenarios().get(0).request(), CLOSED, Client.ASYNC)
                        .comparedBy(regression()));
        Plan both = new Plan(NGINX, one.baseline(), RuntimeChoice.AUTO, 1, two, 1);
        assertThat(both.tests()).isEqualTo(2 * one.tests());
        double alone = finding(judged(one, comparison), FindingMetric.P50)
                .smallestDetectableChange()
                .orElseThrow();
        double together = finding(judged(both, comparison), FindingMetric.P50)
                .smallestDetectableChange()
                .orElseThrow();
        assertThat(together).isGreaterThan(alone);
    }
}

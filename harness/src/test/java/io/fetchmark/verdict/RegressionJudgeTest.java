package io.fetchmark.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.Side;
import io.fetchmark.result.WarmUp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RegressionJudgeTest {

    private static final NginxSpec NGINX = NginxSpec.welcome("nginx:1.28");
    private static final Load CLOSED = new Load.Closed(5);
    private static final int PLANNED = 72;

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

    /** The same pairs with a baseline of which so many of 1000 fail. */
    private static List<Pair> failing(List<Pair> pairs, long failed) {
        return pairs.stream()
                .map(pair -> new Pair(
                        pair.first(),
                        0,
                        0,
                        pair.candidate(),
                        block((double) pair.baseline().p50(), failed)))
                .toList();
    }

    @Test
    void whatIsNotMeteredIsInDoubt() {
        List<Pair> pairs = pairs(36, 1, 0, 1).stream()
                .map(pair -> new Pair(pair.first(), 0, 0, unmetered(pair.candidate()), unmetered(pair.baseline())))
                .toList();
        Verdict verdict = judge(comparison(CLOSED, pairs, List.of()));
        assertThat(verdict.kind()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(finding(verdict, FindingMetric.CPU_PER_REQUEST).reason()).contains("not known here");
        assertThat(finding(verdict, FindingMetric.P50).verdict()).isEqualTo(VerdictKind.PASS);
    }

    @Test
    void pairsInWhichTheClientStoodStillAreLeftOutAndCounted() {
        // Of 70 pairs of equal targets the client stood still in 30, whose candidate seems to be three times as slow.
        List<Pair> stalled = pairs(30, 3, 0, 3).stream()
                .map(pair -> new Pair(pair.first(), 0, 0, stalled(pair.candidate()), pair.baseline()))
                .toList();
        List<Pair> calm = pairs(40, 1, 0, 4);
        List<Pair> all = IntStream.range(0, 40)
                .boxed()
                .flatMap(pair -> Stream.concat(
                        Stream.of(calm.get(pair)), stalled.stream().skip(pair).limit(1)))
                .toList();

        Finding p50 = finding(judge(comparison(CLOSED, all, all)), FindingMetric.P50);

        assertThat(p50.verdict()).isNotEqualTo(VerdictKind.REGRESSION);
        assertThat(p50.estimate().orElseThrow()).isBetween(0.98, 1.02);
        assertThat(p50.reason()).contains("beside 30 that were left out, as the client stood still");
    }

    @Test
    void whereTheClientStoodStillInMostPairsNothingCanBeTold() {
        List<Pair> stalled = pairs(60, 3, 0, 3).stream()
                .map(pair -> new Pair(pair.first(), 0, 0, pair.candidate(), stalled(pair.baseline())))
                .toList();

        Finding p50 = finding(judge(comparison(CLOSED, stalled, List.of())), FindingMetric.P50);

        assertThat(p50.verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(p50.reason()).startsWith("p50 cannot be compared, as the client stood still in most pairs");
    }

    @Test
    void timesThatAreTheClientsOwnAreInvalid() {
        Load open = new Load.Open(1000, Arrivals.UNIFORM);
        List<Pair> late = pairs(36, 1, 0, 1).stream()
                .map(pair -> new Pair(pair.first(), 0, 0, late(pair.candidate()), late(pair.baseline())))
                .toList();
        Regression regression = Regression.of(RegressionMetric.P50.gated(), RegressionMetric.CPU_PER_REQUEST.gated());
        Verdict verdict = judge(regression, comparison(open, late, List.of()));
        assertThat(finding(verdict, FindingMetric.P50).verdict()).isEqualTo(VerdictKind.INVALID);
        assertThat(finding(verdict, FindingMetric.P50).reason())
                .contains("the client itself started most exchanges late");
        assertThat(finding(verdict, FindingMetric.CPU_PER_REQUEST).verdict()).isEqualTo(VerdictKind.PASS);
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

    private static Regression regression() {
        return Regression.of(
                RegressionMetric.P50.gated(),
                RegressionMetric.THROUGHPUT.gated(),
                RegressionMetric.CPU_PER_REQUEST.gated());
    }

    @Test
    void thatAnInstanceStillWarmedUpIsInEveryReason() {
        Comparison measured = comparison(new Load.Closed(4), pairs(40, 1, 0, 5), List.of());
        assertThat(finding(judge(measured), FindingMetric.P50).reason()).doesNotContain("<warmUp>");

        assertThat(finding(judge(warmedUp(measured, true)), FindingMetric.P50).reason())
                .doesNotContain("<warmUp>");
        assertThat(judge(warmedUp(measured, false)).findings().stream().filter(Finding::againstBaseline))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.reason())
                        .endsWith("; not every instance was steady when its warm-up ended: give it a longer <warmUp>"));
    }

    @Test
    void freshInstancesThatStillWarmedUpAreToldToo() {
        Comparison steady = warmedUp(comparison(new Load.Closed(4), pairs(40, 1, 0, 5), List.of()), true);
        Comparison confirmed = steady.confirmedBy(
                60, pairs(20, 1, 0, 6), Optional.of(new WarmUp(60, Optional.of(false))), List.of("not steady"));
        assertThat(confirmed.warmUp()).contains(new WarmUp(60, Optional.of(false)));
        assertThat(confirmed.warnings()).containsExactly("not steady");
    }

    private static Comparison warmedUp(Comparison comparison, boolean steady) {
        return new Comparison(
                comparison.scenario(),
                comparison.client(),
                comparison.load(),
                Optional.of(new WarmUp(10, Optional.of(steady))),
                comparison.blockSeconds(),
                comparison.plannedPairs(),
                comparison.screening(),
                comparison.plannedConfirmation(),
                comparison.confirmation(),
                comparison.histograms(),
                comparison.warnings());
    }

    private static Verdict judge(Comparison comparison) {
        return judge(regression(), comparison);
    }

    private static Verdict judge(Regression regression, Comparison comparison) {
        return judged(plan(regression, comparison.load()), comparison);
    }

    private static Verdict judged(Plan plan, Comparison comparison) {
        RunResult run = Results.run(plan, Results.ok());
        return Judge.judge(plan, run.compared(run.target(), List.of(comparison)));
    }

    private static Plan plan(Regression regression, Load load) {
        Scenario scenario = Scenario.of(
                        Results.SCENARIO, Results.plan().scenarios().get(0).request(), load, Client.ASYNC)
                .comparedBy(regression);
        return new Plan(NGINX, Optional.of(new Baseline.Beside(NGINX)), RuntimeChoice.AUTO, 1, List.of(scenario), 1);
    }

    private static Finding finding(Verdict verdict, FindingMetric metric) {
        return verdict.findings().stream()
                .filter(Finding::againstBaseline)
                .filter(finding -> finding.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    private static Comparison comparison(Load load, List<Pair> screening, List<Pair> confirmation) {
        return new Comparison(
                Results.SCENARIO,
                Client.ASYNC,
                load,
                0.25,
                PLANNED,
                screening,
                confirmation.isEmpty() ? 0 : 60,
                confirmation,
                List.of(),
                List.of());
    }

    /** Blocks of 1000 exchanges; the candidate takes so many times as long, and so many of its exchanges fail. */
    private static List<Pair> pairs(int count, double ratio, long failed, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(pair -> new Pair(
                        Side.CANDIDATE,
                        0,
                        0,
                        block(1e6 * ratio * random.nextDouble(0.97, 1.03), failed),
                        block(1e6 * random.nextDouble(0.97, 1.03), 0)))
                .toList();
    }

    private static BlockFigures block(double nanos, long failed) {
        long time = Math.round(nanos);
        return new BlockFigures(
                1000,
                failed,
                (1000 - failed) * 1e6 / nanos,
                time,
                time,
                time,
                time,
                0,
                OptionalDouble.of(nanos / 10),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }

    private static BlockFigures unmetered(BlockFigures block) {
        return with(block, 0, OptionalDouble.empty());
    }

    private static BlockFigures stalled(BlockFigures block) {
        return new BlockFigures(
                block.requests(),
                block.failed(),
                block.perSecond(),
                block.p50(),
                block.p90(),
                block.p95(),
                block.p99(),
                block.startLatenessP50(),
                block.targetCpuNanosPerRequest(),
                block.clientCpuNanosPerRequest(),
                block.stealNanos(),
                OptionalLong.of(2_000_000_000));
    }

    private static BlockFigures late(BlockFigures block) {
        return with(block, 200_000_000, block.targetCpuNanosPerRequest());
    }

    private static BlockFigures with(BlockFigures block, long lateness, OptionalDouble cpu) {
        return new BlockFigures(
                block.requests(),
                block.failed(),
                block.perSecond(),
                block.p50(),
                block.p90(),
                block.p95(),
                block.p99(),
                lateness,
                cpu,
                block.clientCpuNanosPerRequest(),
                block.stealNanos());
    }
}

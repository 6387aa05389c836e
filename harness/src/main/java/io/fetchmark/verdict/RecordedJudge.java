package io.fetchmark.verdict;

import io.fetchmark.baseline.Precedents;
import io.fetchmark.baseline.RecordedBaseline;
import io.fetchmark.baseline.RecordedMetric;
import io.fetchmark.gate.Differences;
import io.fetchmark.gate.Gap;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Gated;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.stats.SignFlip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The findings that hold the target against a recorded baseline, as {@link RecordedChange} has it. With fewer than {@value
 * RecordedBaseline#ENOUGH_RUNS} recorded runs that can be compared they are {@link VerdictKind#INCONCLUSIVE}, with what was seen all the same.
 */
final class RecordedJudge {

    private final Plan plan;
    private final RunResult result;
    private final RecordedBaseline recorded;

    RecordedJudge(Plan plan, RunResult result, RecordedBaseline recorded) {
        this.plan = plan;
        this.result = result;
        this.recorded = recorded;
    }

    /** One for each metric. */
    List<Finding> findings(Scenario scenario, Comparison comparison) {
        Precedents precedents = Precedents.of(recorded, plan, result, scenario, comparison);
        List<Finding> findings = new ArrayList<>();
        scenario.regression()
                .ifPresent(regression ->
                        regression.metrics().forEach(gated -> findings.add(finding(gated, comparison, precedents))));
        return findings;
    }

    /** Why nothing was compared, one for each metric: no reference runs as such a target does. */
    static List<Finding> withoutReference(Scenario scenario, Client client, TargetRuntime runtime) {
        return scenario.regression().stream()
                .flatMap(regression -> regression.metrics().stream())
                .map(gated -> finding(
                        gated,
                        scenario.name(),
                        client,
                        VerdictKind.INCONCLUSIVE,
                        Optional.empty(),
                        RecordedReason.withoutReference(runtime)))
                .toList();
    }

    private Finding finding(Gated gated, Comparison comparison, Precedents precedents) {
        Optional<Double> now = RecordedMetric.difference(gated.metric(), comparison.all());
        double[] before = precedents.differences(gated.metric());
        RecordedReason reason = new RecordedReason(gated.metric(), before.length, precedents.others());
        if (now.isEmpty()) {
            Gap gap = new Differences(gated.metric(), comparison.all()).gap().orElse(Gap.TOO_FEW_REQUESTS);
            VerdictKind kind = gap == Gap.NOTHING_SUCCEEDED ? VerdictKind.INVALID : VerdictKind.INCONCLUSIVE;
            return finding(gated, comparison, kind, Optional.empty(), reason.of(gap));
        }
        if (before.length < RecordedBaseline.ENOUGH_RUNS) {
            Optional<RatioOfMetric> change = Arrays.stream(before).average().stream()
                    .mapToObj(mean -> RecordedChange.ratio(gated.metric(), now.get() - mean))
                    .findFirst();
            return finding(
                    gated,
                    comparison,
                    VerdictKind.INCONCLUSIVE,
                    change,
                    reason.advisory(RecordedChange.ratio(gated.metric(), now.get()), change, recorded));
        }
        RecordedChange change = RecordedChange.of(gated, now.get(), before, plan.tests());
        return gated.metric() == RegressionMetric.ERROR_RATE
                ? ofErrors(change, comparison, reason)
                : ofRatio(change, comparison, reason);
    }

    private static Finding ofRatio(RecordedChange change, Comparison comparison, RecordedReason reason) {
        VerdictKind kind = change.isWorse()
                ? VerdictKind.REGRESSION
                : change.isCleared() ? VerdictKind.PASS : VerdictKind.INCONCLUSIVE;
        RatioOfMetric ratio = change.ratio();
        return new Finding(
                comparison.scenario(),
                comparison.client(),
                FindingMetric.of(change.gated().metric()),
                kind,
                OptionalDouble.of(ratio.estimate()),
                OptionalDouble.of(ratio.low()),
                OptionalDouble.of(ratio.high()),
                OptionalDouble.of(change.gated().tolerance()),
                OptionalDouble.of(change.noiseFloor()),
                OptionalDouble.of(change.smallest()),
                OptionalDouble.empty(),
                kind == VerdictKind.PASS && change.isBetter(),
                reason.judged(kind, change));
    }

    /** Recorded runs without any error leave no margin; but one error may be chance. */
    private static Finding ofErrors(RecordedChange change, Comparison comparison, RecordedReason reason) {
        double[] differences = new Differences(RegressionMetric.ERROR_RATE, comparison.all()).values();
        boolean worse = change.isWorse() && SignFlip.pValue(differences) <= change.level();
        return finding(
                change.gated(),
                comparison,
                worse ? VerdictKind.REGRESSION : VerdictKind.PASS,
                Optional.empty(),
                reason.ofErrors(worse));
    }

    private static Finding finding(
            Gated gated, Comparison comparison, VerdictKind verdict, Optional<RatioOfMetric> ratio, String reason) {
        return finding(gated, comparison.scenario(), comparison.client(), verdict, ratio, reason);
    }

    private static Finding finding(
            Gated gated,
            String scenario,
            Client client,
            VerdictKind verdict,
            Optional<RatioOfMetric> ratio,
            String reason) {
        OptionalDouble unknown = OptionalDouble.empty();
        return new Finding(
                scenario,
                client,
                FindingMetric.of(gated.metric()),
                verdict,
                ratio.filter(any -> gated.metric() != RegressionMetric.ERROR_RATE)
                        .map(known -> OptionalDouble.of(known.estimate()))
                        .orElse(unknown),
                unknown,
                unknown,
                OptionalDouble.of(gated.tolerance()),
                unknown,
                unknown,
                unknown,
                reason);
    }
}

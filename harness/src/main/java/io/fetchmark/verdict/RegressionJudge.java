package io.fetchmark.verdict;

import io.fetchmark.gate.Estimate;
import io.fetchmark.gate.Gap;
import io.fetchmark.gate.Gate;
import io.fetchmark.gate.Judgement;
import io.fetchmark.plan.Gated;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The findings that compare the target with its baseline, as the {@link Gate} has them. */
final class RegressionJudge {

    private final Gate gate;
    private final int suspects;

    private RegressionJudge(Gate gate, int suspects) {
        this.gate = gate;
        this.suspects = suspects;
    }

    /** How often new instances may err depends on how many suspects there are in all. */
    static RegressionJudge of(Plan plan, RunResult result) {
        Gate gate = new Gate(Math.max(1, plan.tests()));
        int suspects = 0;
        for (Scenario scenario : plan.scenarios()) {
            for (Comparison comparison : result.comparisons().orElse(List.of())) {
                if (comparison.scenario().equals(scenario.name())) {
                    suspects += scenario.regression()
                            .map(regression -> gate.suspects(regression, comparison))
                            .orElse(0);
                }
            }
        }
        return new RegressionJudge(gate, suspects);
    }

    /** One for each metric. */
    List<Finding> findings(Regression regression, Comparison comparison) {
        List<Finding> findings = new ArrayList<>();
        boolean late = wasLate(comparison);
        for (Judgement judgement : gate.judge(regression, comparison, suspects)) {
            findings.add(
                    late && isOfTime(judgement.gated().metric())
                            ? finding(
                                    judgement,
                                    comparison,
                                    VerdictKind.INVALID,
                                    "the client itself started most exchanges late, so that their times are about it;"
                                            + " lower the <arrivalRate>, or give it more CPUs")
                            : finding(
                                    judgement,
                                    comparison,
                                    kind(judgement),
                                    new RegressionReason(judgement, comparison, regression).text()));
        }
        return findings;
    }

    private static VerdictKind kind(Judgement judgement) {
        return switch (judgement.ruling()) {
            case PASS, UNCONFIRMED -> VerdictKind.PASS;
            case REGRESSION -> VerdictKind.REGRESSION;
            case INCONCLUSIVE, UNSETTLED, STARTS_DIFFER -> VerdictKind.INCONCLUSIVE;
            case UNSTEADY -> VerdictKind.INVALID;
            case UNCOMPARABLE ->
                judgement.screened().gap().map(RegressionJudge::kind).orElse(VerdictKind.INVALID);
        };
    }

    private static VerdictKind kind(Gap gap) {
        return switch (gap) {
            case NOTHING_SUCCEEDED -> VerdictKind.INVALID;
            case TOO_FEW_REQUESTS, NOT_METERED, CLIENT_STOOD_STILL -> VerdictKind.INCONCLUSIVE;
        };
    }

    /** Half of what is reported as response time is its own, in blocks of an open load in the middle. */
    private static boolean wasLate(Comparison comparison) {
        if (!(comparison.load() instanceof Load.Open)) {
            return false;
        }
        List<BlockFigures> blocks = comparison.screening().stream()
                .flatMap(pair -> Stream.of(pair.candidate(), pair.baseline()))
                .toList();
        double late = median(blocks.stream().map(BlockFigures::startLatenessP50).toList());
        double response = median(blocks.stream().map(BlockFigures::p50).toList());
        return late > GeneratorJudge.LATE_NANOS && late > response / 2;
    }

    private static double median(List<Long> values) {
        return values.isEmpty() ? 0 : values.stream().sorted().toList().get(values.size() / 2);
    }

    private static boolean isOfTime(RegressionMetric metric) {
        return switch (metric) {
            case P50, P90, P95, P99, THROUGHPUT -> true;
            case CPU_PER_REQUEST, ERROR_RATE -> false;
        };
    }

    private static Finding finding(Judgement judgement, Comparison comparison, VerdictKind verdict, String reason) {
        Gated gated = judgement.gated();
        Optional<RatioOfMetric> ratio =
                judgement.estimate().map(estimate -> RatioOfMetric.of(gated.metric(), estimate));
        return new Finding(
                comparison.scenario(),
                comparison.client(),
                FindingMetric.of(gated.metric()),
                verdict,
                figure(ratio.map(RatioOfMetric::estimate)),
                figure(ratio.map(RatioOfMetric::low)),
                figure(ratio.map(RatioOfMetric::high)),
                OptionalDouble.of(gated.tolerance()),
                figure(judgement.estimate().map(Estimate::noiseFloor)),
                judgement.smallestChange(),
                OptionalDouble.empty(),
                verdict == VerdictKind.PASS && judgement.improved(),
                reason);
    }

    private static OptionalDouble figure(Optional<Double> value) {
        return value.filter(Double::isFinite).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}

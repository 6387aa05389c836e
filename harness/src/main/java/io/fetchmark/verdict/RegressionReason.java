package io.fetchmark.verdict;

import io.fetchmark.gate.Estimate;
import io.fetchmark.gate.Gap;
import io.fetchmark.gate.Judgement;
import io.fetchmark.measure.Units;
import io.fetchmark.plan.Durations;
import io.fetchmark.plan.Gated;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.result.Side;
import io.fetchmark.result.WarmUp;
import java.util.List;

/** In words, what the gate says of one metric, how sure that is, and what to do about it. */
final class RegressionReason {

    private final Judgement judgement;
    private final Comparison comparison;
    private final Regression regression;
    private final Gated gated;

    RegressionReason(Judgement judgement, Comparison comparison, Regression regression) {
        this.judgement = judgement;
        this.comparison = comparison;
        this.regression = regression;
        this.gated = judgement.gated();
    }

    String text() {
        return said() + doubt();
    }

    private String doubt() {
        return comparison.warmUp().filter(WarmUp::endedTooEarly).isPresent()
                ? "; not every instance was steady when its warm-up ended: give it a longer <warmUp>"
                : "";
    }

    private String said() {
        if (gated.metric() == RegressionMetric.ERROR_RATE) {
            return ofErrors();
        }
        return switch (judgement.ruling()) {
            case PASS -> change() + excluded() + (judgement.improved() ? ": an improvement" : "") + measured();
            case UNCONFIRMED ->
                change() + " on new instances, which do not confirm what the first ones showed" + measured();
            case REGRESSION ->
                change() + ", tolerance " + Units.share(gated.tolerance()) + ", confirmed on new instances"
                        + measured();
            case INCONCLUSIVE -> change() + undecided() + measured();
            case UNSETTLED -> change() + unsettled() + measured();
            case STARTS_DIFFER ->
                change() + ", but only because of one outlier instance of target or baseline: give it more <starts>"
                        + measured();
            case UNSTEADY ->
                gated.metric()
                        + " of target and baseline drew apart or together while it was measured, so that there is no"
                        + " one difference: give both a longer <warmUp>" + measured();
            case UNCOMPARABLE -> gap();
        };
    }

    /** What is decided at an interim analysis stays so, even where the pairs that followed are less certain. */
    private String excluded() {
        return isBelowDetect()
                ? ", not the " + detect() + " to detect"
                : ", and the first " + judgement.screened().pairs() + " pairs ruled out the " + detect() + " to detect";
    }

    private String undecided() {
        String budget = "when the budget of " + Durations.format(regression.budget()) + " is spent";
        if (judgement.estimate().isEmpty()) {
            return " " + budget + ": give it a larger <budget>";
        }
        if (!isBelowDetect()) {
            return ", which may or may not be the " + detect() + " to detect " + budget
                    + ": give it a larger <budget>, or a larger <detect>";
        }
        Estimate estimate = judgement.estimate().orElseThrow();
        return (estimate.ofAllPairs() >= 1 + gated.detect()
                        ? ", but that is of the least-disturbed pairs: all pairs together do not rule out the "
                                + detect() + " to detect, as if the target were slow now and then, "
                        : ", which is too close to the " + detect() + " to detect to rule that out ")
                + budget + ": give it a larger <budget>";
    }

    private String unsettled() {
        if (comparison.confirmation().isEmpty()) {
            return ", but it was not measured on new instances, which would have to confirm it";
        }
        return " on new instances, "
                + (isAboveTolerance()
                        ? "but not as surely, or not for as long, as it takes to confirm what the first ones showed"
                        : isBelowDetect()
                                ? "but not as surely as it takes to rule out what the first ones showed"
                                : "which neither confirm nor rule out what the first ones showed")
                + ": give it a larger <budget>";
    }

    /** Whether the interval that stands beside it excludes the change to detect. */
    private boolean isBelowDetect() {
        return judgement
                .estimate()
                .filter(estimate -> estimate.high() < 1 + gated.detect())
                .isPresent();
    }

    private boolean isAboveTolerance() {
        return judgement
                .estimate()
                .filter(estimate -> estimate.low() > 1 + gated.tolerance())
                .isPresent();
    }

    private String detect() {
        return Units.share(gated.detect());
    }

    private String gap() {
        return switch (judgement.screened().gap().orElse(Gap.NOTHING_SUCCEEDED)) {
            case NOTHING_SUCCEEDED ->
                gated.metric()
                        + " cannot be compared, as no exchange succeeded in most blocks of one side or the other";
            case TOO_FEW_REQUESTS ->
                gated.metric() + " cannot be compared, as most blocks hold too few exchanges for it: gate a lower"
                        + " percentile, or raise the load";
            case NOT_METERED ->
                "cpuPerRequest cannot be compared, as the CPU time of the target or of the baseline is not known here:"
                        + " leave it out of <metrics>";
            case CLIENT_STOOD_STILL ->
                gated.metric()
                        + " cannot be compared, as the client stood still in most pairs, stopped or without a CPU:"
                        + " measure again, with less beside it on the machine";
        };
    }

    private String ofErrors() {
        List<Pair> pairs = judgement.confirming() ? comparison.confirmation() : comparison.screening();
        String errors = "target " + errors(pairs, Side.CANDIDATE) + ", baseline " + errors(pairs, Side.BASELINE);
        return switch (judgement.ruling()) {
            case PASS -> "no more errors than chance: " + errors;
            case UNCONFIRMED -> "no more errors than chance on new instances, unlike on the first ones: " + errors;
            case REGRESSION -> "more errors than the baseline, confirmed on new instances: " + errors;
            case INCONCLUSIVE -> "errors were compared in too few pairs within the budget: " + errors;
            case STARTS_DIFFER, UNSTEADY, UNCOMPARABLE ->
                "errors cannot be compared, as most pairs hold no exchange: " + errors;
            case UNSETTLED -> "more errors than the baseline, but that was not confirmed on new instances: " + errors;
        };
    }

    private static String errors(List<Pair> pairs, Side side) {
        List<BlockFigures> blocks = pairs.stream().map(pair -> pair.of(side)).toList();
        long failed = blocks.stream().mapToLong(BlockFigures::failed).sum();
        long requests = blocks.stream()
                .mapToLong(block -> Math.max(block.requests(), block.failed()))
                .sum();
        return Units.count(failed) + " of " + Units.count(requests);
    }

    /** {@code p50 is 5.2 % longer (95 %: 4.1 % longer to 6.3 % longer)}. */
    private String change() {
        return judgement
                .estimate()
                .map(estimate -> RatioOfMetric.of(gated.metric(), estimate).words())
                .orElse(gated.metric() + " was measured in too few pairs");
    }

    private String measured() {
        String of = "; " + judgement.pairs() + (judgement.pairs() == 1 ? " pair" : " pairs") + leftOut();
        return judgement
                .estimate()
                .map(Estimate::noiseFloor)
                .map(noise -> of + ", noise floor " + Units.share(noise)
                        + (judgement.smallestChange().isPresent()
                                ? ", minimum detectable change "
                                        + Units.share(judgement.smallestChange().getAsDouble())
                                : ""))
                .orElse(of);
    }

    /** {@code , beside 2 that were left out, as the client stood still}. */
    private String leftOut() {
        List<Pair> pairs = judgement.confirming() ? comparison.confirmation() : comparison.screening();
        long out = pairs.stream().filter(Pair::stoodStill).count();
        return out == 0
                ? ""
                : ", beside " + out + (out == 1 ? " that was" : " that were") + " left out, as the client stood still";
    }
}

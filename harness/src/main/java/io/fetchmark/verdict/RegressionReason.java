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
        if (gated.metric() == RegressionMetric.ERROR_RATE) {
            return ofErrors();
        }
        return switch (judgement.ruling()) {
            case PASS ->
                change() + ", not the " + Units.share(gated.detect()) + " to detect"
                        + (judgement.improved() ? ": an improvement" : "") + measured();
            case UNCONFIRMED ->
                change() + " on fresh starts, which do not confirm what the first ones showed" + measured();
            case REGRESSION ->
                change() + ", tolerance " + Units.share(gated.tolerance()) + ", confirmed on fresh starts" + measured();
            case INCONCLUSIVE -> undecided();
            case UNSETTLED -> unsettled();
            case STARTS_DIFFER ->
                change()
                        + ", but not without one start of target or baseline, which stands out from the others: give it"
                        + " more <starts>" + measured();
            case UNSTEADY ->
                gated.metric()
                        + " of target and baseline drew apart or together while it was measured, so that there is no"
                        + " one difference: give both a longer <warmUp>" + measured();
            case UNCOMPARABLE -> gap();
        };
    }

    private String undecided() {
        String budget =
                "when the budget of " + Durations.format(regression.budget()) + " is spent: give it a larger <budget>";
        return judgement.estimate().isEmpty()
                ? change() + " " + budget + measured()
                : change() + ", which may or may not be the " + Units.share(gated.detect()) + " to detect " + budget
                        + ", or a larger <detect>" + measured();
    }

    private String unsettled() {
        return comparison.confirmation().isEmpty()
                ? change() + ", but it was not measured on fresh starts, which would have to confirm it" + measured()
                : change() + " on fresh starts, which neither confirm nor dispel what the first ones showed: give it a"
                        + " larger <budget>" + measured();
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
        };
    }

    private String ofErrors() {
        List<Pair> pairs = judgement.confirming() ? comparison.confirmation() : comparison.screening();
        String errors = "target " + errors(pairs, Side.CANDIDATE) + ", baseline " + errors(pairs, Side.BASELINE);
        return switch (judgement.ruling()) {
            case PASS -> "no more errors than chance: " + errors;
            case UNCONFIRMED -> "no more errors than chance on fresh starts, unlike on the first ones: " + errors;
            case REGRESSION -> "more errors than the baseline, confirmed on fresh starts: " + errors;
            case INCONCLUSIVE -> "errors were compared in too few pairs within the budget: " + errors;
            case STARTS_DIFFER, UNSTEADY, UNCOMPARABLE ->
                "errors cannot be compared, as most pairs hold no exchange: " + errors;
            case UNSETTLED -> "more errors than the baseline, but that was not confirmed on fresh starts: " + errors;
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
        String of = "; " + judgement.pairs() + (judgement.pairs() == 1 ? " pair" : " pairs");
        return judgement
                .estimate()
                .map(Estimate::noiseFloor)
                .map(noise -> of + ", noise floor " + Units.share(noise)
                        + (judgement.smallestChange().isPresent()
                                ? ", smallest change that would have been seen "
                                        + Units.share(judgement.smallestChange().getAsDouble())
                                : ""))
                .orElse(of);
    }
}

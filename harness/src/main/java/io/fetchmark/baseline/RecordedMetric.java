package io.fetchmark.baseline;

import io.fetchmark.gate.Differences;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Pair;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One metric of target and reference, pair by pair. Units are those of {@link BlockFigures}; errors are a share.
 *
 * @param difference of the two, above 0 where the target is worse: the gate's estimate by the pairs' log ratios; of errors,
 *     which most pairs have none of, the mean of what the gate compares
 * @param target a value of each pair
 * @param reference a value of each pair
 */
public record RecordedMetric(RegressionMetric metric, double difference, List<Double> target, List<Double> reference) {

    public RecordedMetric {
        target = List.copyOf(target);
        reference = List.copyOf(reference);
        if (!Double.isFinite(difference) || target.size() != reference.size()) {
            throw new IllegalArgumentException("must be finite, of as many values of each side, was " + difference
                    + " of " + target.size() + " and " + reference.size());
        }
    }

    /** What pairs say of a metric; nothing where too few of them can be compared. */
    static Optional<RecordedMetric> of(RegressionMetric metric, List<Pair> pairs) {
        return difference(metric, pairs)
                .map(difference -> new RecordedMetric(
                        metric,
                        difference,
                        values(metric, pairs, Pair::candidate),
                        values(metric, pairs, Pair::baseline)));
    }

    /** By how much the target differs from the reference, as {@link #difference()} has it. */
    public static Optional<Double> difference(RegressionMetric metric, List<Pair> pairs) {
        Differences differences = new Differences(metric, pairs);
        if (!differences.areEnough() || differences.gap().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                metric == RegressionMetric.ERROR_RATE
                        ? Arrays.stream(differences.values()).average().orElseThrow()
                        : differences.change());
    }

    /** The target by the reference: 1.05 is 5 % more, of a throughput too. Says nothing of errors. */
    public double ratio() {
        return Math.exp(metric == RegressionMetric.THROUGHPUT ? -difference : difference);
    }

    private static List<Double> values(RegressionMetric metric, List<Pair> pairs, Function<Pair, BlockFigures> side) {
        return pairs.stream()
                .map(pair -> Differences.figure(metric, side.apply(pair)))
                .toList();
    }
}

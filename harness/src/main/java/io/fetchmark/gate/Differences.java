package io.fetchmark.gate;

import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Pair;
import io.fetchmark.stats.MannWhitney;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What pairs say of one metric, in the order of measuring; above 0 the candidate is worse. */
public final class Differences {

    /** With fewer, no choice of signs is rare enough for any test: 2^−5 is 3 %. */
    public static final int FEWEST = 6;

    private static final int THIRDS = 3;

    private final double[] values;
    private final double[] candidates;
    private final double[] baselines;
    private final StartGroups byStart;
    private final int pairs;
    private final Optional<Gap> gap;

    public Differences(RegressionMetric metric, List<Pair> pairs) {
        this.pairs = pairs.size();
        List<Pair> compared = pairs.stream()
                .filter(pair -> Difference.gap(metric, pair).isEmpty())
                .toList();
        values = compared.stream()
                .mapToDouble(pair -> Difference.of(metric, pair))
                .toArray();
        candidates = badness(metric, compared, Pair::candidate);
        baselines = badness(metric, compared, Pair::baseline);
        byStart = new StartGroups(
                values,
                compared.stream().mapToInt(Pair::candidateStart).toArray(),
                compared.stream().mapToInt(Pair::baselineStart).toArray());
        gap = mostFrequent(pairs.stream()
                .flatMap(pair -> Difference.gap(metric, pair).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    /** Of the pairs that can be compared. */
    public double[] values() {
        return values.clone();
    }

    /** The value of a metric in a block, in the unit of the figure there; 0 if it is not known. */
    public static double figure(RegressionMetric metric, BlockFigures block) {
        return Difference.figure(metric, block);
    }

    /**
     * Those of calm pairs, in the order of measuring: of the third of all pairs whose worse block is the least bad, so that
     * neither was held up. A machine that is shared slows a block down and never speeds one up, so they scatter far less.
     *
     * <p>Which pairs that are is told without their labels: if the candidate is worse by just that change, the two blocks of
     * a pair, the candidate's eased by it, are alike but for the coin, and swapping them changes none of this. So what holds
     * of the signs of all differences holds of these.
     *
     * @param change a logarithm, as the values are
     */
    double[] calm(double change) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(pair -> Math.max(candidates[pair] - change, baselines[pair])))
                .limit(values.length / THIRDS)
                .sorted()
                .mapToDouble(pair -> values[pair])
                .toArray();
    }

    /** As the baseline sees them. */
    double[] negated() {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    int count() {
        return values.length;
    }

    /** Whether a test can tell anything from so many. */
    public boolean areEnough() {
        return values.length >= FEWEST;
    }

    /** Why the pairs cannot be compared, if more than half of them have no difference. */
    public Optional<Gap> gap() {
        return gap.filter(reason -> values.length * 2 < pairs);
    }

    /** The same, by the starts that they are of. */
    StartGroups byStart() {
        return byStart;
    }

    /** The chance that the first third and the last differ as much, if nothing changed with time. */
    double driftPValue() {
        return MannWhitney.pValue(Arrays.copyOf(values, values.length / THIRDS), lastThird(values));
    }

    /** Those that were measured last; 2 or more if they are enough. */
    static double[] lastThird(double... differences) {
        return Arrays.copyOfRange(differences, differences.length - differences.length / THIRDS, differences.length);
    }

    private static double[] badness(RegressionMetric metric, List<Pair> pairs, Function<Pair, BlockFigures> side) {
        return pairs.stream()
                .mapToDouble(pair -> Difference.badness(metric, side.apply(pair)))
                .toArray();
    }

    private static Optional<Gap> mostFrequent(Map<Gap, Long> counts) {
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(Collections.max(counts.entrySet(), Map.Entry.comparingByValue())
                        .getKey());
    }
}

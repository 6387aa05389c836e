package io.fetchmark.gate;

import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Pair;
import io.fetchmark.stats.MannWhitney;
import io.fetchmark.stats.NestedSpread;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What pairs say of one metric, in the order of measuring; above 0 the candidate is worse. */
public final class Differences {

    /** With fewer, no choice of signs is rare enough for any test: 2^−5 is 3 %. */
    public static final int FEWEST = 6;

    private static final int THIRDS = 3;

    private final double[] values;

    /** Places of the values, those of the least-disturbed pairs first. */
    private final int[] order;

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
        double[] disturbance =
                compared.stream().mapToDouble(pair -> disturbance(metric, pair)).toArray();
        order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> disturbance[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        byStart = new StartGroups(
                leastDisturbedFirst(),
                instances(compared, Pair::candidateStart),
                instances(compared, Pair::baselineStart));
        gap = mostFrequent(pairs.stream()
                .flatMap(pair -> Difference.gap(metric, pair).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    /**
     * How bad the two blocks of a pair are together. A shared machine slows blocks down and never speeds one up. Neither
     * swapped sides nor a change that all pairs share alters which pairs are the less disturbed ones, so what holds of the
     * signs of all differences holds of those of any number of the least-disturbed pairs.
     */
    private static double disturbance(RegressionMetric metric, Pair pair) {
        return Difference.badness(metric, pair.candidate()) + Difference.badness(metric, pair.baseline());
    }

    /** Of the pairs that can be compared. */
    public double[] values() {
        return values.clone();
    }

    /** The value of a metric in a block, in the unit of the figure there; 0 if it is not known. */
    public static double figure(RegressionMetric metric, BlockFigures block) {
        return Difference.figure(metric, block);
    }

    /** Those of the least-disturbed pairs first. */
    double[] leastDisturbedFirst() {
        return Arrays.stream(order).mapToDouble(place -> values[place]).toArray();
    }

    /** Those of so many least-disturbed pairs, in the order of measuring. */
    double[] leastDisturbed(int count) {
        return Arrays.stream(order, 0, count)
                .sorted()
                .mapToDouble(place -> values[place])
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

    /** How far pairs lie apart, as far as it decides what the gate can find: a standard deviation, robust. */
    public double telling() {
        return NestedSpread.robust(leastDisturbedFirst());
    }

    /** The change that the gate estimates, a logarithm as the values are. */
    public double change() {
        return Math.log(Estimate.of(this, Levels.ONE_SIDE).ratio());
    }

    /** Why the pairs cannot be compared, if more than half of them have no difference. */
    public Optional<Gap> gap() {
        return gap.filter(reason -> values.length * 2 < pairs);
    }

    /** The same, those of the least-disturbed pairs first, by the instances that they are of. */
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

    private int[] instances(List<Pair> compared, ToIntFunction<Pair> side) {
        return Arrays.stream(order)
                .map(place -> side.applyAsInt(compared.get(place)))
                .toArray();
    }

    private static Optional<Gap> mostFrequent(Map<Gap, Long> counts) {
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(Collections.max(counts.entrySet(), Map.Entry.comparingByValue())
                        .getKey());
    }
}

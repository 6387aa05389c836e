package io.fetchmark.gate;

import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Pair;
import io.fetchmark.stats.MannWhitney;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What pairs say of one metric, in the order of measuring; above 0 the candidate is worse. */
public final class Differences {

    /** With fewer, no choice of signs is rare enough for any test: 2^−5 is 3 %. */
    public static final int FEWEST = 6;

    private static final int THIRDS = 3;

    private final double[] values;
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

    /** How far each lies above a limit. */
    double[] above(double limit) {
        return Arrays.stream(values).map(value -> value - limit).toArray();
    }

    /** How far each lies below a limit. */
    double[] below(double limit) {
        return Arrays.stream(values).map(value -> limit - value).toArray();
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
        return MannWhitney.pValue(Arrays.copyOf(values, values.length / THIRDS), lastThird());
    }

    /** Those that were measured last; 2 or more if they are enough. */
    double[] lastThird() {
        return Arrays.copyOfRange(values, values.length - values.length / THIRDS, values.length);
    }

    private static Optional<Gap> mostFrequent(Map<Gap, Long> counts) {
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(Collections.max(counts.entrySet(), Map.Entry.comparingByValue())
                        .getKey());
    }
}

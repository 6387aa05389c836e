package io.fetchmark.gate;

import io.fetchmark.stats.MannWhitney;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Differences, grouped by the starts of either side that they are of. Each start of a target has a speed of its own for as
 * long as it lives. Where one is an outlier, what all pairs say together may be about that one, however many pairs there
 * are.
 */
final class StartGroups {

    private final double[] differences;
    private final List<int[]> sides;

    /**
     * Of each difference, the start of the candidate and that of the baseline.
     *
     * @param candidates as many as there are differences
     * @param baselines likewise
     */
    StartGroups(double[] differences, int[] candidates, int[] baselines) {
        this.differences = differences;
        sides = List.of(candidates, baselines);
    }

    /**
     * Whether a claim about the differences does not hang on one instance: none is an outlier, or the claim holds without any one
     * of them. A side of one start says nothing here.
     *
     * @param claim of some of the differences
     * @param level how rare it must be that an instance lies so far from the others
     */
    boolean bear(Predicate<double[]> claim, double level) {
        return pValue() > level
                || each().map(IntPredicate::negate).map(this::where).allMatch(claim);
    }

    /**
     * The chance that some start lies as far from the others of its side, if all were alike: the smallest of Mann and
     * Whitney's test for each, times their number (Bonferroni).
     */
    double pValue() {
        double[] each = each().mapToDouble(start -> MannWhitney.pValue(where(start), where(start.negate())))
                .toArray();
        return Math.min(
                1, Arrays.stream(each).map(chance -> chance * each.length).min().orElse(1));
    }

    /** For each start that has others of its side beside it, which differences are its own. */
    private Stream<IntPredicate> each() {
        return sides.stream()
                .filter(side -> Arrays.stream(side).distinct().count() > 1)
                .flatMap(side -> Arrays.stream(side).distinct().mapToObj(start -> index -> side[index] == start));
    }

    private double[] where(IntPredicate own) {
        return IntStream.range(0, differences.length)
                .filter(own)
                .mapToDouble(index -> differences[index])
                .toArray();
    }
}

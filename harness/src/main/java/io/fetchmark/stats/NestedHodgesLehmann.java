package io.fetchmark.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * What {@link NestedSets} of values are symmetric about, by the rule of {@link NestedSignedRank}: the interval holds the
 * shifts that no set rejects at the joint critical value, and the estimate is the shift at which the standardised statistics
 * of the sets cancel out. As a statistic counts the Walsh averages above the shift, that is their weighted median, of which
 * those of less disturbed values weigh more. For one set both are those of {@link HodgesLehmann}.
 */
public final class NestedHodgesLehmann {

    private static final double ROUNDING = 1e-9;

    private final double[] values;
    private final List<HodgesLehmann> sets;
    private final double estimate;

    /**
     * Of these values.
     *
     * @param values at least one, finite, the least disturbed first
     */
    public NestedHodgesLehmann(double... values) {
        this.values = values.clone();
        sets = Arrays.stream(NestedSets.sizes(values.length))
                .mapToObj(size -> new HodgesLehmann(Arrays.copyOf(values, size)))
                .toList();
        double least = Arrays.stream(values).min().orElseThrow();
        double most = Arrays.stream(values).max().orElseThrow();
        estimate = (first(shift -> sum(shift) < ROUNDING, least, most)
                        + first(shift -> sum(shift) < -ROUNDING, least, most))
                / 2;
    }

    /** The shift at which the statistics cancel out. */
    public double estimate() {
        return estimate;
    }

    /** Of all values alike, whatever disturbed some. */
    public HodgesLehmann all() {
        return sets.get(0);
    }

    /**
     * The shifts that no set rejects. There is none where sets contradict each other, as if only some values are shifted.
     *
     * @param level at which a shift is rejected to either side, in (0, 0.5)
     */
    public Optional<Bounds> interval(double level) {
        double critical = critical(level);
        List<Bounds> each = sets.stream().map(set -> set.within(critical)).toList();
        double low = each.stream().mapToDouble(Bounds::low).max().orElseThrow();
        double high = each.stream().mapToDouble(Bounds::high).min().orElseThrow();
        return low <= high ? Optional.of(new Bounds(low, high)) : Optional.empty();
    }

    /**
     * What the largest statistic exceeds with this chance, in standard deviations. It hardly depends on the shift, so it is
     * worked out at the estimate alone.
     */
    double critical(double level) {
        // Rounded, as the estimate is the mean of two values, from which both lie equally far.
        double[] centred =
                Arrays.stream(values).map(value -> (float) (value - estimate)).toArray();
        return new NestedFlips(NestedSignedRank.ranks(centred), level).critical(level);
    }

    private double sum(double shift) {
        return sets.stream().mapToDouble(set -> set.statistic(shift)).sum();
    }

    /** The least value from {@code low} to {@code high} for which this holds, as it does for all above it. */
    private static double first(DoublePredicate holds, double low, double high) {
        double no = Math.nextDown(low);
        double yes = high;
        for (double middle = (no + yes) / 2; no < middle && middle < yes; middle = (no + yes) / 2) {
            if (holds.test(middle)) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        return yes;
    }
}

package io.fetchmark.stats;

import java.util.Arrays;

/**
 * What values are symmetric about, as Hodges and Lehmann estimate it (Annals of Mathematical Statistics 34, 1963): the
 * median of the Walsh averages, the means of every two values and of each value with itself. The interval is the one that
 * {@link SignedRank} belongs to, as Tukey found: between the c-th least and the c-th greatest Walsh average.
 */
public final class HodgesLehmann {

    private final int values;
    private final double[] averages;

    /**
     * Of these values.
     *
     * @param values at least one, finite
     */
    public HodgesLehmann(double... values) {
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("must be at least one and finite, was " + Arrays.toString(values));
        }
        this.values = values.length;
        averages = new double[values.length * (values.length + 1) / 2];
        int next = 0;
        for (int one = 0; one < values.length; one++) {
            for (int other = 0; other <= one; other++) {
                averages[next++] = (values[one] + values[other]) / 2;
            }
        }
        Arrays.sort(averages);
    }

    public double estimate() {
        return Spread.medianOfSorted(averages);
    }

    /**
     * An interval that holds what is estimated with at least this confidence. Too few values have none: its ends are
     * infinite with up to 5 values at 95 %.
     *
     * @param confidence in (0, 1)
     */
    public Bounds interval(double confidence) {
        int rank = SignedRank.boundRank(values, (1 - confidence) / 2);
        return rank == 0
                ? new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                : new Bounds(averages[rank - 1], averages[averages.length - rank]);
    }
}

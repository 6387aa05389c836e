package io.fetchmark.stats;

import java.util.Arrays;

/**
 * What values are symmetric about, as Hodges and Lehmann estimate it (Annals of Mathematical Statistics 34, 1963): the
 * median of the Walsh averages, the means of every two values and of each value with itself. The interval is the one that
 * {@link SignedRank} belongs to, as Tukey found: between the c-th least and the c-th greatest Walsh average.
 */
public final class HodgesLehmann {

    private static final double ROUNDING = 1e-9;

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

    /** The signed-rank statistic of the values less a shift, in standard deviations: how many averages lie above it. */
    double statistic(double shift) {
        int place = Arrays.binarySearch(averages, Math.nextUp(shift));
        int notAbove = place < 0 ? -1 - place : firstOf(place);
        return (averages.length - 2.0 * notAbove) / sd();
    }

    /** The shifts whose statistic is at most this far from 0; all if none is further. */
    Bounds within(double statistic) {
        int most = (int) Math.floor((averages.length + statistic * sd()) / 2 + ROUNDING);
        return most >= averages.length
                ? new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                : new Bounds(averages[averages.length - 1 - most], averages[most]);
    }

    private int firstOf(int place) {
        int first = place;
        while (first > 0 && averages[first - 1] == averages[place]) {
            first--;
        }
        return first;
    }

    /** Of twice W: the root of the sum of the squared ranks. */
    private double sd() {
        return Math.sqrt(averages.length * (2.0 * values + 1) / 3);
    }
}

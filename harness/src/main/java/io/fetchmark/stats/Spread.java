package io.fetchmark.stats;

import java.util.Arrays;

/** How far values lie apart, in their own unit. */
public final class Spread {

    /** 1 / z(0.75): it makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double OF_NORMAL = 1 / Normal.exceededWith(0.25);

    private Spread() {}

    /**
     * The median absolute deviation from the median times 1.4826, which a few far values hardly change (Rousseeuw and
     * Croux, JASA 88, 1993).
     *
     * @param values at least one
     */
    public static double robust(double... values) {
        double middle = median(values);
        return OF_NORMAL
                * median(Arrays.stream(values)
                        .map(value -> Math.abs(value - middle))
                        .toArray());
    }

    /**
     * The standard deviation, of a sample.
     *
     * @param values at least two
     */
    public static double plain(double... values) {
        if (values.length < 2) {
            throw new IllegalArgumentException("must be at least two, was " + Arrays.toString(values));
        }
        double mean = Arrays.stream(values).sum() / values.length;
        return Math.sqrt(Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1));
    }

    /**
     * The median; of an even number, the mean of the two in the middle.
     *
     * @param values at least one
     */
    public static double median(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("must be at least one, was none");
        }
        return medianOfSorted(Arrays.stream(values).sorted().toArray());
    }

    static double medianOfSorted(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}

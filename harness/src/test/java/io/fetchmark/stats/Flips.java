package io.fetchmark.stats;

import java.util.function.ToDoubleFunction;

/** Every choice of signs of some values, one by one. */
final class Flips {

    private Flips() {}

    /** The share of them whose statistic is at least that of the values, up to rounding. */
    static double share(double[] values, ToDoubleFunction<double[]> statistic) {
        double observed = statistic.applyAsDouble(values);
        int all = 1 << values.length;
        int reached = 0;
        for (int flips = 0; flips < all; flips++) {
            double[] flipped = values.clone();
            for (int index = 0; index < values.length; index++) {
                flipped[index] = (flips >> index & 1) == 1 ? -values[index] : values[index];
            }
            reached += statistic.applyAsDouble(flipped) >= observed - 1e-9 ? 1 : 0;
        }
        return (double) reached / all;
    }
}

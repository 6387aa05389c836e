package io.fetchmark.stats;

import java.util.Arrays;

/**
 * What the next value will be like, as n earlier ones of the same normal distribution say (Hahn and Meeker, Statistical
 * Intervals, 1991, section 4.7): it exceeds mean + t(1−α, n−1) · sd · √(1 + 1/n) with the chance α.
 *
 * @param mean of the earlier values
 * @param sd their standard deviation, of a sample
 * @param values how many they are, at least 2
 */
public record Prediction(double mean, double sd, int values) {

    public Prediction {
        if (values < 2 || !(sd >= 0) || !Double.isFinite(mean)) {
            throw new IllegalArgumentException(
                    "must be of two values or more, was of " + values + " around " + mean + " with " + sd);
        }
    }

    /** By these values, at least 2. */
    public static Prediction of(double... values) {
        return new Prediction(Arrays.stream(values).average().orElse(0), Spread.plain(values), values.length);
    }

    /**
     * How far above the mean the next value lies with this chance, and as far below.
     *
     * @param chance above 0, at most 0.5
     */
    public double margin(double chance) {
        return new StudentT(values - 1).exceededWith(chance) * sd * Math.sqrt(1 + 1.0 / values);
    }
}

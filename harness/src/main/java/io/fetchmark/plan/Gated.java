package io.fetchmark.plan;

import java.math.BigDecimal;

/**
 * A metric that may fail the build, and by how much it may become worse. Both changes are shares: 0.05 is 5 % more time,
 * or a throughput that is lower by a factor of 1.05.
 *
 * @param tolerance a change up to it is put up with, 0 to below 1
 * @param detect a change of it is to be found, {@code tolerance} to 10, above 0; both are 0 for the error rate, of which
 *     any increase counts
 */
public record Gated(RegressionMetric metric, double tolerance, double detect) {

    private static final double MOST = 10;

    public Gated {
        boolean ofErrors = metric == RegressionMetric.ERROR_RATE;
        if (!(tolerance >= 0 && tolerance < 1) || (ofErrors && tolerance > 0)) {
            throw new InvalidValue(
                    "tolerance",
                    (ofErrors
                                    ? "is always 0% for errorRate, of which any increase counts, was "
                                    : "must be from 0% to below 100%, was ")
                            + tolerance);
        }
        if (!ofErrors && !(detect > 0 && detect <= MOST && detect >= tolerance)) {
            throw new InvalidValue(
                    "detect",
                    "must be above 0%, at least the tolerance of " + metric + ", which is " + percentage(tolerance)
                            + ", and at most 1000%, was " + detect);
        }
    }

    private static String percentage(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    /** The same metric with another tolerance. */
    public Gated tolerating(double change) {
        return new Gated(metric, change, Math.max(change, detect));
    }

    /** The same metric with another change to detect. */
    public Gated detecting(double change) {
        return new Gated(metric, tolerance, change);
    }
}

package io.fetchmark.stats;

/**
 * An interval, its ends included.
 *
 * @param low at most {@code high}; minus infinity where nothing is known
 * @param high infinity where nothing is known
 */
public record Bounds(double low, double high) {

    public Bounds {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low must be at most high, was " + low + " and " + high);
        }
    }

    /** Whether a value lies in it. */
    public boolean contain(double value) {
        return low <= value && value <= high;
    }
}

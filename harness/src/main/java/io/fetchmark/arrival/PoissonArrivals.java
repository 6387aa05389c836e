package io.fetchmark.arrival;

import java.util.random.RandomGenerator;

/**
 * A Poisson process: gaps are independent and exponential with mean {@code 1 / rate}, the first one counted from the
 * start of the schedule.
 */
final class PoissonArrivals implements ArrivalSchedule {

    private final double meanGapNanos;
    private final long durationNanos;
    private final RandomGenerator random;
    private double offset;

    /**
     * @param perSecond arrivals a second, positive
     * @param durationNanos no arrival is due at or after this offset
     */
    PoissonArrivals(double perSecond, long durationNanos, RandomGenerator random) {
        this.meanGapNanos = 1e9 / perSecond;
        this.durationNanos = durationNanos;
        this.random = random;
    }

    @Override
    public long next() {
        if (offset >= durationNanos) {
            return NONE;
        }
        // Inversion: 1 - nextDouble() lies in (0, 1], so its logarithm is finite.
        offset -= Math.log(1 - random.nextDouble()) * meanGapNanos;
        return offset >= durationNanos ? NONE : (long) offset;
    }
}

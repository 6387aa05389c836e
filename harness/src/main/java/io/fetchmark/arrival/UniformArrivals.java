package io.fetchmark.arrival;

/** Arrivals with equal gaps: arrival {@code k} is due {@code k / rate} seconds after the start. */
final class UniformArrivals implements ArrivalSchedule {

    private final double gapNanos;
    private final long durationNanos;
    private long index;

    /**
     * @param perSecond arrivals a second, positive
     * @param durationNanos no arrival is due at or after this offset
     */
    UniformArrivals(double perSecond, long durationNanos) {
        this.gapNanos = 1e9 / perSecond;
        this.durationNanos = durationNanos;
    }

    @Override
    public long next() {
        // Multiplied, not summed up, so that rounding never adds up to another rate.
        long offset = (long) (index * gapNanos);
        if (offset >= durationNanos) {
            return NONE;
        }
        index++;
        return offset;
    }
}

package io.fetchmark.arrival;

/** A number of arrivals that are all due at the start: a step of a ladder. Not for use by several threads. */
public final class Burst implements ArrivalSchedule {

    private int left;

    /**
     * @param arrivals how many, 0 or more
     */
    public Burst(int arrivals) {
        if (arrivals < 0) {
            throw new IllegalArgumentException("must not be negative, was " + arrivals);
        }
        this.left = arrivals;
    }

    @Override
    public long next() {
        if (left == 0) {
            return NONE;
        }
        left--;
        return 0;
    }
}

package io.fetchmark.arrival;

/**
 * Every nth arrival of a schedule. The n of them that begin at different arrivals hold each arrival of the whole once, so
 * together they are the whole, be it random or not. Not for use by several threads.
 */
public final class EveryNth implements ArrivalSchedule {

    private final ArrivalSchedule whole;
    private final int n;
    private int skipped;

    /**
     * @param whole used by nobody else
     * @param first the arrival of the whole that is the first of this schedule, from 0 to {@code n} - 1
     * @param n positive
     */
    public EveryNth(ArrivalSchedule whole, int first, int n) {
        if (first < 0 || first >= n) {
            throw new IllegalArgumentException("must be from 0 to " + (n - 1) + ", was " + first);
        }
        this.whole = whole;
        this.skipped = first;
        this.n = n;
    }

    @Override
    public long next() {
        for (; skipped > 0; skipped--) {
            if (whole.next() == NONE) {
                return NONE;
            }
        }
        skipped = n - 1;
        return whole.next();
    }
}

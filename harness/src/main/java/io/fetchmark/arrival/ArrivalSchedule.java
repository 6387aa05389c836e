package io.fetchmark.arrival;

/**
 * The intended instants of an open load, one after the other. Not for use by several threads.
 */
public interface ArrivalSchedule {

    /** What {@link #next} gives after the last arrival. */
    long NONE = Long.MAX_VALUE;

    /**
     * The next intended instant, in nanoseconds after the start of the schedule, never before the one given last;
     * {@link #NONE} after the last.
     */
    long next();
}

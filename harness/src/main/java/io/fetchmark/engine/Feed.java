package io.fetchmark.engine;

/** What gives an event loop its exchanges. Used by the thread of the loop only. */
interface Feed {

    /** What {@link #next} gives if no exchange waits for an instant. */
    long NEVER = Long.MAX_VALUE;

    /**
     * Starts exchanges that are due and for which there is room.
     *
     * @param most how many at most, so that the loop gets to the responses in between
     */
    void feed(LoopRun run, long now, int most);

    /** Nanoseconds from {@code now} until the next exchange is to be started, 0 or less if one could be at once. */
    long next(long now);

    /** Whether no further exchange will be started. */
    boolean isOver(long now);
}

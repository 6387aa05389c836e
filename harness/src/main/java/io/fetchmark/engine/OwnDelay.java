package io.fetchmark.engine;

/**
 * How late a client is with its arrivals by its own doing, carried from one to the next: had it not been late with the one
 * before, that one would have ended earlier, and there would have been room earlier. So a queue that a stall of the client
 * left behind counts as its own until it is worked off. Used by the one thread that takes the arrivals.
 */
final class OwnDelay {

    /** Less is what any scheduler does. It is not carried on: over many arrivals it would add up to what nobody waited for. */
    private static final long CARRIED_NANOS = 10_000_000;

    private long carried;

    /**
     * When an arrival is ready: due, and with room for it if the client had not been late before.
     *
     * @param room since when there is room for it
     */
    long ready(long intended, long room) {
        return Math.max(0, room - carried - intended) + intended;
    }

    /** An arrival is started or given up at that instant. */
    void starts(long ready, long now) {
        carried = now - ready >= CARRIED_NANOS ? now - ready : 0;
    }
}

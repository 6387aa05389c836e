package io.fetchmark.engine;

/** An exchange in flight, which may be given up. May be used by any thread. */
final class Ongoing {

    private final long started;
    private final Runnable action;
    private boolean ended;
    private boolean givenUp;

    Ongoing(long started, Runnable action) {
        this.started = started;
        this.action = action;
    }

    long started() {
        return started;
    }

    /** Makes the exchange end, unless it has ended or was given up already. */
    synchronized void giveUp() {
        if (!ended && !givenUp) {
            givenUp = true;
            // Within the lock, so that a thread is never interrupted on account of an exchange that it has left.
            action.run();
        }
    }

    /** Marks the exchange as ended; the answer is whether it had been given up. */
    synchronized boolean end() {
        ended = true;
        return givenUp;
    }
}

package io.fetchmark.worker;

/** What a worker tells its parent, a line each; {@link Measured} or {@link Ended} is the last. */
sealed interface Message permits Ready, Clocked, Progressed, Sliced, Blocked, Measured, Ended {

    /** Puts the message where it belongs. */
    void deliver(Inbox inbox);
}

package io.fetchmark.worker;

/** What a worker tells its parent, a line each; {@link Measured} is the last. */
sealed interface Message permits Ready, Progressed, Sliced, Measured {

    /** Puts the message where it belongs. */
    void deliver(Inbox inbox);
}

package io.fetchmark.worker;

/**
 * The offset of another JVM's monotonic clock from that of this one, estimated as Cristian does (Probabilistic clock
 * synchronization, Distributed Computing 3, 1989): the other clock was read somewhere between a question and its answer,
 * so half of the round trip is the most that the middle is off.
 *
 * <p>Nothing but the question and the answer is needed, so the other JVM may be on another machine.
 *
 * @param nanos what to add to an instant of this clock to have it on the other one
 * @param uncertaintyNanos half of the round trip, 0 or more
 */
record ClockOffset(long nanos, long uncertaintyNanos) {

    ClockOffset {
        if (uncertaintyNanos < 0) {
            throw new IllegalArgumentException("the answer came before the question: " + uncertaintyNanos);
        }
    }

    /**
     * The offset by one exchange. Clocks may have any origin, so instants may overflow.
     *
     * @param asked when the question was sent, by this clock
     * @param theirs what the other clock said
     * @param answered when the answer was here, by this clock
     */
    static ClockOffset of(long asked, long theirs, long answered) {
        long half = (answered - asked) / 2;
        return new ClockOffset(theirs - (asked + half), answered - asked - half);
    }

    /** The one of two that is known better. */
    ClockOffset better(ClockOffset other) {
        return other.uncertaintyNanos < uncertaintyNanos ? other : this;
    }

    /** An instant of this clock on the other one. */
    long there(long here) {
        return here + nanos;
    }
}

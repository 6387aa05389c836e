package io.fetchmark.worker;

import io.fetchmark.measure.NanoClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An instant at which all workers of a crew start something.
 *
 * @param wallTime the same in all of them
 * @param nanos the same instant by the clock of this JVM, whose origin no other JVM knows
 */
record Start(Instant wallTime, long nanos) {

    private static final int READINGS = 5;
    private static final Duration PLAUSIBLE = Duration.ofMinutes(1);

    /**
     * The start at that wall time. It is found on the other clock by reading both; the best of several readings counts, as
     * this thread may lose its CPU between the two.
     *
     * @throws IllegalArgumentException if it is more than a minute away: somebody has set the clock of the machine
     */
    static Start at(Instant wallTime, NanoClock clock) {
        long best = Long.MAX_VALUE;
        long nanos = 0;
        for (int i = 0; i < READINGS; i++) {
            long before = clock.nanos();
            long left = Instant.now().until(wallTime, ChronoUnit.NANOS);
            long uncertainty = clock.nanos() - before;
            if (Math.abs(left) > PLAUSIBLE.toNanos()) {
                throw new IllegalArgumentException("the workers cannot start together: the clock of this machine has"
                        + " been set, or a process stood still (the start is " + left / 1_000_000 + " ms away)");
            }
            if (uncertainty < best) {
                best = uncertainty;
                nanos = before + uncertainty / 2 + left;
            }
        }
        return new Start(wallTime, nanos);
    }

    /** That much later. */
    Start plus(Duration later) {
        return new Start(wallTime.plus(later), nanos + later.toNanos());
    }
}

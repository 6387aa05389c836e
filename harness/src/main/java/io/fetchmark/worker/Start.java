package io.fetchmark.worker;

import io.fetchmark.measure.NanoClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An instant at which all workers of a crew start something.
 *
 * @param wallTime as the wall clock of the crew's JVM has it, the same in all workers. Nothing waits for it: it may be set
 *     at any time, and be another one in another process
 * @param nanos the same instant by the monotonic clock of this JVM, whose origin no other JVM knows
 */
record Start(Instant wallTime, long nanos) {

    private static final int READINGS = 5;
    private static final long NANOS = 1_000_000_000;
    private static final Duration PLAUSIBLE = Duration.ofMinutes(1);

    /**
     * The start after that time from now. Of several readings of both clocks the closest pair counts, as this thread may
     * lose its CPU between the two.
     */
    static Start in(Duration time, NanoClock clock) {
        long best = Long.MAX_VALUE;
        Start start = new Start(Instant.EPOCH, 0);
        for (int i = 0; i < READINGS; i++) {
            long before = clock.nanos();
            Instant wallTime = Instant.now();
            long between = clock.nanos() - before;
            if (between < best) {
                best = between;
                start = new Start(wallTime, before + between / 2);
            }
        }
        return start.plus(time);
    }

    /**
     * The start that a worker has been ordered to make.
     *
     * @param clock of the worker
     * @throws IllegalArgumentException if it is more than a minute away: the worker stood still meanwhile, so that a load
     *     would be none
     */
    static Start ordered(Order.Go order, NanoClock clock) {
        long left = order.nanos() - clock.nanos();
        if (Math.abs(left) > PLAUSIBLE.toNanos()) {
            throw new IllegalArgumentException("the workers cannot start together: this one was to start "
                    + Math.abs(left) / NANOS + " s " + (left < 0 ? "ago" : "from now") + ", so a process stood still");
        }
        return new Start(Instant.EPOCH.plus(order.epochNanos(), ChronoUnit.NANOS), order.nanos());
    }

    /** The order to make this start, which is by the clock of this JVM, to a worker with that clock. */
    Order.Go order(ClockOffset theirs) {
        return new Order.Go(theirs.there(nanos), Instant.EPOCH.until(wallTime, ChronoUnit.NANOS));
    }

    /** That much later. */
    Start plus(Duration later) {
        return new Start(wallTime.plus(later), nanos + later.toNanos());
    }
}

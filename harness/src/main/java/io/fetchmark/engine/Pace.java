package io.fetchmark.engine;

import io.fetchmark.measure.NanoClock;
import java.util.concurrent.locks.LockSupport;

/** Waiting for an instant: never too short, and a few microseconds too long. */
final class Pace {

    /**
     * How long before the instant the thread is woken, to spin the rest. A Linux timer of a sleeping thread fires about
     * 50 us late, so that little of this is really spent on spinning.
     */
    static final long SPIN_NANOS = 80_000;

    private Pace() {}

    /**
     * Returns at the instant or after it; at once if that has passed.
     *
     * @throws InterruptedException if the thread is or was interrupted, even if there is nothing to wait for
     */
    static void until(long instant, NanoClock clock) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        for (long left = instant - clock.nanos(); left > 0; left = instant - clock.nanos()) {
            if (left > SPIN_NANOS) {
                LockSupport.parkNanos(left - SPIN_NANOS);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            } else {
                Thread.onSpinWait();
            }
        }
    }
}

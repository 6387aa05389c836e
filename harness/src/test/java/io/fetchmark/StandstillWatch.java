package io.fetchmark;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A clock that ticks every few milliseconds, and sees that the machine stood still when it did not. */
final class StandstillWatch implements AutoCloseable {

    private static final long TICK_NANOS = 5_000_000;

    /** Most of the time-outs of the tests are three times as long, or more. */
    private static final long STILL_NANOS = 100_000_000;

    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong lastTick = new AtomicLong(System.nanoTime());
    private final Thread clock = new Thread(this::tick, "standstill-watch");

    private StandstillWatch() {}

    static StandstillWatch start() {
        StandstillWatch watch = new StandstillWatch();
        watch.clock.setDaemon(true);
        watch.clock.start();
        return watch;
    }

    /** Whether there was no tick for 0.1 s or more, since this was asked last. */
    boolean stoodStill() {
        look();
        return longest.getAndSet(0) >= STILL_NANOS;
    }

    @Override
    public void close() {
        clock.interrupt();
    }

    private void tick() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(TICK_NANOS);
            look();
        }
    }

    private void look() {
        long now = System.nanoTime();
        longest.accumulateAndGet(now - lastTick.getAndSet(now), Math::max);
    }
}

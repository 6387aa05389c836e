package io.fetchmark.engine;

import io.fetchmark.measure.NanoClock;
import java.nio.channels.Selector;
import java.util.concurrent.locks.LockSupport;

/**
 * Wakes a selector at an instant, as its own time-outs are whole milliseconds: a thread that sleeps until then. The
 * selector still wakes at once for what comes in. One thread sets it.
 */
final class Alarm implements AutoCloseable {

    private static final long NEVER_NANOS = 3_600_000_000_000L;

    private final Selector selector;
    private final NanoClock clock;
    private final Thread thread = new Thread(this::watch, "fetchmark-alarm");
    private volatile long due;
    private volatile boolean set;
    private volatile boolean closed;

    Alarm(Selector selector, NanoClock clock) {
        this.selector = selector;
        this.clock = clock;
        thread.setDaemon(true);
        thread.start();
    }

    /** Wakes the selector at that instant or a little later, in place of the one given before. */
    void set(long instant) {
        if (!set || due != instant) {
            due = instant;
            set = true;
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void watch() {
        while (!closed) {
            long left = set ? due - clock.nanos() : NEVER_NANOS;
            if (left > 0) {
                LockSupport.parkNanos(this, left);
            } else {
                set = false;
                selector.wakeup();
            }
        }
    }
}

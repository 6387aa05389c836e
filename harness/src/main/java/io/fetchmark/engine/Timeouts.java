package io.fetchmark.engine;

import io.fetchmark.measure.NanoClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gives up exchanges that last longer than the time-out: from their start to the last byte of the body, where the
 * time-out of {@link java.net.http.HttpRequest} ends with the headers (up to JDK 25).
 *
 * <p>All time-outs are equal, so exchanges run out in the order in which they were started: one thread sleeps until the
 * oldest is due. Its methods may be called by any thread.
 */
final class Timeouts implements AutoCloseable {

    private final long timeoutNanos;
    private final NanoClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Ongoing> inFlight = new LinkedHashSet<>();
    private final Thread watch = new Thread(this::watch, "fetchmark-timeouts");
    private volatile boolean closed;

    Timeouts(Duration timeout, NanoClock clock) {
        this.timeoutNanos = timeout.toNanos();
        this.clock = clock;
        watch.setDaemon(true);
        watch.start();
    }

    /**
     * An exchange was started.
     *
     * @param giveUp makes it end soon; called once at most, and never after {@link #end}
     */
    Ongoing begin(long started, Runnable giveUp) {
        Ongoing ongoing = new Ongoing(started, giveUp);
        lock.lock();
        try {
            inFlight.add(ongoing);
        } finally {
            lock.unlock();
        }
        return ongoing;
    }

    /** An exchange has ended; the answer is whether it had been given up. */
    boolean end(Ongoing ongoing) {
        lock.lock();
        try {
            inFlight.remove(ongoing);
        } finally {
            lock.unlock();
        }
        return ongoing.end();
    }

    /** Gives up all that is in flight now. */
    void giveUpAll() {
        List<Ongoing> all;
        lock.lock();
        try {
            all = new ArrayList<>(inFlight);
        } finally {
            lock.unlock();
        }
        all.forEach(Ongoing::giveUp);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watch);
    }

    private void watch() {
        List<Ongoing> due = new ArrayList<>();
        while (!closed) {
            long pause = takeDue(due);
            due.forEach(Ongoing::giveUp);
            due.clear();
            LockSupport.parkNanos(pause);
        }
    }

    /** Moves what has run out into the list, and tells how long until the next one can. */
    private long takeDue(List<Ongoing> due) {
        lock.lock();
        try {
            long now = clock.nanos();
            for (Ongoing oldest : inFlight) {
                long left = oldest.started() + timeoutNanos - now;
                if (left > 0) {
                    due.forEach(inFlight::remove);
                    return left;
                }
                due.add(oldest);
            }
            inFlight.clear();
            // What is started from now on runs out no sooner than this.
            return timeoutNanos;
        } finally {
            lock.unlock();
        }
    }
}

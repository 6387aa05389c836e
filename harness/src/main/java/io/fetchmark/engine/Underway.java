package io.fetchmark.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Counts what one motion of an engine has under way, and lets its owner, the thread that made this, wait until nothing
 * is. The other methods may be called by any thread.
 */
final class Underway {

    private static final long GRACE_NANOS = 5_000_000_000L;

    private final Thread owner = Thread.currentThread();
    private final AtomicLong count = new AtomicLong();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;
    private volatile boolean awaited;

    void begin() {
        count.incrementAndGet();
    }

    void end() {
        if (count.decrementAndGet() == 0 && awaited) {
            LockSupport.unpark(owner);
        }
    }

    /** Has the owner run something while it waits. */
    void hand(Runnable task) {
        tasks.add(task);
        LockSupport.unpark(owner);
    }

    /** The engine itself broke, which ends the motion. */
    void fail(Throwable reason) {
        failure.compareAndSet(null, reason);
        stopped = true;
        LockSupport.unpark(owner);
    }

    /** Nothing is to be started or recorded any more. */
    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }

    /**
     * Waits until nothing is under way.
     *
     * @throws IllegalStateException if something failed
     */
    void await() throws InterruptedException {
        awaited = true;
        while (count.get() > 0 && !stopped) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Runnable task = tasks.poll();
            if (task == null) {
                LockSupport.park(this);
            } else {
                task.run();
            }
        }
        Throwable reason = failure.get();
        if (reason != null) {
            throw new IllegalStateException("the engine broke: " + reason, reason);
        }
    }

    /** Waits a few seconds at most, even if interrupted, for what was given up to notice it. */
    void drain() {
        long giveUp = System.nanoTime() + GRACE_NANOS;
        boolean interrupted = false;
        while (count.get() > 0 && System.nanoTime() - giveUp < 0) {
            interrupted |= Thread.interrupted();
            Runnable task = tasks.poll();
            if (task == null) {
                LockSupport.parkNanos(this, 10_000_000);
            } else {
                // It sees that all is stopped, and ends.
                task.run();
            }
        }
        if (interrupted) {
            owner.interrupt();
        }
    }
}

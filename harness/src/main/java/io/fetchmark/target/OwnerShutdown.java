package io.fetchmark.target;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * The end of the JVM that owns targets: all that it owns is removed, within a time, so that an engine that has hung or
 * ended does not keep the JVM. Any thread may call any method.
 */
final class OwnerShutdown {

    /** The exit status of a JVM that could not remove what it owns. */
    static final int LEFT = 4;

    /** Less than its parent allows. */
    private static final Duration MOST = Duration.ofSeconds(16);

    private static final Duration EACH = Duration.ofSeconds(5);

    private final Ownership ownership;
    private int targets;
    private boolean done;

    OwnerShutdown(Ownership ownership) {
        this.ownership = ownership;
    }

    /** There is one target more to be removed. */
    void addTarget() {
        synchronized (this) {
            targets++;
        }
    }

    /** Removes all, once; if that cannot be done in time, ends this JVM at once, with {@link #LEFT} and a word. */
    // What it prints is the last that its parent has of it.
    @SuppressWarnings("SystemOut")
    synchronized void shutDown() {
        if (done) {
            return;
        }
        Duration most = MOST.plus(EACH.multipliedBy(targets));
        try {
            done = TimeLimitedCall.call("give-up", most, ownership::giveUp);
            if (done) {
                return;
            }
            System.out.println("what was started could not be removed, as the Docker engine does not answer any more");
        } catch (TimeoutException e) {
            System.out.println("what was started could not be removed within " + most.toSeconds()
                    + " s, as the Docker engine or the system does not do so");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.flush();
        // Other hooks would wait for the engine, too.
        Runtime.getRuntime().halt(LEFT);
    }
}

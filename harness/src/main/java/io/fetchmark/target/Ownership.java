package io.fetchmark.target;

import com.github.dockerjava.api.DockerClient;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The containers of this process and what they have, from the moment before the first is made. Any thread may give them up, at any time;
 * after that none can be made.
 */
final class Ownership {

    private static final long CREATION_NANOS = 10_000_000_000L;

    private final Owner owner = Owner.self();
    private final AtomicInteger names = new AtomicInteger();
    private Optional<DockerClient> client = Optional.empty();
    private int creating;
    private boolean givenUp;

    /** What containers, networks and volumes of this process have as the value of {@link Owner#LABEL}. */
    String label() {
        return owner.toString();
    }

    /** To be called before a container or network is made. */
    synchronized void creates(DockerClient engine) {
        if (givenUp) {
            throw new IllegalStateException("the target is no longer wanted");
        }
        client = Optional.of(engine);
        creating++;
    }

    /** To be called when it is made, or could not be. */
    synchronized void created() {
        creating = Math.max(0, creating - 1);
        notifyAll();
    }

    synchronized boolean isGivenUp() {
        return givenUp;
    }

    /** A name that nothing else at an engine has, of this process or another. */
    String freshName() {
        return "fetchmark-" + owner.pid() + "-" + owner.start().toEpochMilli() + "-" + names.incrementAndGet();
    }

    /** Removes all containers of this process, running or not, and their networks and volumes. */
    void giveUp() {
        Optional<DockerClient> engine = awaitCreation();
        engine.ifPresent(docker -> new Belongings(docker, Owner.LABEL, label()::equals).remove());
    }

    // A container that is just being made would be missed.
    private synchronized Optional<DockerClient> awaitCreation() {
        givenUp = true;
        long end = System.nanoTime() + CREATION_NANOS;
        try {
            for (long left = CREATION_NANOS; creating > 0 && left > 0; left = end - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return client;
    }
}

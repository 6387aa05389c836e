package io.fetchmark.target;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import java.util.List;
import java.util.Optional;

/**
 * The containers of this process, from the moment before the first is made. Any thread may give them up, at any time;
 * after that none can be made.
 */
final class Ownership {

    private static final long CREATION_NANOS = 10_000_000_000L;

    private final Owner owner = Owner.self();
    private Optional<DockerClient> client = Optional.empty();
    private int creating;
    private boolean givenUp;

    /** What containers of this process have as the value of {@link Owner#LABEL}. */
    String label() {
        return owner.toString();
    }

    /** To be called before a container is made. */
    synchronized void creates(DockerClient engine) {
        if (givenUp) {
            throw new IllegalStateException("the target is no longer wanted");
        }
        client = Optional.of(engine);
        creating++;
    }

    /** To be called when a container is made, or could not be. */
    synchronized void created() {
        creating = Math.max(0, creating - 1);
        notifyAll();
    }

    synchronized boolean isGivenUp() {
        return givenUp;
    }

    /** Removes all containers of this process, running or not. */
    void giveUp() {
        Optional<DockerClient> engine = awaitCreation();
        engine.ifPresent(docker -> remove(docker, StaleSweep.labelled(docker, label())));
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

    static void remove(DockerClient docker, List<Container> containers) {
        for (Container container : containers) {
            try {
                docker.removeContainerCmd(container.getId())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            } catch (DockerException e) {
                // Somebody else is removing it, or has done so.
            }
        }
    }
}

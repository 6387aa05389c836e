package io.fetchmark.target;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The containers and processes of this process and what they have, from the moment before the first is made. Any thread
 * may give them up, at any time; after that none can be made.
 */
final class Ownership {

    private static final long CREATION_NANOS = 10_000_000_000L;
    private static final long RETRY_MILLIS = 500;
    private static final long RESTART_NANOS = 8_000_000_000L;

    private final Owner owner = Owner.self();
    // Two processes of one number may start at one instant, on two machines or in two PID namespaces.
    private final String chance = UUID.randomUUID().toString().substring(0, 13);
    private final AtomicInteger names = new AtomicInteger();
    private final List<TargetProcess> processes = new ArrayList<>();
    private Optional<DockerClient> client = Optional.empty();
    private int creating;
    private boolean givenUp;

    /** What containers, networks, volumes and processes of ours have as the value of {@link Owner#LABEL}. */
    String label() {
        return owner.toString();
    }

    /** To be called before a container or network is made. */
    synchronized void creates(DockerClient engine) {
        checkWanted();
        client = Optional.of(engine);
        creating++;
    }

    /** To be called when it is made, or could not be. */
    synchronized void created() {
        creating = Math.max(0, creating - 1);
        notifyAll();
    }

    /** Starts a process, which lives no longer than the thread that calls this where {@link TargetProcess} can do that. */
    TargetProcess start(ProcessBuilder builder, TargetLog log) throws IOException {
        return start(builder, log, "");
    }

    /**
     * As above.
     *
     * @param input what it has to read
     */
    synchronized TargetProcess start(ProcessBuilder builder, TargetLog log, String input) throws IOException {
        checkWanted();
        TargetProcess process = TargetProcess.start(builder, log, input);
        processes.add(process);
        return process;
    }

    synchronized boolean isGivenUp() {
        return givenUp;
    }

    /** A name that nothing else at an engine has, of this process or another. */
    String freshName() {
        return "fetchmark-" + owner.pid() + "-" + chance + "-" + names.incrementAndGet();
    }

    /**
     * Ends all processes of this process, and removes all its containers, running or not, their networks and volumes; tries
     * it for as long as it takes the engine. Returns whether nothing is left: an engine that is gone may start anew, and is
     * tried for 8 s.
     */
    boolean giveUp() {
        // First of all, as one of them may be making containers.
        givenUpProcesses().forEach(TargetProcess::end);
        Optional<DockerClient> docker = awaitCreation();
        return docker.isEmpty() || removesAll(new Belongings(docker.get(), Owner.LABEL, label()::equals));
    }

    private static boolean removesAll(Belongings ours) {
        long answeredAt = System.nanoTime();
        try {
            while (System.nanoTime() - answeredAt < RESTART_NANOS) {
                try {
                    if (ours.remove()) {
                        return true;
                    }
                    answeredAt = System.nanoTime();
                } catch (RuntimeException e) {
                    // It does not answer.
                }
                Thread.sleep(RETRY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private synchronized List<TargetProcess> givenUpProcesses() {
        givenUp = true;
        return List.copyOf(processes);
    }

    private void checkWanted() {
        if (givenUp) {
            throw new IllegalStateException("the target is no longer wanted");
        }
    }

    // A container that is just being made would be missed.
    private synchronized Optional<DockerClient> awaitCreation() {
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

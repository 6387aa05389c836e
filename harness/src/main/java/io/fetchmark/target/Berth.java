package io.fetchmark.target;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.WaitResponse;
import io.fetchmark.fork.CpuSet;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.result.DelayFacts;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The place of a target's container: the engine that runs it, the process that it belongs to, the log that takes what
 * it says, and the order that it is started for.
 */
record Berth(Engine engine, Ownership ownership, TargetLog log, TargetOrder order) {

    private static final long LAST_WORDS_MILLIS = 300;
    private static final Duration ENGINE_PATIENCE = Duration.ofSeconds(20);

    /**
     * The CPUs that a container is held to: those that the user names for the target, else ours, which are of this
     * machine. Another or a virtual one may not have them.
     */
    Optional<CpuSet> cpus() {
        Optional<String> named = order.spec() instanceof ContainerSpec container
                ? container.setup().resources().cpuset()
                : Optional.empty();
        return named.map(CpuSet::parse).or(() -> engine.isNative() ? order.cpus() : Optional.empty());
    }

    /** The same place with another log. */
    Berth saying(TargetLog other) {
        return new Berth(engine, ownership, other, order);
    }

    /**
     * The ways to a container that has a network of its own, best first.
     *
     * @param name of the container, in a message
     * @throws TargetFailure if there is none
     */
    List<NetworkPath> apart(String name) throws TargetFailure {
        List<NetworkPath> paths = order.paths().stream()
                .filter(path -> path != NetworkPath.HOST && engine.mayReach(path))
                .toList();
        if (paths.isEmpty()) {
            throw new TargetFailure(
                    name + " in a container of " + engine.name() + " is reached by none of " + order.paths());
        }
        return paths;
    }

    /** As below, of a container that is named after its image. */
    boolean runs(OwnedContainer container, TargetImage image) throws TargetFailure {
        return runs(container, image.name());
    }

    /**
     * Whether a container started and is ready; if not it is removed.
     *
     * @param name of the container, in a message
     * @throws TargetFailure if the engine refuses to start it
     */
    boolean runs(OwnedContainer container, String name) throws TargetFailure {
        try {
            container.start();
            return true;
        } catch (RuntimeException e) {
            ownership.created();
            Optional<String> gone = engineFailure();
            if (gone.isPresent()) {
                throw new TargetFailure(gone.get(), e);
            }
            Optional<DockerException> refusal = refusal(e);
            if (refusal.isPresent()) {
                throw new TargetFailure(
                        "the engine does not start the container of " + name + ": " + Refusal.explained(refusal.get()),
                        e);
            }
            return false;
        }
    }

    /**
     * What completes when a container that runs ends, by itself or not: with how, and its last lines.
     *
     * @param name of the container, in that message
     */
    CompletableFuture<String> death(String id, String name) {
        return death(id, name, false);
    }

    /**
     * As above.
     *
     * @param mayEnd whether it is no death if it ends with status 0
     */
    CompletableFuture<String> death(String id, String name, boolean mayEnd) {
        CompletableFuture<String> death = new CompletableFuture<>();
        engine.client().waitContainerCmd(id).exec(new ResultCallback.Adapter<WaitResponse>() {
            @Override
            public void onNext(WaitResponse response) {
                if (mayEnd && response.getStatusCode() == 0) {
                    return;
                }
                sleep();
                death.complete(engineFailure()
                        .map(gone -> gone + ", and the container of " + name + " has ended")
                        .orElseGet(() -> "the container of " + name + " " + ending(id, response.getStatusCode())
                                + " while it was needed" + log.quote()));
            }

            @Override
            public void onError(Throwable failure) {
                death.complete(engineFailure()
                        .map(gone -> gone + ", so nothing is known of the container of " + name)
                        .orElseGet(
                                () -> "the container of " + name + " is lost: " + failure.getMessage() + log.quote()));
            }
        });
        return death;
    }

    /**
     * The grip on a container that runs.
     *
     * @param mayEnd whether it may end by itself
     */
    Hold hold(String id, boolean mayEnd) {
        return new ContainerHold(engine, id, mayEnd);
    }

    /** What is known of a container that answers. */
    TargetFacts facts(
            String id, TargetImage image, Candidate reached, Optional<DelayFacts> delay, List<String> warnings) {
        Confines confines = Confines.of(engine.client().inspectContainerCmd(id).exec());
        return new TargetFacts(
                order.spec().kind(),
                TargetRuntime.DOCKER,
                reached.path(),
                reached.url(),
                Optional.of(image.name()),
                Optional.of(image.id()),
                image.digest(),
                Optional.of(engine.name()),
                confines.cpus(),
                confines.limits(),
                delay,
                Optional.empty(),
                Stream.concat(unconfined().stream(), warnings.stream()).toList());
    }

    private Optional<String> unconfined() {
        return engine.confines()
                ? Optional.empty()
                : Optional.of(
                        "The engine has no control groups, as one without root on a kernel with those of version 1:"
                                + " the target was not held to CPUs or limits, its CPU time is not known, and it was not paused"
                                + " while idle.");
    }

    /** How a container ended; empty if it has not. */
    Optional<Ending> ending(String id) {
        Optional<Ending> ending =
                Ending.of(engine.client().inspectContainerCmd(id).exec());
        if (ending.filter(Ending::isUnexplainedKill).isPresent()) {
            sleep();
            return Ending.of(engine.client().inspectContainerCmd(id).exec());
        }
        return ending;
    }

    private Ending ending(String id, long status) {
        Ending plain = new Ending(status, false, Optional.empty());
        try {
            return ending(id).orElse(plain);
        } catch (DockerException e) {
            // Somebody has removed it meanwhile.
            return plain;
        }
    }

    private Optional<String> engineFailure() {
        try {
            return EngineCheck.failure(engine, ENGINE_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<DockerException> refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DockerException refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    // Its last lines, and what the kernel did to it, come by other connections.
    private static void sleep() {
        try {
            Thread.sleep(LAST_WORDS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

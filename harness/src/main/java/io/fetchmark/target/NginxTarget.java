package io.fetchmark.target;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.WaitResponse;
import io.fetchmark.fork.CpuSet;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * nginx in a container, reached on the best path that there is.
 *
 * <pre>
 *   a configuration of ours, and the engine runs natively on this machine:
 *       host     the container shares this machine's network; a free port on loopback
 *   else, or where that one is not reached (a build that is itself in a container, for example):
 *       direct   the container's address, if it can be reached from here
 *       mapped   a published port: through a proxy or packet rules, which cost throughput
 * </pre>
 *
 * A configuration of the user's never shares the network: its ports are its own business.
 */
final class NginxTarget {

    private static final int PORT_TRIES = 3;
    private static final long LAST_WORDS_MILLIS = 300;

    private final TargetOrder order;
    private final TargetSpec.Nginx spec;
    private final Engine engine;
    private final Ownership ownership;
    private final TargetLog log;
    private final Optional<CpuSet> cpus;

    NginxTarget(TargetOrder order, TargetSpec.Nginx spec, Engine engine, Ownership ownership, TargetLog log) {
        this.order = order;
        this.spec = spec;
        this.engine = engine;
        this.ownership = ownership;
        this.log = log;
        // The numbers are of this machine's CPUs, which another machine or a virtual one may not have.
        this.cpus = engine.isNative() ? order.cpus() : Optional.empty();
    }

    StartedTarget start(Consumer<String> say) throws TargetFailure, InterruptedException, IOException {
        StaleSweep.run(engine.client());
        NginxImage image = NginxImage.obtain(engine.client(), spec.image(), say);
        if (spec.config().isEmpty() && order.paths().contains(NetworkPath.HOST) && engine.mayReach(NetworkPath.HOST)) {
            for (int tried = 0; tried < PORT_TRIES; tried++) {
                NginxSetup setup = NginxSetup.onHost(spec, image, cpus, freePort());
                NginxContainer container = container(setup);
                if (runs(container)) {
                    return started(setup, container);
                }
                if (container.exitStatus().isEmpty()) {
                    // It runs and is not reached, so this machine's network is not the engine's.
                    break;
                }
                if (!log.says("Address already in use") || tried == PORT_TRIES - 1) {
                    throw ended(container);
                }
            }
        }
        List<NetworkPath> paths = order.paths().stream()
                .filter(path -> path != NetworkPath.HOST && engine.mayReach(path))
                .toList();
        if (paths.isEmpty()) {
            throw new TargetFailure(
                    "nginx in a container of " + engine.name() + " is reached by none of " + order.paths());
        }
        NginxSetup setup = NginxSetup.apart(spec, image, cpus, paths);
        NginxContainer container = container(setup);
        if (!runs(container)) {
            throw container.exitStatus().isPresent() ? ended(container) : silent(setup);
        }
        return started(setup, container);
    }

    private NginxContainer container(NginxSetup setup) {
        return new NginxContainer(engine, ownership, log, setup, cpus);
    }

    /** Whether it started and answers; if not it is removed. */
    private boolean runs(NginxContainer container) throws TargetFailure {
        try {
            container.start();
            return true;
        } catch (RuntimeException e) {
            ownership.created();
            Optional<DockerException> refusal = refusal(e);
            if (refusal.isPresent()) {
                throw new TargetFailure(
                        "the engine does not start the container of " + spec.image() + ": "
                                + String.valueOf(refusal.get().getMessage()).strip(),
                        e);
            }
            return false;
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

    private TargetFailure ended(NginxContainer container) {
        return new TargetFailure("the container of " + spec.image() + " ended with exit status "
                + container.exitStatus().orElse(-1) + " instead of serving (its command must be nginx)" + log.quote());
    }

    private TargetFailure silent(NginxSetup setup) {
        return new TargetFailure("nginx in the container of " + spec.image() + " runs, but does not answer at its port "
                + setup.port() + " by " + setup.paths()
                + (spec.config().isPresent() ? " (the port of the first plain listen in <config>, or 80)" : "")
                + log.quote());
    }

    private StartedTarget started(NginxSetup setup, NginxContainer container) throws InterruptedException, IOException {
        Candidate reached = setup.ready().reached().orElseThrow();
        CompletableFuture<String> death = new CompletableFuture<>();
        engine.client().waitContainerCmd(container.getContainerId()).exec(new ResultCallback.Adapter<WaitResponse>() {
            @Override
            public void onNext(WaitResponse response) {
                sleep();
                death.complete("the container of nginx ended with exit status " + response.getStatusCode()
                        + " while it was needed" + log.quote());
            }

            @Override
            public void onError(Throwable failure) {
                death.complete("the container of nginx is lost: " + failure.getMessage() + log.quote());
            }
        });
        DelayCheck check = new DelayCheck(reached.url(), spec.delay());
        TargetFacts facts = new TargetFacts(
                spec.kind(),
                TargetRuntime.DOCKER,
                reached.path(),
                reached.url(),
                Optional.of(setup.image().name()),
                Optional.of(setup.image().id()),
                Optional.of(engine.name()),
                cpus.map(Object::toString),
                container.delay().isEmpty()
                        ? Optional.empty()
                        : Optional.of(check.measure(container.delay().get().toString())),
                List.of());
        return new StartedTarget(facts, death, Counters.ofContainer(engine, container.getContainerId()));
    }

    // Its last lines come by another connection.
    private static void sleep() {
        try {
            Thread.sleep(LAST_WORDS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

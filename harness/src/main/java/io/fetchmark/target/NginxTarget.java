package io.fetchmark.target;

import io.fetchmark.plan.NginxSpec;
import io.fetchmark.result.DelayFacts;
import io.fetchmark.result.NetworkPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

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
    private static final String REMEDY =
            "or name one that is there by <image>, -Dfetchmark.image=… or FETCHMARK_IMAGE=…";

    private final NginxSpec spec;
    private final Berth berth;

    NginxTarget(NginxSpec spec, Berth berth) {
        this.spec = spec;
        this.berth = berth;
    }

    StartedTarget start(StartListener listener) throws TargetFailure, InterruptedException, IOException {
        Engine engine = berth.engine();
        StaleSweep.run(engine.client());
        TargetImage image = TargetImage.obtain(engine.client(), spec.image(), REMEDY, listener);
        if (spec.config().isEmpty()
                && berth.order().paths().contains(NetworkPath.HOST)
                && engine.mayReach(NetworkPath.HOST)) {
            for (int tried = 0; tried < PORT_TRIES; tried++) {
                NginxSetup setup = NginxSetup.onHost(spec, image, berth.cpus(), freePort());
                NginxContainer container = new NginxContainer(berth, setup);
                if (berth.runs(container, image)) {
                    return started(setup, container);
                }
                if (container.ending().isEmpty()) {
                    // It runs and is not reached, so this machine's network is not the engine's.
                    break;
                }
                if (!berth.log().says("Address already in use") || tried == PORT_TRIES - 1) {
                    throw ended(container.ending().get());
                }
            }
        }
        NginxSetup setup = NginxSetup.apart(spec, image, berth, berth.apart("nginx"));
        NginxContainer container = new NginxContainer(berth, setup);
        if (!berth.runs(container, image)) {
            throw container.ending().isPresent() ? ended(container.ending().get()) : silent(setup);
        }
        return started(setup, container);
    }

    private TargetFailure ended(Ending ending) {
        return new TargetFailure("the container of " + spec.image() + " " + ending
                + " instead of serving (" + remedy() + ")"
                + berth.log().quote());
    }

    private String remedy() {
        if (spec.config().isEmpty()) {
            return "its command must be nginx";
        }
        return berth.log().says("\"daemon\" directive is duplicate")
                ? "take daemon out of <config>: the command of the image sets it"
                : "correct <config>, as its last lines tell, or <image>, whose command must be nginx";
    }

    private TargetFailure silent(NginxSetup setup) {
        String name = "nginx in the container of " + spec.image() + " ";
        Optional<String> obstacle = setup.ready().obstacle();
        if (obstacle.isPresent()) {
            return new TargetFailure(name + obstacle.get() + berth.log().quote());
        }
        return new TargetFailure(name + "runs, but does not answer at its port "
                + setup.port() + " by " + setup.paths()
                + setup.ready().reasons().map(reasons -> " (" + reasons + ")").orElse("")
                + (spec.config().isPresent()
                        ? spec.port().isPresent()
                                ? ": correct <nginx><port>, or the listen of <config>"
                                : " (the first listen of <config> for plain HTTP, or 80): name another by"
                                        + " <nginx><port>, or correct <config>"
                        : "")
                + berth.log().quote());
    }

    private StartedTarget started(NginxSetup setup, NginxContainer container)
            throws TargetFailure, InterruptedException {
        String id = container.getContainerId();
        Candidate reached = setup.ready().reached().orElseThrow();
        CompletableFuture<String> death = berth.death(id, "nginx");
        return new StartedTarget(
                berth.facts(id, setup.image(), reached, delay(reached, container), List.of()),
                death,
                Counters.ofContainer(berth.engine(), id),
                berth.hold(id, false));
    }

    private Optional<DelayFacts> delay(Candidate reached, NginxContainer container)
            throws TargetFailure, InterruptedException {
        Optional<DelayWay> way = container.delay();
        DelayCheck check = new DelayCheck(reached.url(), spec.delay());
        return way.isEmpty()
                ? Optional.empty()
                : Optional.of(DelayRule.check(check.measure(way.get().toString())));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

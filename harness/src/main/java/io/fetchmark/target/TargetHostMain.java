package io.fetchmark.target;

import io.fetchmark.fork.Parent;
import io.fetchmark.json.Json;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.TargetSpec;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.testcontainers.DockerClientFactory;

/**
 * The JVM that owns the target: starts what its parent orders, and removes it when the parent is gone or a signal ends
 * this JVM. What is left when it is killed outright is found by the sweep of the next one.
 */
final class TargetHostMain {

    private static final String REMEDY =
            "install and start an engine (on Debian: apt-get install docker.io) or correct DOCKER_HOST";

    private final Parent parent = Parent.listen();
    private final Ownership ownership = new Ownership();

    private TargetHostMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new TargetHostMain().run();
    }

    private void run() throws IOException, InterruptedException {
        TargetOrder order = Json.read(parent.receive(), TargetOrder.class);
        HostLog.to(order.directory());
        Runtime.getRuntime().addShutdownHook(new Thread(ownership::giveUp, "fetchmark-give-up"));
        // Testcontainers has a hook of its own for signals, which trips over containers that are being removed.
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                Logger.getLogger(TargetHostMain.class.getName()).log(Level.INFO, thread.getName(), failure));
        parent.whenGone(() -> {
            ownership.giveUp();
            System.exit(0);
        });
        try {
            StartedTarget target = start(order);
            parent.send(Json.line(new HostMessage.Ready(target.facts(), target.counters())));
            if (target.counters() instanceof StatsCounters stats) {
                StatsFeed.start(
                        DockerClientFactory.instance().client(),
                        stats.container(),
                        used -> parent.send(Json.line(used)));
            }
            String reason = target.death().join();
            if (!ownership.isGivenUp()) {
                parent.send(Json.line(new HostMessage.Died(reason)));
            }
        } catch (TargetFailure e) {
            parent.send(Json.line(new HostMessage.Failed(String.valueOf(e.getMessage()))));
        } catch (IOException | RuntimeException e) {
            parent.send(Json.line(new HostMessage.Failed("the target could not be started: " + e + " (more may be in "
                    + order.directory().resolve(HostLog.NAME) + ")")));
        }
        System.exit(0);
    }

    private StartedTarget start(TargetOrder order) throws TargetFailure, IOException, InterruptedException {
        TargetSpec spec = order.spec();
        if (spec instanceof NginxSpec nginx && order.runtime() == RuntimeChoice.EMBEDDED) {
            return EmbeddedTarget.start(order, nginx, List.of());
        }
        Engine engine;
        try {
            engine = Engine.find(System.getenv());
        } catch (NoEngine e) {
            return withoutEngine(order, e);
        }
        Berth berth = new Berth(engine, ownership, new TargetLog(order.directory()), order);
        if (spec instanceof NginxSpec nginx) {
            return new NginxTarget(nginx, berth).start(System.out::println);
        }
        if (spec instanceof ContainerSpec container) {
            return new ContainerTarget(container, berth).start(System.out::println);
        }
        throw new TargetFailure("needs no process of its own: " + spec);
    }

    private static StartedTarget withoutEngine(TargetOrder order, NoEngine reason)
            throws TargetFailure, IOException, InterruptedException {
        if (!(order.spec() instanceof NginxSpec nginx)) {
            throw new TargetFailure(
                    reason.getMessage() + ", and nothing can stand in for a <"
                            + order.spec().kind() + ">: " + REMEDY,
                    reason);
        }
        if (order.runtime() == RuntimeChoice.DOCKER) {
            throw new TargetFailure(
                    reason.getMessage() + ": " + REMEDY + ", or run with -Dfetchmark.runtime=embedded", reason);
        }
        return EmbeddedTarget.start(
                order,
                nginx,
                List.of("There is no nginx: " + reason.getMessage()
                        + ", so the target was the HTTP server embedded in Fetchmark and these numbers say nothing about"
                        + " nginx: " + REMEDY + "."));
    }
}

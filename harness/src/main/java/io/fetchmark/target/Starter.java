package io.fetchmark.target;

import io.fetchmark.plan.ComposeSpec;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.TargetSpec;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Starts targets of every kind, each where it is to run. Any thread may call it, several at the same time. */
final class Starter {

    private static final String REMEDY =
            "install and start an engine (on Debian: apt-get install docker.io) or correct DOCKER_HOST";

    private final Ownership ownership;
    private final Consumer<Engine> found;

    /** @param found takes the engine before anything is asked of it, each time */
    Starter(Ownership ownership, Consumer<Engine> found) {
        this.ownership = ownership;
        this.found = found;
    }

    /**
     * Starts a target and waits until it answers. The thread that calls this must live as long as the target.
     *
     * @throws TargetFailure if it does not; nothing is left of it then
     */
    StartedTarget start(TargetOrder order, StartListener listener)
            throws TargetFailure, IOException, InterruptedException {
        TargetSpec spec = order.spec();
        if (spec instanceof NginxSpec nginx && order.runtime() == RuntimeChoice.EMBEDDED) {
            return EmbeddedTarget.start(order, nginx, List.of());
        }
        if (spec instanceof JarSpec jar && order.runtime() == RuntimeChoice.PROCESS) {
            return new JarProcess(jar, order, ownership, new TargetLog(order)).start(List.of());
        }
        Engine engine;
        try {
            engine = engine();
        } catch (NoEngine e) {
            return withoutEngine(order, e);
        }
        found.accept(engine);
        Berth berth = new Berth(engine, ownership, new TargetLog(order), order);
        if (spec instanceof NginxSpec nginx) {
            return new NginxTarget(nginx, berth).start(listener);
        }
        if (spec instanceof ContainerSpec container) {
            return new ContainerTarget(container, berth).start(listener);
        }
        if (spec instanceof JarSpec jar) {
            return new JarTarget(jar, berth).start(listener);
        }
        if (spec instanceof ComposeSpec compose) {
            return new ComposeTarget(compose, berth).start(listener);
        }
        throw new TargetFailure("needs no process of its own: " + spec);
    }

    // Testcontainers looks for an engine once, and not by several threads.
    private static synchronized Engine engine() throws NoEngine, InterruptedException {
        return Engine.find(System.getenv());
    }

    private StartedTarget withoutEngine(TargetOrder order, NoEngine reason)
            throws TargetFailure, IOException, InterruptedException {
        if (order.spec() instanceof JarSpec jar) {
            if (order.runtime() == RuntimeChoice.DOCKER) {
                throw new TargetFailure(
                        reason.getMessage() + ": " + REMEDY + ", or run with -Dfetchmark.runtime=process", reason);
            }
            return new JarProcess(jar, order, ownership, new TargetLog(order))
                    .start(List.of("There is no container: " + reason.getMessage() + ", so " + jar.name()
                            + " ran as a process of this machine, and these numbers are not comparable with those of a"
                            + " container: " + REMEDY + "."));
        }
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

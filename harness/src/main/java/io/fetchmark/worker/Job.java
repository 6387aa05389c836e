package io.fetchmark.worker;

import io.fetchmark.engine.Engine;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.plan.Load;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;

/** A measurement, as the worker's JVM carries it out. */
interface Job {

    /** Measures, beginning together with the other workers, and gives what is to be told last. */
    Message run() throws IOException, InterruptedException;

    /**
     * The job of a worker.
     *
     * @param parent is told the progress and the slices, from several threads
     */
    static Job of(Part part, StartLine line, Consumer<Message> parent, NanoClock clock) {
        if (part.assignment().blocks()) {
            return new BlockJob(part, line, parent, clock);
        }
        return part.scenario().load() instanceof Load.Ladder ladder
                ? new LadderJob(part, ladder, line, parent, clock)
                : new SteadyJob(part, line, parent, clock);
    }

    /** The engine of a worker that has one target. */
    static Engine engine(Part part, NanoClock clock) {
        return engine(part, part.assignment().targets().get(0), clock);
    }

    /** The engine of a worker for one of its targets. */
    static Engine engine(Part part, URI target, NanoClock clock) {
        return Engine.of(
                part.assignment().client(),
                target,
                part.scenario().request(),
                part.threads(),
                part.connections(),
                clock);
    }
}

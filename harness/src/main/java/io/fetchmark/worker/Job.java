package io.fetchmark.worker;

import io.fetchmark.engine.Engine;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.plan.Load;
import java.io.IOException;
import java.util.function.Consumer;

/** A measurement, as the worker's JVM carries it out. */
interface Job {

    /** Warms up and measures, once, beginning together with the other workers. */
    Measured run() throws IOException, InterruptedException;

    /**
     * The job of a worker.
     *
     * @param parent is told the progress and the slices, from several threads
     */
    static Job of(Part part, StartLine line, Consumer<Message> parent, NanoClock clock) {
        return part.scenario().load() instanceof Load.Ladder ladder
                ? new LadderJob(part, ladder, line, parent, clock)
                : new SteadyJob(part, line, parent, clock);
    }

    /** The engine of a worker. */
    static Engine engine(Part part, NanoClock clock) {
        return Engine.of(
                part.assignment().client(),
                part.assignment().target(),
                part.scenario().request(),
                part.threads(),
                part.connections(),
                clock);
    }
}

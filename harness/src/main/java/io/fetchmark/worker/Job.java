package io.fetchmark.worker;

import io.fetchmark.engine.Engine;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Scenario;
import java.time.Instant;
import java.util.function.Consumer;

/** A measurement, as the worker's JVM carries it out. */
interface Job {

    /** Warms up and measures, once. */
    Measured run() throws InterruptedException;

    /**
     * The job of an assignment.
     *
     * @param parent is told the progress and the slices, from several threads
     */
    static Job of(Assignment assignment, Consumer<Message> parent, NanoClock clock) {
        return assignment.scenario().load() instanceof Load.Ladder ladder
                ? new LadderJob(assignment, ladder, parent, clock)
                : new SteadyJob(assignment, parent, clock);
    }

    /** The engine of an assignment. */
    static Engine engine(Assignment assignment, NanoClock clock) {
        Scenario scenario = assignment.scenario();
        return Engine.of(
                assignment.client(),
                assignment.target(),
                scenario.request(),
                scenario.threads(),
                connections(scenario),
                clock);
    }

    /** A ladder fetches N times at once, whatever N. */
    private static int connections(Scenario scenario) {
        return scenario.load() instanceof Load.Ladder ? Load.Ladder.MOST : scenario.connections();
    }

    /** The wall time of an instant of the clock. */
    static Instant wallTime(long instant, NanoClock clock) {
        return Instant.now().plusNanos(instant - clock.nanos());
    }
}

package io.fetchmark.worker;

import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.engine.Engine;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Recorder;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Measures a closed or an open load: one load from the start of the warm-up to the end, without a gap between the two;
 * an exchange is measured if it was due after the warm-up.
 */
final class SteadyJob implements Job {

    private final Assignment assignment;
    private final Consumer<Message> parent;
    private final NanoClock clock;

    SteadyJob(Assignment assignment, Consumer<Message> parent, NanoClock clock) {
        this.assignment = assignment;
        this.parent = parent;
        this.clock = clock;
    }

    @Override
    public Measured run() throws InterruptedException {
        Scenario scenario = assignment.scenario();
        try (Engine engine = Job.engine(assignment, clock)) {
            long begin = clock.nanos();
            long start = begin + scenario.warmUp().toNanos();
            long end = start + scenario.duration().toNanos();
            Instant wallTime = Job.wallTime(start, clock);
            Recorder recorder = new Recorder(start, end);
            Reporter reporter = Reporter.start(recorder, begin, start, parent, clock);
            drive(engine, begin, end, recorder);
            reporter.finish();
            return new Measured(
                    wallTime.toString(),
                    Math.max(end - start, recorder.lastEnded() - start) / 1e9,
                    reporter.requests(),
                    recorder.warmUpRequests(),
                    reporter.cpuNanos(),
                    Runtime.version().toString(),
                    List.of(),
                    List.of());
        }
    }

    private void drive(Engine engine, long begin, long end, Recorder recorder) throws InterruptedException {
        Scenario scenario = assignment.scenario();
        Load load = scenario.load();
        if (load instanceof Load.Closed closed) {
            engine.closed(closed.concurrency(), end, recorder);
        } else if (load instanceof Load.Open open) {
            ArrivalSchedule schedule = ArrivalSchedule.of(
                    open, scenario.warmUp().plus(scenario.duration()), new SplittableRandom(assignment.seed()));
            engine.open(schedule, begin, scenario.request().timeout(), recorder);
        } else {
            throw new IllegalArgumentException("not a steady load: " + load);
        }
    }
}

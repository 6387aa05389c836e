package io.fetchmark.worker;

import io.fetchmark.arrival.Burst;
import io.fetchmark.engine.Engine;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Recorder;
import io.fetchmark.plan.Load;
import io.fetchmark.result.LadderStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Measures a ladder: climbs it over and over until the warm-up is over, and then once. */
final class LadderJob implements Job {

    /** Time to make the threads of a pool ready, which a program that has such a pool did long before. */
    private static final long LEAD_NANOS = 20_000_000;

    private final Assignment assignment;
    private final List<Integer> ladder;
    private final Consumer<Message> parent;
    private final NanoClock clock;

    LadderJob(Assignment assignment, Load.Ladder ladder, Consumer<Message> parent, NanoClock clock) {
        this.assignment = assignment;
        this.ladder = ladder.fetches();
        this.parent = parent;
        this.clock = clock;
    }

    @Override
    public Measured run() throws InterruptedException {
        try (Engine engine = Job.engine(assignment, clock)) {
            long warmUpRequests = warmUp(engine);
            long start = clock.nanos();
            Instant wallTime = Job.wallTime(start, clock);
            Recorder recorder = new Recorder(start, start + Long.MAX_VALUE / 2);
            Reporter reporter = Reporter.start(recorder, start, start, parent, clock);
            List<LadderStep> steps = new ArrayList<>();
            for (int fetches : ladder) {
                steps.add(climb(engine, fetches, recorder, reporter));
            }
            reporter.finish();
            return new Measured(
                    wallTime.toString(),
                    steps.stream().mapToDouble(LadderStep::seconds).sum(),
                    reporter.requests(),
                    warmUpRequests,
                    reporter.cpuNanos(),
                    Runtime.version().toString(),
                    steps,
                    List.of());
        }
    }

    private LadderStep climb(Engine engine, int fetches, Recorder recorder, Reporter reporter)
            throws InterruptedException {
        reporter.onStep(fetches);
        long due = clock.nanos() + LEAD_NANOS;
        engine.open(new Burst(fetches), due, Engine.ENDLESS_PATIENCE, recorder);
        return new LadderStep(fetches, (recorder.lastEnded() - due) / 1e9);
    }

    private long warmUp(Engine engine) throws InterruptedException {
        long begin = clock.nanos();
        long end = begin + assignment.scenario().warmUp().toNanos();
        Recorder unmeasured = new Recorder(end, end);
        Reporter reporter = Reporter.start(unmeasured, begin, begin + Long.MAX_VALUE / 2, parent, clock);
        Iterator<Integer> endless =
                Stream.generate(() -> ladder).flatMap(List::stream).iterator();
        for (long due = begin; end - due > 0; due = clock.nanos()) {
            int fetches = endless.next();
            reporter.onStep(fetches);
            // What could not be started within the warm-up is not to run into the measured time.
            engine.open(new Burst(fetches), due, Duration.ofNanos(end - due), unmeasured);
        }
        reporter.finish();
        return unmeasured.warmUpRequests();
    }
}

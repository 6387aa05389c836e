package io.fetchmark.worker;

import io.fetchmark.arrival.Burst;
import io.fetchmark.engine.Engine;
import io.fetchmark.measure.MeasuredTime;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Recorder;
import io.fetchmark.plan.Load;
import io.fetchmark.result.LadderStep;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Measures a ladder: climbs it over and over until the warm-up is over, each worker by itself, and then once, all workers
 * together from step to step.
 */
final class LadderJob implements Job {

    private final Part part;
    private final List<Integer> ladder;
    private final StartLine line;
    private final Consumer<Message> parent;
    private final NanoClock clock;

    LadderJob(Part part, Load.Ladder ladder, StartLine line, Consumer<Message> parent, NanoClock clock) {
        this.part = part;
        this.ladder = part.fetches(ladder);
        this.line = line;
        this.parent = parent;
        this.clock = clock;
    }

    @Override
    public Measured run() throws IOException, InterruptedException {
        try (Engine engine = Job.engine(part, clock)) {
            long warmUpRequests = warmUp(engine, line.await().nanos());
            Start start = line.await();
            MeasuredTime time = new MeasuredTime(start.nanos(), start.nanos() + Long.MAX_VALUE / 2);
            Recorder recorder = new Recorder(time);
            Reporter reporter = reporter(recorder, time, start.nanos());
            List<LadderStep> steps = new ArrayList<>();
            for (int fetches : ladder) {
                long due = steps.isEmpty() ? start.nanos() : line.await().nanos();
                steps.add(climb(engine, fetches, due, recorder, reporter));
            }
            reporter.finish();
            return new Measured(
                    start.wallTime().toString(),
                    steps.stream().mapToDouble(LadderStep::seconds).sum(),
                    reporter.requests(),
                    warmUpRequests,
                    // Each step waits until all of the one before has ended.
                    Map.of(),
                    recorder.failures(part.scenario().request().path()),
                    reporter.cpuNanos(),
                    Runtime.version().toString(),
                    steps,
                    List.of());
        }
    }

    private LadderStep climb(Engine engine, int fetches, long due, Recorder recorder, Reporter reporter)
            throws InterruptedException {
        reporter.onStep(fetches);
        engine.open(new Burst(fetches), due, Engine.ENDLESS_PATIENCE, recorder);
        // What ended last is of an earlier step if this worker has no share in this one.
        return new LadderStep(fetches, fetches == 0 ? 0 : (recorder.lastEnded() - due) / 1e9);
    }

    private Reporter reporter(Recorder recorder, MeasuredTime time, long begin) {
        Reporter reporter =
                new Reporter(recorder, time, begin, part.assignment().warmUp().step(), parent, clock);
        reporter.start();
        return reporter;
    }

    private long warmUp(Engine engine, long begin) throws InterruptedException {
        long end = begin + part.scenario().warmUp().toNanos();
        Recorder unmeasured = new Recorder(end, end);
        Reporter reporter = reporter(unmeasured, new MeasuredTime(), begin);
        List<Integer> own = ladder.stream().filter(fetches -> fetches > 0).toList();
        Iterator<Integer> endless =
                Stream.generate(() -> own).flatMap(List::stream).iterator();
        for (long due = begin; end - due > 0 && !own.isEmpty(); due = clock.nanos()) {
            int fetches = endless.next();
            reporter.onStep(fetches);
            // What could not be started within the warm-up is not to run into the measured time.
            engine.open(new Burst(fetches), due, Duration.ofNanos(end - due), unmeasured);
        }
        // A worker whose share is nothing has nothing to warm up, but must not look as if it hung.
        TimeUnit.NANOSECONDS.sleep(end - clock.nanos());
        reporter.finish();
        return unmeasured.warmUpRequests();
    }
}

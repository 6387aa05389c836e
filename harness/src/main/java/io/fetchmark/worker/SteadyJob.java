package io.fetchmark.worker;

import io.fetchmark.engine.Engine;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Recorder;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Scenario;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Measures a closed or an open load: one load from the start of the warm-up to the end, without a gap between the two;
 * an exchange is measured if it was due after the warm-up.
 */
final class SteadyJob implements Job {

    private final Part part;
    private final StartLine line;
    private final Consumer<Message> parent;
    private final NanoClock clock;

    SteadyJob(Part part, StartLine line, Consumer<Message> parent, NanoClock clock) {
        this.part = part;
        this.line = line;
        this.parent = parent;
        this.clock = clock;
    }

    @Override
    public Measured run() throws IOException, InterruptedException {
        Scenario scenario = part.scenario();
        try (Engine engine = Job.engine(part, clock)) {
            Start begin = line.await();
            Start start = begin.plus(scenario.warmUp());
            Start end = start.plus(scenario.duration());
            Recorder recorder = new Recorder(start.nanos(), end.nanos());
            Reporter reporter = Reporter.start(recorder, begin.nanos(), start.nanos(), parent, clock);
            drive(engine, begin.nanos(), end.nanos(), recorder);
            reporter.finish();
            return new Measured(
                    start.wallTime().toString(),
                    scenario.duration().toNanos() / 1e9,
                    reporter.requests(),
                    recorder.warmUpRequests(),
                    recorder.hung(),
                    reporter.cpuNanos(),
                    Runtime.version().toString(),
                    List.of(),
                    part
                            .idleWarning(reporter.arrivals()
                                    + recorder.hung().values().stream()
                                            .mapToLong(Long::longValue)
                                            .sum())
                            .stream()
                            .toList());
        }
    }

    private void drive(Engine engine, long begin, long end, Recorder recorder) throws InterruptedException {
        Load load = part.scenario().load();
        if (load instanceof Load.Closed closed) {
            TimeUnit.NANOSECONDS.sleep(begin - clock.nanos());
            engine.closed(part.concurrency(closed), end, recorder);
        } else if (load instanceof Load.Open open) {
            engine.open(part.arrivals(open), begin, part.scenario().request().timeout(), recorder);
        } else {
            throw new IllegalArgumentException("not a steady load: " + load);
        }
    }
}

package io.fetchmark.worker;

import io.fetchmark.engine.Engine;
import io.fetchmark.measure.MeasuredTime;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Recorder;
import io.fetchmark.plan.Load;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Measures a closed or an open load: one load from the start of the warm-up to the end, without a gap between the two;
 * an exchange is measured if it was due after the warm-up. When that ends is told by the crew while the load runs, as it goes
 * on until the target is steady; a short warm-up ends when it is over.
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
        try (Engine engine = Job.engine(part, clock)) {
            Start begin = line.await();
            MeasuredTime time = new MeasuredTime();
            CompletableFuture<Start> start = new CompletableFuture<>();
            Recorder recorder = new Recorder(time);
            Reporter reporter = new Reporter(
                    recorder, time, begin.nanos(), part.assignment().warmUp().step(), parent, clock);
            if (part.assignment().warmUpGoesOn()) {
                listen(ordered -> start.complete(set(time, notPast(ordered), reporter)));
            } else {
                start.complete(set(time, begin.plus(part.scenario().warmUp()), reporter));
            }
            reporter.start();
            drive(engine, begin.nanos(), time, recorder);
            reporter.finish();
            return new Measured(
                    start.join().wallTime().toString(),
                    part.scenario().duration().toNanos() / 1e9,
                    reporter.requests(),
                    recorder.warmUpRequests(),
                    recorder.hung(),
                    recorder.failures(part.scenario().request().path()),
                    reporter.cpuNanos(),
                    Runtime.version().toString(),
                    List.of(),
                    List.of());
        }
    }

    /** Waits in a thread of its own for the order to measure; the load would not end without one. */
    private void listen(Consumer<Start> ordered) {
        Thread thread = new Thread(
                () -> {
                    try {
                        ordered.accept(line.awaitMeasuredTime());
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException("was not told when to measure", e);
                    }
                },
                "fetchmark-orders");
        thread.setDaemon(true);
        thread.start();
    }

    /** An order that comes late, to a process that stood still, counts from when it is here. */
    private Start notPast(Start ordered) {
        return ordered.plus(Duration.ofNanos(Math.max(0, clock.nanos() - ordered.nanos())));
    }

    /** Sets the measured time, which starts then. */
    private Start set(MeasuredTime time, Start start, Reporter reporter) {
        time.set(start.nanos(), start.nanos() + part.scenario().duration().toNanos());
        reporter.wake();
        return start;
    }

    private void drive(Engine engine, long begin, MeasuredTime time, Recorder recorder) throws InterruptedException {
        Load load = part.scenario().load();
        if (load instanceof Load.Closed closed) {
            TimeUnit.NANOSECONDS.sleep(begin - clock.nanos());
            engine.closed(part.concurrency(closed), time, recorder);
        } else if (load instanceof Load.Open open) {
            engine.open(
                    part.arrivals(open, begin, time),
                    begin,
                    part.scenario().request().timeout(),
                    recorder);
        } else {
            throw new IllegalArgumentException("not a steady load: " + load);
        }
    }
}

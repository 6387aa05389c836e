package io.fetchmark.worker;

import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Recorder;
import io.fetchmark.measure.Slice;
import io.fetchmark.measure.Vitals;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells the parent what a recorder has taken in: of the warm-up the progress, four times a second, and of the measured time
 * the progress and a slice, each second. It has a thread of its own from {@link #start} to {@link #finish}.
 */
final class Reporter {

    private static final long SLICE_NANOS = 1_000_000_000;
    /** Of the warm-up there are no slices, which cost CPU time. */
    private static final long WARM_UP_TICK_NANOS = 250_000_000;

    private final VitalsReader reader = new VitalsReader();
    private final Recorder recorder;
    private final long begin;
    private final long start;
    private final Consumer<Message> parent;
    private final NanoClock clock;
    private final Thread thread = new Thread(this::report, "fetchmark-reporter");
    private volatile int fetches;
    private volatile boolean finished;
    private boolean measuring;
    private Vitals vitalsAtSlice;
    private long cpuNanos;
    private long requests;
    private long failed;
    private long dropped;
    private long warmUpRequests;

    private Reporter(Recorder recorder, long begin, long start, Consumer<Message> parent, NanoClock clock) {
        this.recorder = recorder;
        this.begin = begin;
        this.start = start;
        this.parent = parent;
        this.clock = clock;
        this.measuring = begin - start >= 0;
        this.vitalsAtSlice = reader.read();
    }

    /**
     * Starts to report.
     *
     * @param begin when the load began
     * @param start when the measured time starts; what comes before is reported as warm-up
     */
    static Reporter start(Recorder recorder, long begin, long start, Consumer<Message> parent, NanoClock clock) {
        Reporter reporter = new Reporter(recorder, begin, start, parent, clock);
        reporter.thread.setDaemon(true);
        reporter.thread.start();
        return reporter;
    }

    /** A step of a ladder begins. */
    void onStep(int newFetches) {
        fetches = newFetches;
    }

    /** All exchanges have ended: reports the rest of what was measured. The figures below are there after this. */
    void finish() throws InterruptedException {
        finished = true;
        thread.interrupt();
        thread.join();
        long now = clock.nanos();
        if (now - start >= 0) {
            send(now);
        }
    }

    /** Exchanges of the measured time. */
    long requests() {
        return requests;
    }

    /** Exchanges and dropped arrivals of the measured time. */
    long arrivals() {
        return requests + dropped;
    }

    /** CPU time of this JVM from the start of the measured time to {@link #finish}. */
    long cpuNanos() {
        return cpuNanos;
    }

    private void report() {
        try {
            while (!finished) {
                // Ticks are counted from the start of the measured time, so that one falls on it.
                long offset = clock.nanos() - start;
                long tick = offset < 0 ? WARM_UP_TICK_NANOS : SLICE_NANOS;
                long next = (Math.floorDiv(offset, tick) + 1) * tick;
                // A slice ends with the measured time, so that the CPU time of what comes after is told apart.
                long length = recorder.end() - start;
                next = offset < length ? Math.min(next, length) : next;
                TimeUnit.NANOSECONDS.sleep(next - offset);
                tick(clock.nanos());
            }
        } catch (InterruptedException e) {
            finished = true;
        }
    }

    private void tick(long now) {
        if (now - start < 0) {
            long before = warmUpRequests;
            warmUpRequests = recorder.warmUpRequests();
            double lately = (warmUpRequests - before) * 1e9 / WARM_UP_TICK_NANOS;
            tell(Progress.Phase.WARM_UP, Math.max(0, now - begin), warmUpRequests, lately, 0);
        } else if (!measuring) {
            measuring = true;
            vitalsAtSlice = reader.read();
        } else {
            Slice slice = send(now);
            tell(
                    Progress.Phase.MEASURE,
                    now - start,
                    requests,
                    slice.requests() * 1e9 / Math.max(1, slice.endNanos() - slice.startNanos()),
                    slice.responseTime().quantile(0.5));
        }
    }

    private void tell(Progress.Phase phase, long elapsedNanos, long ended, double perSecond, long p50Nanos) {
        parent.accept(new Progressed(
                new Progress(phase, elapsedNanos / 1e9, ended, failed, dropped, perSecond, p50Nanos, fetches)));
    }

    private Slice send(long end) {
        // First, since taking the slice may last, and longest the first time.
        Vitals now = reader.read();
        Slice slice = recorder.slice(end);
        requests += slice.requests();
        failed += slice.failed();
        dropped += slice.dropped();
        Vitals vitals = now.since(vitalsAtSlice);
        vitalsAtSlice = now;
        cpuNanos += vitals.cpuNanos();
        parent.accept(Sliced.of(slice.with(vitals)));
        return slice;
    }
}

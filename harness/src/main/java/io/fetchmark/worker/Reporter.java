package io.fetchmark.worker;

import io.fetchmark.measure.MeasuredTime;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Recorder;
import io.fetchmark.measure.Slice;
import io.fetchmark.measure.Stalls;
import io.fetchmark.measure.Vitals;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Tells the parent what a recorder has taken in: of the warm-up the progress, in steps of half a second or less, and of the
 * measured time the progress and a slice, each second. It has a thread of its own from {@link #start} to {@link #finish}.
 */
final class Reporter {

    private static final long SLICE_NANOS = 1_000_000_000;

    private final VitalsReader reader = new VitalsReader();
    private final StallMeter stalls;
    private final Recorder recorder;
    private final MeasuredTime time;
    private final long begin;
    private final long stepNanos;
    private final Consumer<Message> parent;
    private final NanoClock clock;
    private final Thread thread = new Thread(this::report, "fetchmark-reporter");
    private volatile int fetches;
    private volatile boolean finished;
    private boolean measuring;
    /** Of a stall that went on into the measured time, what lies in it. */
    private Stalls begun = Stalls.NONE;

    private Vitals vitalsAtSlice;
    private long cpuNanos;
    private long requests;
    private long failed;
    private long dropped;
    private long warmUpRequests;

    /**
     * A reporter that has not begun.
     *
     * @param time until its start the load is reported as warm-up
     * @param begin when the load begins
     * @param step how often progress is told during the warm-up
     */
    Reporter(
            Recorder recorder,
            MeasuredTime time,
            long begin,
            Duration step,
            Consumer<Message> parent,
            NanoClock clock) {
        this.recorder = recorder;
        this.time = time;
        this.begin = begin;
        this.stepNanos = step.toNanos();
        this.parent = parent;
        this.clock = clock;
        this.stalls = StallMeter.start(reader, clock);
        this.vitalsAtSlice = reader.read();
    }

    /** Begins to report. */
    void start() {
        measuring = !time.isAhead(begin);
        thread.setDaemon(true);
        thread.start();
    }

    /** The measured time has been set. */
    void wake() {
        LockSupport.unpark(thread);
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
        if (!time.isAhead(now)) {
            send(now);
        }
        stalls.close();
    }

    /** Exchanges of the measured time. */
    long requests() {
        return requests;
    }

    /** CPU time of this JVM from the start of the measured time to {@link #finish}. */
    long cpuNanos() {
        return cpuNanos;
    }

    private void report() {
        try {
            while (!finished) {
                long due = next(clock.nanos());
                LockSupport.parkNanos(due - clock.nanos());
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                long now = clock.nanos();
                // It is woken early when the measured time has been set.
                if (now - due >= 0) {
                    tick(now);
                }
            }
        } catch (InterruptedException e) {
            finished = true;
        }
    }

    /** Steps of the warm-up are counted from the begin of the load, slices from the start of the measured time. */
    private long next(long now) {
        if (time.isAhead(now)) {
            long step = now + after(now - begin, stepNanos);
            return time.isSet() && step - time.start() > 0 ? time.start() : step;
        }
        long slice = now + after(now - time.start(), SLICE_NANOS);
        // A slice ends with the measured time, so that the CPU time of what comes after is told apart.
        return !time.isOver(now) && slice - time.end() > 0 ? time.end() : slice;
    }

    private static long after(long offset, long length) {
        return length - Math.floorMod(offset, length);
    }

    private void tick(long now) {
        if (time.isAhead(now)) {
            stalls.take();
            long ended = recorder.warmUpRequests();
            double lately = (ended - warmUpRequests) * 1e9 / stepNanos;
            warmUpRequests = ended;
            tell(Progress.Phase.WARM_UP, Math.max(0, now - begin), ended, lately, recorder.takeWarmUpP50());
        } else if (!measuring) {
            measuring = true;
            vitalsAtSlice = reader.read();
            begun = stalls.take().within(now - time.start());
        } else {
            Slice slice = send(now);
            tell(
                    Progress.Phase.MEASURE,
                    now - time.start(),
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
        Vitals vitals = now.since(vitalsAtSlice).with(begun.then(stalls.take()));
        begun = Stalls.NONE;
        vitalsAtSlice = now;
        cpuNanos += vitals.cpuNanos();
        parent.accept(Sliced.of(slice.with(vitals)));
        return slice;
    }
}

package io.fetchmark.worker;

import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Stalls;
import java.util.concurrent.TimeUnit;

/**
 * A meter of the stalls of this JVM: a thread that sleeps for 10 ms again and again and looks how much longer it took. Who
 * asks it looks as well, so that a stall which has just ended, or goes on, is in the answer. Any thread may call any method.
 */
final class StallMeter implements AutoCloseable {

    /** A hundred wake-ups a second cost about a thousandth of a CPU. */
    private static final long PERIOD_NANOS = 10_000_000;

    private final VitalsReader counters;
    private final NanoClock clock;
    private final Thread thread = new Thread(this::watch, "fetchmark-stalls");
    private Stalls stalls = Stalls.NONE;
    private long looked;
    private long cpuNanos;
    private long gcNanos;

    private StallMeter(VitalsReader counters, NanoClock clock) {
        this.counters = counters;
        this.clock = clock;
        this.looked = clock.nanos();
        this.cpuNanos = counters.cpuNanos();
        this.gcNanos = counters.gcNanos();
    }

    /** Starts a meter. */
    static StallMeter start(VitalsReader counters, NanoClock clock) {
        StallMeter meter = new StallMeter(counters, clock);
        meter.thread.setDaemon(true);
        meter.thread.start();
        return meter;
    }

    /** All stalls since this was called last, with what there has been of one that goes on. */
    synchronized Stalls take() {
        look();
        Stalls taken = stalls;
        stalls = Stalls.NONE;
        return taken;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(PERIOD_NANOS);
                look();
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private synchronized void look() {
        long now = clock.nanos();
        long cpu = counters.cpuNanos();
        long gc = counters.gcNanos();
        long within = now - looked;
        long late = within - PERIOD_NANOS;
        if (late >= Stalls.LEAST_NANOS) {
            stalls = stalls.then(Stalls.of(late, within, gc - gcNanos, cpu - cpuNanos, counters.cpus()));
        }
        looked = now;
        cpuNanos = cpu;
        gcNanos = gc;
    }
}

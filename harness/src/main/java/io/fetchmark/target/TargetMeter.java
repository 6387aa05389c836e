package io.fetchmark.target;

import io.fetchmark.result.MeterSource;
import io.fetchmark.result.TargetUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A meter of what a target uses of the machine: reads its counters ten times a second, until it is closed, and tells
 * afterwards what was used in the measured time.
 *
 * <pre>
 *   counter                       ____  the first reading after all exchanges have ended: no load, so nothing is added
 *                            ____/
 *                      __x--/           x: where the measured time starts in the midst of the load, between two readings
 *       ______________/                    that are apart by 0.1 s; where it starts after a rest, the last reading before
 *    warm-up            measured
 * </pre>
 *
 * Any thread may call any method.
 */
public final class TargetMeter implements AutoCloseable {

    private static final long PERIOD_MILLIS = 100;
    /** An engine tells once a second, and may be late. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Optional<MeterSource> source;
    private final OptionalInt cpus;
    private final Supplier<Optional<Reading>> counters;
    private final Readings readings = new Readings();
    private final Thread reader = new Thread(this::readOn, "fetchmark-target-meter");

    private TargetMeter(Optional<MeterSource> source, OptionalInt cpus, Supplier<Optional<Reading>> counters) {
        this.source = source;
        this.cpus = cpus;
        this.counters = counters;
    }

    /**
     * Starts a meter, and makes a first reading.
     *
     * @param source absent if there is nothing to read
     * @param cpus how many CPUs the target is held to, if it is
     * @param counters what they say now, or said last
     */
    static TargetMeter start(Optional<MeterSource> source, OptionalInt cpus, Supplier<Optional<Reading>> counters) {
        TargetMeter meter = new TargetMeter(source, cpus, counters);
        if (source.isPresent()) {
            meter.read();
            meter.reader.setDaemon(true);
            meter.reader.start();
        }
        return meter;
    }

    /** Makes a reading now, beside the regular ones. */
    public void read() {
        counters.get().ifPresent(readings::add);
    }

    /**
     * What the target has used from that instant until now; empty if it is not known. To be asked once there is no load
     * any more. A source that answers in its own time is waited for, up to 3 s.
     *
     * @param rested whether there was no load right before, and {@link #read} was called meanwhile. A source that does not
     *     answer then cannot tell the measured time from what was before it
     */
    public Optional<TargetUse> used(Instant start, boolean rested) throws InterruptedException {
        if (source.isEmpty() || (rested && !source.get().isPrompt())) {
            return Optional.empty();
        }
        Optional<Reading> last = readAfter(Instant.now());
        return (rested ? readings.before(start) : readings.at(start))
                .flatMap(first -> last.map(end -> between(source.get(), first, end)));
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    private TargetUse between(MeterSource from, Reading first, Reading last) {
        OptionalLong throttled =
                first.throttledNanos().isPresent() && last.throttledNanos().isPresent()
                        ? OptionalLong.of(Math.max(
                                0,
                                last.throttledNanos().getAsLong()
                                        - first.throttledNanos().getAsLong()))
                        : OptionalLong.empty();
        return new TargetUse(from, cpus, last.cpuNanos() - first.cpuNanos(), throttled, last.memoryPeakBytes());
    }

    private Optional<Reading> readAfter(Instant now) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<Reading> last = Optional.empty();
        while (last.isEmpty() && System.nanoTime() - deadline < 0) {
            read();
            last = readings.last().filter(reading -> !reading.at().isBefore(now));
            if (last.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
            }
        }
        return last;
    }

    private void readOn() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
                read();
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }
}

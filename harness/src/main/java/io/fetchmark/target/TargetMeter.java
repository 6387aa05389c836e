package io.fetchmark.target;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.result.MeterSource;
import io.fetchmark.result.SliceSummary;
import io.fetchmark.result.TargetUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A meter of what a target uses of the machine, and of what else is done on its CPUs: reads the counters of both ten times
 * a second, until it is closed, and tells afterwards what was used in the measured time and in each slice of it.
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
    private final OptionalDouble cpus;
    private final Optional<CpuSet> own;
    private final Supplier<Optional<Reading>> counters;
    private final Readings<Reading> readings = new Readings<>();
    private final Readings<HostReading> host = new Readings<>();
    private final Thread reader = new Thread(this::readOn, "fetchmark-target-meter");

    private TargetMeter(
            Optional<MeterSource> source,
            OptionalDouble cpus,
            Optional<CpuSet> own,
            Supplier<Optional<Reading>> counters) {
        this.source = source;
        this.cpus = cpus;
        this.own = own;
        this.counters = counters;
    }

    /**
     * Starts a meter, and makes a first reading.
     *
     * @param source absent if there is nothing to read
     * @param cpus how many CPUs' worth of time the target can have, if that is limited
     * @param own the CPUs of this machine that it may use; empty if it runs on another
     * @param counters what they say now, or said last
     */
    static TargetMeter start(
            Optional<MeterSource> source,
            OptionalDouble cpus,
            Optional<CpuSet> own,
            Supplier<Optional<Reading>> counters) {
        TargetMeter meter = new TargetMeter(source, cpus, own, counters);
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
        own.flatMap(HostReading::now).ifPresent(host::add);
    }

    /** CPU time of the target until now; empty if it is not metered, or its source does not answer at once. */
    public OptionalLong cpuNanos() {
        if (source.filter(MeterSource::isPrompt).isEmpty()) {
            return OptionalLong.empty();
        }
        read();
        return readings.last().map(last -> OptionalLong.of(last.cpuNanos())).orElse(OptionalLong.empty());
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
        return first(start, rested).flatMap(first -> last.map(end -> between(source.get(), first, end)));
    }

    /**
     * What the target has used within that time. To be asked after {@link #used}, which waits for the last reading; as that
     * if there is no reading after the end.
     */
    public Optional<TargetUse> usedUntil(Instant start, boolean rested, Duration time) {
        if (source.isEmpty() || (rested && !source.get().isPrompt())) {
            return Optional.empty();
        }
        Optional<Reading> last = readings.at(start.plus(time)).or(readings::last);
        return first(start, rested).flatMap(first -> last.map(end -> between(source.get(), first, end)));
    }

    private Optional<Reading> first(Instant start, boolean rested) {
        return rested ? readings.before(start) : readings.at(start);
    }

    /**
     * Slices of the measured time, each with what the target used in it, as far as that is known. To be asked after
     * {@link #used}, which waits for the last reading; also of a meter that is closed.
     *
     * @param start as of {@link #used}
     * @param rested as of {@link #used}
     * @param clientCpus the CPUs that the forked JVMs may use, by number
     */
    public List<SliceSummary> along(
            Instant start, boolean rested, List<SliceSummary> slices, List<Integer> clientCpus) {
        if (source.isEmpty() || (rested && !source.get().isPrompt())) {
            return slices;
        }
        SliceMeter meter = new SliceMeter(
                readings,
                host,
                start,
                rested,
                own.filter(set -> !Collections.disjoint(set.cpus(), clientCpus)).isPresent());
        return slices.stream().map(slice -> slice.with(meter.used(slice))).toList();
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    private TargetUse between(MeterSource from, Reading first, Reading last) {
        return new TargetUse(
                from,
                cpus,
                last.cpuNanos() - first.cpuNanos(),
                last.throttledNanosSince(first),
                last.memoryPeakBytes(),
                OptionalLong.empty(),
                OptionalLong.empty());
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

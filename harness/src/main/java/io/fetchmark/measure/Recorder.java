package io.fetchmark.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Takes the three instants of every exchange, from any number of threads, without a lock.
 *
 * <p>An exchange belongs to the measured time if its <em>intended</em> instant does; the others are only counted, as
 * warm-up. A slow exchange is thus never lost by ending after the measured time, as long as the engine waits for it.
 */
public final class Recorder {

    private final long start;
    private final long end;
    private final org.HdrHistogram.Recorder serviceTime =
            new org.HdrHistogram.Recorder(Distribution.SIGNIFICANT_DIGITS);
    private final org.HdrHistogram.Recorder responseTime =
            new org.HdrHistogram.Recorder(Distribution.SIGNIFICANT_DIGITS);
    private final org.HdrHistogram.Recorder startLateness =
            new org.HdrHistogram.Recorder(Distribution.SIGNIFICANT_DIGITS);
    private final Map<Outcome, LongAdder> errors = new EnumMap<>(Outcome.class);
    private final LongAdder dropped = new LongAdder();
    private final LongAdder warmUp = new LongAdder();
    private final AtomicLong lastEnded;
    private long sliceStart;

    /**
     * @param start the first instant of the measured time
     * @param end the first instant after it
     */
    public Recorder(long start, long end) {
        this.start = start;
        this.end = end;
        this.lastEnded = new AtomicLong(start);
        this.sliceStart = start;
        Outcome.ERRORS.forEach(kind -> errors.put(kind, new LongAdder()));
    }

    /**
     * One exchange has ended.
     *
     * @param intended when it was due
     * @param ready when it was due and the client had room for it, a free thread or connection; not before
     *     {@code intended}. Until then it waits for the target, from then on for the client itself
     * @param started when its sending began, not before {@code ready}
     * @param ended when the last byte was there, or it was given up
     */
    public void record(long intended, long ready, long started, long ended, Outcome outcome) {
        if (!measures(intended)) {
            warmUp.increment();
            return;
        }
        serviceTime.recordValue(ended - started);
        responseTime.recordValue(ended - intended);
        startLateness.recordValue(started - ready);
        if (outcome != Outcome.OK) {
            errors(outcome).increment();
        }
        lastEnded.accumulateAndGet(ended, Math::max);
    }

    /** An arrival that was due at that instant was never started. */
    public void drop(long intended) {
        if (measures(intended)) {
            dropped.increment();
        }
    }

    /** Exchanges that ended but were not due within the measured time. */
    public long warmUpRequests() {
        return warmUp.sum();
    }

    /** When the last measured exchange ended; the start of the measured time if none has. */
    public long lastEnded() {
        return lastEnded.get();
    }

    /** What has ended since the last call, with no vitals. One thread calls this. */
    public Slice slice(long now) {
        long from = sliceStart;
        long to = Math.max(now, from);
        sliceStart = to;
        Map<Outcome, Long> failed = new EnumMap<>(Outcome.class);
        errors.forEach((kind, count) -> failed.put(kind, count.sumThenReset()));
        return new Slice(
                from - start,
                to - start,
                failed,
                dropped.sumThenReset(),
                new Distribution(serviceTime.getIntervalHistogram()),
                new Distribution(responseTime.getIntervalHistogram()),
                new Distribution(startLateness.getIntervalHistogram()),
                Vitals.NONE);
    }

    private boolean measures(long intended) {
        return intended - start >= 0 && intended - end < 0;
    }

    private LongAdder errors(Outcome kind) {
        LongAdder adder = errors.get(kind);
        if (adder == null) {
            throw new IllegalArgumentException("no error: " + kind);
        }
        return adder;
    }
}

package io.fetchmark.measure;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Takes the three instants of every exchange, from any number of threads, without a lock.
 *
 * <p>An exchange belongs to the measured time if its <em>intended</em> instant does; the others are only counted, as
 * warm-up. A slow exchange is thus never lost by ending after the measured time, as long as the engine waits for it.
 *
 * <pre>
 *            start               end
 *   early  ----|----.             |               counted as warm-up, and in the throughput
 *              |  .----.          |               measured, and in the throughput
 *   late       |              .---|-------.       measured, but not in the throughput
 *   hung  -----|------------------|----.          counted as warm-up; nobody else tells of it
 * </pre>
 */
public final class Recorder {

    private static final int WARM_UP_DIGITS = 2;

    private final MeasuredTime time;
    private final Times<?> shared = Times.ofMany();
    private final List<Times<?>> all = new CopyOnWriteArrayList<>(List.of(shared));
    private final OutcomeCounter errors = new OutcomeCounter();
    private final OutcomeCounter early = new OutcomeCounter();
    private final OutcomeCounter late = new OutcomeCounter();
    private final OutcomeCounter hung = new OutcomeCounter();
    private final FailureCounter failures = new FailureCounter();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder reconnected = new LongAdder();
    private final Map<Shortage, LongAdder> shortages = new EnumMap<>(Shortage.class);
    private final LongAdder warmUp = new LongAdder();
    private final org.HdrHistogram.Recorder warmUpTimes = new org.HdrHistogram.Recorder(WARM_UP_DIGITS);
    private final AtomicLong lastEnded = new AtomicLong(Long.MIN_VALUE);
    private OptionalLong sliceStart = OptionalLong.empty();

    /**
     * @param start the first instant of the measured time
     * @param end the first instant after it
     */
    public Recorder(long start, long end) {
        this(new MeasuredTime(start, end));
    }

    /** @param time the measured time, which may be set later */
    public Recorder(MeasuredTime time) {
        this.time = time;
        for (Shortage kind : Shortage.values()) {
            shortages.put(kind, new LongAdder());
        }
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
        record(shared, intended, ready, started, ended, outcome);
    }

    /** A way in for one thread; may be called by any. */
    public Lane lane() {
        Times<?> own = Times.ofOne();
        all.add(own);
        return new Lane(this, own);
    }

    void record(Times<?> times, long intended, long ready, long started, long ended, Outcome outcome) {
        if (!measures(intended)) {
            warmUp.increment();
            if (time.isAhead(intended)) {
                warmUpTimes.recordValue(Math.max(0, ended - intended));
            }
            if (measures(ended)) {
                early.add(outcome);
            } else if (time.isAhead(started) && time.isOver(ended)) {
                hung.add(outcome);
            }
            return;
        }
        times.record(intended, ready, started, ended);
        if (outcome != Outcome.OK) {
            errors.add(outcome);
        }
        if (time.isOver(ended)) {
            late.add(outcome);
        }
        lastEnded.accumulateAndGet(ended, Math::max);
    }

    /**
     * An arrival was never started.
     *
     * @param intended when it was due
     * @param ready when it was due and the client had room for it, or {@code now} if it never had
     * @param now when it was given up
     */
    public void drop(long intended, long ready, long now) {
        if (measures(intended)) {
            dropped.increment();
            shared.recordLateness(Math.max(0, now - ready));
        }
    }

    /** The request of an exchange that was due at that instant, and is recorded as well, was sent once more. */
    public void reconnect(long intended) {
        if (measures(intended)) {
            reconnected.increment();
        }
    }

    /** An exchange that was due at that instant and was recorded as a success turned out to be a failure. */
    public void fail(long intended, Outcome outcome) {
        if (measures(intended)) {
            errors.add(outcome);
        }
    }

    /**
     * How an exchange failed that was due at that instant, and is recorded as well.
     *
     * @param status the status code of its response if that is why it failed, otherwise 0
     * @param example what else is known, see {@link FailureGroup}; asked only where it is the first of its kind
     */
    public void explain(long intended, Outcome kind, int status, Supplier<String> example) {
        if (measures(intended)) {
            failures.add(kind, status, example);
        }
    }

    /** The exchanges that were explained, by how they failed, the largest groups first. */
    public List<FailureGroup> failures(String path) {
        return failures.groups(path);
    }

    /** An exchange that was due at that instant could not be started, as the client itself lacked something. */
    public void lack(long intended, Shortage shortage) {
        if (measures(intended)) {
            requireNonNull(shortages.get(shortage)).increment();
        }
    }

    /** Exchanges that ended but were not due within the measured time. */
    public long warmUpRequests() {
        return warmUp.sum();
    }

    /** Exchanges that were started before the measured time and were in flight through all of it, by how they ended. */
    public Map<Outcome, Long> hung() {
        return hung.counts();
    }

    /** The first instant after the measured time. */
    public long end() {
        return time.end();
    }

    /** The median response time of the exchanges of the warm-up since the last call, in nanoseconds; 0 if there were none. */
    public long takeWarmUpP50() {
        Histogram lately = warmUpTimes.getIntervalHistogram();
        return lately.getTotalCount() == 0 ? 0 : lately.getValueAtPercentile(50);
    }

    /** When the last measured exchange ended; the start of the measured time if none has. */
    public long lastEnded() {
        return Math.max(time.start(), lastEnded.get());
    }

    /** What has ended since the last call, with no vitals. One thread calls this. */
    public Slice slice(long now) {
        long start = time.start();
        long from = sliceStart.orElse(start);
        long to = Math.max(now, from);
        sliceStart = OptionalLong.of(to);
        Map<Outcome, Long> failed = errors.take();
        Map<Outcome, Long> endedEarly = early.take();
        Map<Outcome, Long> endedLate = late.take();
        Map<Shortage, Long> lacked = new EnumMap<>(Shortage.class);
        shortages.forEach((kind, count) -> lacked.put(kind, count.sumThenReset()));
        Histogram punctual = new Histogram(Distribution.SIGNIFICANT_DIGITS);
        Histogram serviceTime = new Histogram(Distribution.SIGNIFICANT_DIGITS);
        Histogram responseTime = new Histogram(Distribution.SIGNIFICANT_DIGITS);
        Histogram startLateness = new Histogram(Distribution.SIGNIFICANT_DIGITS);
        all.forEach(times -> times.moveTo(punctual, serviceTime, responseTime, startLateness));
        if (punctual.getTotalCount() > 0) {
            startLateness.recordValueWithCount(0, punctual.getTotalCount());
        }
        Distribution both = new Distribution(punctual);
        return new Slice(
                from - start,
                to - start,
                failed,
                endedEarly,
                endedLate,
                dropped.sumThenReset(),
                reconnected.sumThenReset(),
                lacked,
                both.plus(new Distribution(serviceTime)),
                both.plus(new Distribution(responseTime)),
                new Distribution(startLateness),
                Vitals.NONE);
    }

    private boolean measures(long instant) {
        return time.contains(instant);
    }
}

package io.fetchmark.measure;

import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.IntervalHistogramProvider;
import org.HdrHistogram.SingleWriterRecorder;
import org.HdrHistogram.ValueRecorder;

/**
 * The times of exchanges, on their way from those that record them to the one that takes them, without a lock.
 *
 * <p>An exchange that started when it was due, as all of a closed load do, is recorded once: its response time is its
 * service time, and its lateness 0.
 */
final class Times<R extends ValueRecorder & IntervalHistogramProvider<Histogram>> {

    private final R punctual;
    private final R serviceTime;
    private final R responseTime;
    private final R startLateness;

    private Times(Supplier<R> recorders) {
        this.punctual = recorders.get();
        this.serviceTime = recorders.get();
        this.responseTime = recorders.get();
        this.startLateness = recorders.get();
    }

    /** Recorded by any number of threads. */
    static Times<?> ofMany() {
        return new Times<>(() -> new org.HdrHistogram.Recorder(Distribution.SIGNIFICANT_DIGITS));
    }

    /** Recorded by one thread, at less cost. */
    static Times<?> ofOne() {
        return new Times<>(() -> new SingleWriterRecorder(Distribution.SIGNIFICANT_DIGITS));
    }

    /** See {@link Recorder#record}. */
    void record(long intended, long ready, long started, long ended) {
        if (started == intended) {
            punctual.recordValue(ended - started);
        } else {
            serviceTime.recordValue(ended - started);
            responseTime.recordValue(ended - intended);
            startLateness.recordValue(started - ready);
        }
    }

    /** An arrival was given up, as late as that by the client's own doing. */
    void recordLateness(long nanos) {
        startLateness.recordValue(nanos);
    }

    /** Moves what has been recorded since the last call into four histograms. One thread calls this. */
    void moveTo(Histogram ofPunctual, Histogram service, Histogram response, Histogram lateness) {
        move(punctual, ofPunctual);
        move(serviceTime, service);
        move(responseTime, response);
        move(startLateness, lateness);
    }

    private void move(R recorder, Histogram sum) {
        Histogram part = recorder.getIntervalHistogram();
        if (part.getTotalCount() > 0) {
            sum.add(part);
        }
    }
}

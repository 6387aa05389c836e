package io.fetchmark.result;

import io.fetchmark.measure.Recording;

/**
 * What was measured in those slices of the measured time that nothing disturbed; times in nanoseconds.
 *
 * @param seconds how long they were together
 * @param requests exchanges that ended in them, failed ones too
 * @param throughputPerSecond exchanges that ended in them successfully, by their seconds
 */
public record Undisturbed(
        double seconds,
        long requests,
        double throughputPerSecond,
        TimeSummary serviceTimeNanos,
        TimeSummary responseTimeNanos) {

    /** The figures of some slices, which are so long together. */
    static Undisturbed of(Recording slices, double seconds) {
        return new Undisturbed(
                seconds,
                slices.requests(),
                seconds > 0 ? slices.completed() / seconds : 0,
                TimeSummary.of(slices.serviceTime()),
                TimeSummary.of(slices.responseTime()));
    }
}

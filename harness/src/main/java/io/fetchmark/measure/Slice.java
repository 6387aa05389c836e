package io.fetchmark.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What ended within a short stretch of the measured time.
 *
 * @param startNanos where it starts, counted from the start of the measured time
 * @param endNanos where it ends
 * @param errors exchanges that failed, by kind; every kind is there
 * @param dropped arrivals that were never started
 * @param serviceTime ended − started of every exchange, failed ones too
 * @param responseTime ended − intended of every exchange, failed ones too
 * @param startLateness started − ready of every exchange, failed ones too: what the client itself was late
 */
public record Slice(
        long startNanos,
        long endNanos,
        Map<Outcome, Long> errors,
        long dropped,
        Distribution serviceTime,
        Distribution responseTime,
        Distribution startLateness) {

    public Slice {
        if (endNanos < startNanos) {
            throw new IllegalArgumentException("ends before it starts: " + endNanos + " < " + startNanos);
        }
        EnumMap<Outcome, Long> complete = new EnumMap<>(Outcome.noErrors());
        complete.putAll(errors);
        errors = Collections.unmodifiableMap(complete);
    }

    /**
     * What is in either of two slices, exactly: one that follows the other, or one of the same time that another client
     * took in.
     */
    public Slice plus(Slice other) {
        Map<Outcome, Long> allErrors = new EnumMap<>(errors);
        other.errors.forEach((kind, count) -> allErrors.merge(kind, count, Long::sum));
        return new Slice(
                Math.min(startNanos, other.startNanos),
                Math.max(endNanos, other.endNanos),
                allErrors,
                dropped + other.dropped,
                serviceTime.plus(other.serviceTime),
                responseTime.plus(other.responseTime),
                startLateness.plus(other.startLateness));
    }

    /** This slice with another start. */
    Slice from(long newStartNanos) {
        return new Slice(newStartNanos, endNanos, errors, dropped, serviceTime, responseTime, startLateness);
    }

    /** The whole second of the measured time in which it ends. */
    public long second() {
        return Math.floorDiv(endNanos, 1_000_000_000L);
    }

    /** All exchanges that ended, well or not. */
    public long requests() {
        return serviceTime.count();
    }

    public long failed() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }
}

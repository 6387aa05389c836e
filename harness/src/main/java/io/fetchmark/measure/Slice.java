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
 * @param vitals what the JVM used of the machine meanwhile
 */
public record Slice(
        long startNanos,
        long endNanos,
        Map<Outcome, Long> errors,
        long dropped,
        Distribution serviceTime,
        Distribution responseTime,
        Distribution startLateness,
        Vitals vitals) {

    public Slice {
        if (endNanos < startNanos) {
            throw new IllegalArgumentException("ends before it starts: " + endNanos + " < " + startNanos);
        }
        EnumMap<Outcome, Long> complete = new EnumMap<>(Outcome.noErrors());
        complete.putAll(errors);
        errors = Collections.unmodifiableMap(complete);
    }

    /** All exchanges that ended, well or not. */
    public long requests() {
        return serviceTime.count();
    }

    public long failed() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }
}

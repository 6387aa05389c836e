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

    /** This slice and the one that follows it, exactly. */
    public Slice then(Slice next) {
        return together(next, vitals.then(next.vitals));
    }

    /** This slice and one of the same time that another JVM took in, exactly. */
    public Slice plus(Slice other) {
        return together(other, vitals.plus(other.vitals));
    }

    private Slice together(Slice other, Vitals ofBoth) {
        Map<Outcome, Long> allErrors = new EnumMap<>(errors);
        other.errors.forEach((kind, count) -> allErrors.merge(kind, count, Long::sum));
        return new Slice(
                Math.min(startNanos, other.startNanos),
                Math.max(endNanos, other.endNanos),
                allErrors,
                dropped + other.dropped,
                serviceTime.plus(other.serviceTime),
                responseTime.plus(other.responseTime),
                startLateness.plus(other.startLateness),
                ofBoth);
    }

    /** This slice with another start. */
    Slice from(long newStartNanos) {
        return new Slice(newStartNanos, endNanos, errors, dropped, serviceTime, responseTime, startLateness, vitals);
    }

    /** This slice as if no response had been wrong: exchanges with a response succeeded, whatever it said. */
    public Slice takingAnyResponse() {
        Map<Outcome, Long> others = new EnumMap<>(errors);
        others.put(Outcome.STATUS, 0L);
        others.put(Outcome.EXPECTATION, 0L);
        return new Slice(startNanos, endNanos, others, dropped, serviceTime, responseTime, startLateness, vitals);
    }

    /** This slice with what the JVM used meanwhile. */
    public Slice with(Vitals newVitals) {
        return new Slice(startNanos, endNanos, errors, dropped, serviceTime, responseTime, startLateness, newVitals);
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

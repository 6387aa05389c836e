package io.fetchmark.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What ended within a short stretch of the measured time; the last one may go on beyond it.
 *
 * @param startNanos where it starts, counted from the start of the measured time
 * @param endNanos where it ends
 * @param errors exchanges that failed, by kind; every kind is there
 * @param early exchanges due before the measured time that ended within it, by outcome; in no other figure of a slice
 * @param late exchanges due within the measured time that ended after it, by outcome; they are in all other figures, too
 * @param dropped arrivals that were never started
 * @param reconnected exchanges whose request was sent once more, on another connection, as it had not been served on the
 *     first
 * @param shortages exchanges that the client could not start for want of something of its own, by what it was; every kind
 *     is there
 * @param serviceTime ended − started of every exchange, failed ones too
 * @param responseTime ended − intended of every exchange, failed ones too
 * @param startLateness started − ready of every exchange, failed ones too, and of every dropped arrival until it was given
 *     up: what the client itself was late
 * @param vitals what the JVM used of the machine meanwhile
 */
public record Slice(
        long startNanos,
        long endNanos,
        Map<Outcome, Long> errors,
        Map<Outcome, Long> early,
        Map<Outcome, Long> late,
        long dropped,
        long reconnected,
        Map<Shortage, Long> shortages,
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
        shortages = Shortage.complete(shortages);
        early = Collections.unmodifiableMap(sum(early, Map.of()));
        late = Collections.unmodifiableMap(sum(late, Map.of()));
    }

    /** The counts of both, by outcome. */
    private static Map<Outcome, Long> sum(Map<Outcome, Long> one, Map<Outcome, Long> other) {
        Map<Outcome, Long> sum = new EnumMap<>(Outcome.class);
        sum.putAll(one);
        other.forEach((outcome, count) -> sum.merge(outcome, count, Long::sum));
        return sum;
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
        return new Slice(
                Math.min(startNanos, other.startNanos),
                Math.max(endNanos, other.endNanos),
                sum(errors, other.errors),
                sum(early, other.early),
                sum(late, other.late),
                dropped + other.dropped,
                reconnected + other.reconnected,
                Shortage.sum(shortages, other.shortages),
                serviceTime.plus(other.serviceTime),
                responseTime.plus(other.responseTime),
                startLateness.plus(other.startLateness),
                ofBoth);
    }

    /** This slice with another start. */
    Slice from(long newStartNanos) {
        return new Slice(
                newStartNanos,
                endNanos,
                errors,
                early,
                late,
                dropped,
                reconnected,
                shortages,
                serviceTime,
                responseTime,
                startLateness,
                vitals);
    }

    /** This slice as if no response had been wrong: exchanges with a response succeeded, whatever it said. */
    public Slice takingAnyResponse() {
        Map<Outcome, Long> failed = takingAnyResponse(errors);
        failed.remove(Outcome.OK);
        return new Slice(
                startNanos,
                endNanos,
                failed,
                takingAnyResponse(early),
                takingAnyResponse(late),
                dropped,
                reconnected,
                shortages,
                serviceTime,
                responseTime,
                startLateness,
                vitals);
    }

    private static Map<Outcome, Long> takingAnyResponse(Map<Outcome, Long> counts) {
        Map<Outcome, Long> taken = new EnumMap<>(Outcome.class);
        counts.forEach((outcome, count) -> taken.merge(
                outcome == Outcome.STATUS || outcome == Outcome.EXPECTATION ? Outcome.OK : outcome, count, Long::sum));
        return taken;
    }

    /** This slice with what the JVM used meanwhile. */
    public Slice with(Vitals newVitals) {
        return new Slice(
                startNanos,
                endNanos,
                errors,
                early,
                late,
                dropped,
                reconnected,
                shortages,
                serviceTime,
                responseTime,
                startLateness,
                newVitals);
    }

    /** This slice in a hundredth of the memory, which takes longer to answer. */
    Slice compact() {
        return new Slice(
                startNanos,
                endNanos,
                errors,
                early,
                late,
                dropped,
                reconnected,
                shortages,
                serviceTime.compact(),
                responseTime.compact(),
                startLateness.compact(),
                vitals);
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

    /** Exchanges that ended after the measured time, well or not; they are among the requests. */
    public long lateRequests() {
        return late.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Successful exchanges that ended within the measured time, those that were due before it, too. */
    public long completed() {
        return requests() - failed() - late.getOrDefault(Outcome.OK, 0L) + early.getOrDefault(Outcome.OK, 0L);
    }
}

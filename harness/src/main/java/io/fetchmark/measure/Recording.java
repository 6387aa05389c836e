package io.fetchmark.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All slices of a measured time, in order. */
public record Recording(List<Slice> slices) {

    public Recording {
        slices = List.copyOf(slices);
    }

    /**
     * All exchanges of both, exactly, where two clients recorded the same time from the same start. A slice of the sum ends
     * in a second in which both have ended a slice; where one of them stood still at that time, the sum has a longer slice.
     */
    public Recording plus(Recording other) {
        NavigableSet<Long> common = seconds();
        common.retainAll(other.seconds());
        TreeMap<Long, Slice> sum = until(common);
        other.until(common).forEach((end, slice) -> sum.merge(end, slice, Slice::plus));
        return new Recording(withoutOverlap(sum.values()));
    }

    /** All exchanges that ended, well or not. */
    public long requests() {
        return slices.stream().mapToLong(Slice::requests).sum();
    }

    /** Exchanges that ended after the measured time, well or not; they are among the requests. */
    public long late() {
        return slices.stream().mapToLong(Slice::lateRequests).sum();
    }

    /** Successful exchanges that ended within the measured time, those that were due before it, too. */
    public long completed() {
        return slices.stream().mapToLong(Slice::completed).sum();
    }

    public long dropped() {
        return slices.stream().mapToLong(Slice::dropped).sum();
    }

    /** Exchanges whose request was sent once more, on another connection. */
    public long reconnected() {
        return slices.stream().mapToLong(Slice::reconnected).sum();
    }

    /** Exchanges that the client could not start for want of something of its own; every kind is there. */
    public Map<Shortage, Long> shortages() {
        return slices.stream().map(Slice::shortages).reduce(Shortage.none(), Shortage::sum);
    }

    /** Failed exchanges by kind; every kind is there. */
    public Map<Outcome, Long> errors() {
        Map<Outcome, Long> sum = new EnumMap<>(Outcome.noErrors());
        slices.forEach(slice -> slice.errors().forEach((kind, count) -> sum.merge(kind, count, Long::sum)));
        return sum;
    }

    /** Failed exchanges of any kind. */
    public long failed() {
        return errors().values().stream().mapToLong(Long::longValue).sum();
    }

    public Distribution serviceTime() {
        return slices.stream().map(Slice::serviceTime).reduce(Distribution.of(), Distribution::plus);
    }

    public Distribution responseTime() {
        return slices.stream().map(Slice::responseTime).reduce(Distribution.of(), Distribution::plus);
    }

    public Distribution startLateness() {
        return slices.stream().map(Slice::startLateness).reduce(Distribution.of(), Distribution::plus);
    }

    /** What the JVMs used of the machine in all. */
    public Vitals vitals() {
        return slices.stream().map(Slice::vitals).reduce(Vitals::then).orElse(Vitals.NONE);
    }

    private NavigableSet<Long> seconds() {
        return slices.stream().map(Slice::second).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One slice for all that ends after the end before and until the end that it is named by. */
    private TreeMap<Long, Slice> until(NavigableSet<Long> ends) {
        TreeMap<Long, Slice> whole = new TreeMap<>();
        for (Slice slice : slices) {
            Long end = ends.ceiling(slice.second());
            whole.merge(end == null ? Long.MAX_VALUE : end, slice, Slice::then);
        }
        return whole;
    }

    /** No two clients end a slice at the same nanosecond. */
    private static List<Slice> withoutOverlap(Collection<Slice> inOrder) {
        List<Slice> apart = new ArrayList<>();
        for (Slice slice : inOrder) {
            apart.add(
                    apart.isEmpty()
                            ? slice
                            : slice.from(apart.get(apart.size() - 1).endNanos()));
        }
        return apart;
    }
}

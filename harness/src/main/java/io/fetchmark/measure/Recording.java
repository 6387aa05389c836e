package io.fetchmark.measure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All slices of a measured time, in order. */
public record Recording(List<Slice> slices) {

    public Recording {
        slices = List.copyOf(slices);
    }

    /** All exchanges that ended, well or not. */
    public long requests() {
        return slices.stream().mapToLong(Slice::requests).sum();
    }

    public long dropped() {
        return slices.stream().mapToLong(Slice::dropped).sum();
    }

    /** Failed exchanges by kind; every kind is there. */
    public Map<Outcome, Long> errors() {
        Map<Outcome, Long> sum = new EnumMap<>(Outcome.noErrors());
        slices.forEach(slice -> slice.errors().forEach((kind, count) -> sum.merge(kind, count, Long::sum)));
        return sum;
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
}

package io.fetchmark.measure;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.stream.Stream;

/**
 * What the JVMs that drive the load used of this machine within some stretch of time, and what kept them from using more;
 * or, as a reader of counters gives it, since those counters began. Times are in nanoseconds; what the system does not
 * say is absent.
 *
 * @param cpus the CPUs that they may use, by number, ascending
 * @param cpuNanos CPU time that they used
 * @param gcNanos time for which garbage collection stopped them; of several, the one that it stopped longest
 * @param throttledNanos time for which a quota of their control group stopped them, summed over CPUs
 * @param stealNanos time that the hypervisor gave to others while something wanted to run on these CPUs
 * @param busyNanos CPU time that all processes together used on these CPUs, these JVMs among them
 * @param stalls when they stood still; of several, those of the one that did for longer. No counter: absent in a reading
 */
public record Vitals(
        List<Integer> cpus,
        long cpuNanos,
        long gcNanos,
        OptionalLong throttledNanos,
        OptionalLong stealNanos,
        OptionalLong busyNanos,
        Optional<Stalls> stalls) {

    /** Nothing is known. */
    public static final Vitals NONE =
            new Vitals(List.of(), 0, 0, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    public Vitals {
        cpus = cpus.stream().distinct().sorted().toList();
        Stream.of(OptionalLong.of(cpuNanos), OptionalLong.of(gcNanos), throttledNanos, stealNanos, busyNanos)
                .filter(nanos -> nanos.orElse(0) < 0)
                .forEach(nanos -> {
                    throw new IllegalArgumentException("a time must not be negative, was " + nanos);
                });
    }

    /** Vitals of a time whose stalls are not known. */
    public Vitals(
            List<Integer> cpus,
            long cpuNanos,
            long gcNanos,
            OptionalLong throttledNanos,
            OptionalLong stealNanos,
            OptionalLong busyNanos) {
        this(cpus, cpuNanos, gcNanos, throttledNanos, stealNanos, busyNanos, Optional.empty());
    }

    /** These vitals with the stalls of the same time. */
    public Vitals with(Stalls known) {
        return new Vitals(cpus, cpuNanos, gcNanos, throttledNanos, stealNanos, busyNanos, Optional.of(known));
    }

    /** What these counters say more than the earlier ones. Counters of virtual machines may go back a little: not here. */
    public Vitals since(Vitals earlier) {
        LongBinaryOperator difference = (now, then) -> Math.max(0, now - then);
        return new Vitals(
                cpus,
                difference.applyAsLong(cpuNanos, earlier.cpuNanos),
                difference.applyAsLong(gcNanos, earlier.gcNanos),
                both(throttledNanos, earlier.throttledNanos, difference),
                both(stealNanos, earlier.stealNanos, difference),
                both(busyNanos, earlier.busyNanos, difference));
    }

    /** This stretch and the one after it. */
    public Vitals then(Vitals next) {
        return new Vitals(
                union(next),
                cpuNanos + next.cpuNanos,
                gcNanos + next.gcNanos,
                both(throttledNanos, next.throttledNanos, Long::sum),
                both(stealNanos, next.stealNanos, Long::sum),
                both(busyNanos, next.busyNanos, Long::sum),
                both(stalls, next.stalls, Stalls::then));
    }

    /**
     * These JVMs and others of the same machine and control group, in the same stretch. What happened on CPUs that both
     * may use was seen by both, and counts once.
     */
    public Vitals plus(Vitals other) {
        LongBinaryOperator ofCpus = Collections.disjoint(cpus, other.cpus) ? Long::sum : Math::max;
        return new Vitals(
                union(other),
                cpuNanos + other.cpuNanos,
                Math.max(gcNanos, other.gcNanos),
                both(throttledNanos, other.throttledNanos, Math::max),
                both(stealNanos, other.stealNanos, ofCpus),
                both(busyNanos, other.busyNanos, ofCpus),
                both(stalls, other.stalls, Stalls::longer));
    }

    /** CPU time that other processes used on these CPUs. */
    public OptionalLong othersNanos() {
        return busyNanos.isPresent()
                ? OptionalLong.of(Math.max(0, busyNanos.getAsLong() - cpuNanos))
                : OptionalLong.empty();
    }

    private List<Integer> union(Vitals other) {
        return Stream.of(cpus, other.cpus).flatMap(Collection::stream).toList();
    }

    private static OptionalLong both(OptionalLong one, OptionalLong other, LongBinaryOperator together) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(together.applyAsLong(one.getAsLong(), other.getAsLong()))
                : OptionalLong.empty();
    }

    private static Optional<Stalls> both(
            Optional<Stalls> one, Optional<Stalls> other, BinaryOperator<Stalls> together) {
        return one.flatMap(first -> other.map(second -> together.apply(first, second)));
    }
}

package io.fetchmark.result;

import io.fetchmark.measure.Stalls;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The forked JVMs as generators of load: what they used of the machine, and what kept them from using more. Times are in
 * nanoseconds; what the system does not say is absent.
 *
 * @param cpus how many CPUs they may use
 * @param seconds for how long they were watched
 * @param cpuNanos CPU time that they used
 * @param gcNanos time for which garbage collection stopped them; of several, the one that it stopped longest
 * @param throttledNanos time for which a quota of their control group stopped them, summed over CPUs
 * @param stealNanos time that the hypervisor took from their CPUs
 * @param otherCpuNanos CPU time that other processes used on their CPUs
 * @param stalls when they stood still; of several, those of the one that did for longer in each slice; absent in files of
 *     an early version
 */
public record Generator(
        int cpus,
        double seconds,
        long cpuNanos,
        long gcNanos,
        OptionalLong throttledNanos,
        OptionalLong stealNanos,
        OptionalLong otherCpuNanos,
        Optional<Stalls> stalls) {

    /** A generator whose stalls are not known. */
    public Generator(
            int cpus,
            double seconds,
            long cpuNanos,
            long gcNanos,
            OptionalLong throttledNanos,
            OptionalLong stealNanos,
            OptionalLong otherCpuNanos) {
        this(cpus, seconds, cpuNanos, gcNanos, throttledNanos, stealNanos, otherCpuNanos, Optional.empty());
    }

    /** The sum of some slices. */
    public static Generator of(int cpus, List<SliceSummary> slices) {
        return new Generator(
                cpus,
                slices.stream().mapToDouble(SliceSummary::seconds).sum(),
                slices.stream().mapToLong(SliceSummary::cpuNanos).sum(),
                slices.stream().mapToLong(SliceSummary::gcNanos).sum(),
                sum(slices, SliceSummary::throttledNanos),
                sum(slices, SliceSummary::stealNanos),
                sum(slices, SliceSummary::otherCpuNanos),
                stalls(slices));
    }

    /** CPU time by what their CPUs had to give, 0 to 1 and a little more, as the clocks of both differ. */
    public double cpuShare() {
        return ofCpus(cpuNanos);
    }

    /** The share of the time for which garbage collection stopped them, 0 to 1. */
    public double gcShare() {
        return seconds > 0 ? gcNanos / (seconds * 1e9) : 0;
    }

    /** The share of the time for which a quota stopped them; above 1 where it did so on several CPUs. */
    public OptionalDouble throttledShare() {
        return throttledNanos.isPresent() && seconds > 0
                ? OptionalDouble.of(throttledNanos.getAsLong() / (seconds * 1e9))
                : OptionalDouble.empty();
    }

    /** What the hypervisor took by what their CPUs had to give, 0 to 1. */
    public OptionalDouble stealShare() {
        return stealNanos.isPresent() ? OptionalDouble.of(ofCpus(stealNanos.getAsLong())) : OptionalDouble.empty();
    }

    /** What other processes used by what their CPUs had to give, 0 to 1. */
    public OptionalDouble otherShare() {
        return otherCpuNanos.isPresent()
                ? OptionalDouble.of(ofCpus(otherCpuNanos.getAsLong()))
                : OptionalDouble.empty();
    }

    /** How much of their CPUs was in use, by them or by others, or withheld; 0 to 1 and a little more. */
    public double fullShare() {
        return cpuShare() + stealShare().orElse(0) + otherShare().orElse(0);
    }

    /** The share of the time for which the machine made them stand still, 0 to 1; 0 if it is not known. */
    public double stalledShare() {
        return seconds > 0 ? stalls.map(Stalls::ofMachineNanos).orElse(0L) / (seconds * 1e9) : 0;
    }

    private static Optional<Stalls> stalls(List<SliceSummary> slices) {
        return slices.stream().allMatch(slice -> slice.stalls().isPresent())
                ? slices.stream().flatMap(slice -> slice.stalls().stream()).reduce(Stalls::then)
                : Optional.empty();
    }

    private double ofCpus(long nanos) {
        return cpus > 0 && seconds > 0 ? nanos / (seconds * 1e9 * cpus) : 0;
    }

    private static OptionalLong sum(List<SliceSummary> slices, Function<SliceSummary, OptionalLong> nanos) {
        boolean known = slices.stream().allMatch(slice -> nanos.apply(slice).isPresent());
        return known && !slices.isEmpty()
                ? OptionalLong.of(slices.stream()
                        .mapToLong(slice -> nanos.apply(slice).orElse(0))
                        .sum())
                : OptionalLong.empty();
    }
}

package io.fetchmark.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * What the target used of the machine within the measured time.
 *
 * @param source where the figures come from, which says how exact they are
 * @param cpus how many CPUs' worth of time it could have: those that it was held to, or less by a quota; absent if neither
 * @param cpuNanos CPU time that it used, in nanoseconds
 * @param throttledNanos time for which a quota of its control group stopped it, in nanoseconds, summed over CPUs; absent
 *     where the source does not say
 * @param memoryPeakBytes the most memory that it has had since it was started, the page cache of its files included;
 *     absent where the source does not say
 * @param stealNanos time that the hypervisor took from its CPUs, in nanoseconds; absent where the system does not say, or
 *     they are not of this machine
 * @param otherCpuNanos CPU time that neither the target nor the forked JVMs used on its CPUs, in nanoseconds; absent as
 *     above
 */
public record TargetUse(
        MeterSource source,
        OptionalDouble cpus,
        long cpuNanos,
        OptionalLong throttledNanos,
        OptionalLong memoryPeakBytes,
        OptionalLong stealNanos,
        OptionalLong otherCpuNanos) {

    public TargetUse {
        LongStream.of(
                        cpuNanos,
                        throttledNanos.orElse(0),
                        memoryPeakBytes.orElse(0),
                        stealNanos.orElse(0),
                        otherCpuNanos.orElse(0),
                        cpus.orElse(1) > 0 ? 0 : -1)
                .filter(figure -> figure < 0)
                .forEach(figure -> {
                    throw new IllegalArgumentException("a figure must not be negative, and CPUs must be positive");
                });
    }

    /** This use, where what else was done on its CPUs is the sum of some slices, as far as all of them tell. */
    public TargetUse along(List<SliceSummary> slices) {
        return new TargetUse(
                source,
                cpus,
                cpuNanos,
                throttledNanos,
                memoryPeakBytes,
                sum(slices, TargetSlice::stealNanos),
                sum(slices, TargetSlice::otherCpuNanos));
    }

    /** CPU time by requests; absent without any, and where the counter may be off by more than a tenth. */
    public OptionalDouble cpuNanosPerRequest(long requests) {
        return requests > 0 && cpuNanos >= source.resolutionNanos() * 10
                ? OptionalDouble.of((double) cpuNanos / requests)
                : OptionalDouble.empty();
    }

    /** How many CPUs it kept busy on average in that time; 0 if that is no time. */
    public double busyCpus(double seconds) {
        return seconds > 0 ? cpuNanos / (seconds * 1e9) : 0;
    }

    /** CPU time by what its CPUs had to give in that time, 0 to 1 and a little more; absent if they are not known. */
    public OptionalDouble cpuShare(double seconds) {
        return cpus.isPresent() ? OptionalDouble.of(busyCpus(seconds) / cpus.getAsDouble()) : OptionalDouble.empty();
    }

    /** The share of that time for which a quota stopped it; above 1 where it did so on several CPUs. */
    public OptionalDouble throttledShare(double seconds) {
        return share(throttledNanos, seconds);
    }

    /** What the hypervisor took by what so many CPUs had to give in that time, 0 to 1. */
    public OptionalDouble stealShare(double seconds, int ofCpus) {
        return share(stealNanos, seconds * ofCpus);
    }

    /** What others used by what so many CPUs had to give in that time, 0 to 1. */
    public OptionalDouble otherShare(double seconds, int ofCpus) {
        return share(otherCpuNanos, seconds * ofCpus);
    }

    private static OptionalDouble share(OptionalLong nanos, double seconds) {
        return nanos.isPresent() && seconds > 0
                ? OptionalDouble.of(nanos.getAsLong() / (seconds * 1e9))
                : OptionalDouble.empty();
    }

    private static OptionalLong sum(List<SliceSummary> slices, Function<TargetSlice, OptionalLong> nanos) {
        List<Optional<TargetSlice>> parts =
                slices.stream().map(SliceSummary::target).toList();
        boolean known = parts.stream()
                .allMatch(part -> part.isPresent() && nanos.apply(part.get()).isPresent());
        return known && !parts.isEmpty()
                ? OptionalLong.of(parts.stream()
                        .flatMapToLong(part -> nanos.apply(part.orElseThrow()).stream())
                        .sum())
                : OptionalLong.empty();
    }
}

package io.fetchmark.result;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * What the target used of the machine within the measured time.
 *
 * @param source where the figures come from, which says how exact they are
 * @param cpus how many CPUs it was held to; absent if to none
 * @param cpuNanos CPU time that it used, in nanoseconds
 * @param throttledNanos time for which a quota of its control group stopped it, in nanoseconds, summed over CPUs; absent
 *     where the source does not say
 * @param memoryPeakBytes the most memory that it has had since it was started, the page cache of its files included;
 *     absent where the source does not say
 */
public record TargetUse(
        MeterSource source,
        OptionalInt cpus,
        long cpuNanos,
        OptionalLong throttledNanos,
        OptionalLong memoryPeakBytes) {

    public TargetUse {
        LongStream.of(cpuNanos, throttledNanos.orElse(0), memoryPeakBytes.orElse(0), cpus.orElse(1) - 1L)
                .filter(figure -> figure < 0)
                .forEach(figure -> {
                    throw new IllegalArgumentException("a figure must not be negative, and CPUs must be at least 1");
                });
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
        return cpus.isPresent() ? OptionalDouble.of(busyCpus(seconds) / cpus.getAsInt()) : OptionalDouble.empty();
    }
}

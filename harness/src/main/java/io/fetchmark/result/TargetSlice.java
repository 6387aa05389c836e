package io.fetchmark.result;

import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * What the target used of the machine within a slice of the measured time, and what else was done on its CPUs; times in
 * nanoseconds. The slice is the client's: what the target's counters said at its ends is taken from the readings before and
 * after, as if all was used evenly between them.
 *
 * @param cpuNanos CPU time of the target
 * @param throttledNanos time for which a quota of its control group stopped it, summed over CPUs; absent where the source
 *     does not say
 * @param memoryPeakBytes the most memory that it has had until then, since it was started; absent where the source does not
 *     say
 * @param stealNanos time that the hypervisor took from its CPUs; absent where the system does not say, or they are not of
 *     this machine
 * @param otherCpuNanos CPU time that neither the target nor the forked JVMs used on its CPUs; absent as above
 */
public record TargetSlice(
        long cpuNanos,
        OptionalLong throttledNanos,
        OptionalLong memoryPeakBytes,
        OptionalLong stealNanos,
        OptionalLong otherCpuNanos) {

    public TargetSlice {
        LongStream.of(
                        cpuNanos,
                        throttledNanos.orElse(0),
                        memoryPeakBytes.orElse(0),
                        stealNanos.orElse(0),
                        otherCpuNanos.orElse(0))
                .filter(figure -> figure < 0)
                .forEach(figure -> {
                    throw new IllegalArgumentException("a figure must not be negative, was " + figure);
                });
    }
}

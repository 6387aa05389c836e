package io.fetchmark.target;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What a target has used of the machine since it was started, at one instant.
 *
 * @param cpuNanos CPU time, in nanoseconds
 * @param throttledNanos time for which a quota stopped it, in nanoseconds, summed over CPUs; absent if unknown
 * @param memoryPeakBytes the most memory that it has had; absent if unknown
 */
public record Reading(Instant at, long cpuNanos, OptionalLong throttledNanos, OptionalLong memoryPeakBytes) {

    /**
     * What would have been read between this reading and a later one, if all was used evenly.
     *
     * @param between not before this one and not after the later one
     */
    Reading towards(Reading later, Instant between) {
        double whole = Duration.between(at, later.at).toNanos();
        double part = whole > 0 ? Duration.between(at, between).toNanos() / whole : 0;
        return new Reading(
                between,
                part(cpuNanos, later.cpuNanos, part),
                throttledNanos.isPresent() && later.throttledNanos.isPresent()
                        ? OptionalLong.of(part(throttledNanos.getAsLong(), later.throttledNanos.getAsLong(), part))
                        : OptionalLong.empty(),
                memoryPeakBytes);
    }

    private static long part(long from, long to, double part) {
        return from + Math.round((to - from) * part);
    }
}

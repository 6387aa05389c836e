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
public record Reading(Instant at, long cpuNanos, OptionalLong throttledNanos, OptionalLong memoryPeakBytes)
        implements Sample<Reading> {

    @Override
    public boolean follows(Reading earlier) {
        return at.isAfter(earlier.at) && cpuNanos >= earlier.cpuNanos;
    }

    @Override
    public Reading towards(Reading later, Instant between) {
        double part = part(at, later.at, between);
        return new Reading(
                between,
                part(cpuNanos, later.cpuNanos, part),
                throttledNanos.isPresent() && later.throttledNanos.isPresent()
                        ? OptionalLong.of(part(throttledNanos.getAsLong(), later.throttledNanos.getAsLong(), part))
                        : OptionalLong.empty(),
                memoryPeakBytes);
    }

    /** How long a quota stopped it from an earlier reading on; absent if one of them does not say. */
    OptionalLong throttledNanosSince(Reading earlier) {
        return throttledNanos.isPresent() && earlier.throttledNanos.isPresent()
                ? OptionalLong.of(Math.max(0, throttledNanos.getAsLong() - earlier.throttledNanos.getAsLong()))
                : OptionalLong.empty();
    }

    /** How much of the time from one instant to another has passed at a third, 0 to 1; 0 if there is none. */
    static double part(Instant from, Instant to, Instant between) {
        double whole = Duration.between(from, to).toNanos();
        return whole > 0 ? Duration.between(from, between).toNanos() / whole : 0;
    }

    static long part(long from, long to, double part) {
        return from + Math.round((to - from) * part);
    }
}

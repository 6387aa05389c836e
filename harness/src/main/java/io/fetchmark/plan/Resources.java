package io.fetchmark.plan;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much of its machine a container may use.
 *
 * @param cpus how much CPU time it may use, in CPUs, at least 0.01; all there is if absent
 * @param memory how much memory it may use, without any swap; all there is if absent
 */
public record Resources(OptionalDouble cpus, Optional<MemorySize> memory) {

    public static final double LEAST_CPUS = 0.01;

    /** All there is. */
    public static final Resources ALL = atMost(OptionalDouble.empty(), Optional.empty());

    public Resources {
        if (cpus.isPresent() && !(cpus.getAsDouble() >= LEAST_CPUS && Double.isFinite(cpus.getAsDouble()))) {
            throw new InvalidValue("cpus", "must be at least " + LEAST_CPUS + ", was " + cpus.getAsDouble());
        }
    }

    /** At most so much CPU time and memory. */
    public static Resources atMost(OptionalDouble cpus, Optional<MemorySize> memory) {
        return new Resources(cpus, memory);
    }
}

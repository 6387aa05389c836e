package io.fetchmark.result;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the container of a target was allowed to use, as its engine has taken it; absent what was not limited.
 *
 * @param cpus how many CPUs' worth of time a quota gave it
 * @param memoryBytes memory, the page cache of its files included
 */
public record TargetLimits(OptionalDouble cpus, OptionalLong memoryBytes) {

    public TargetLimits {
        if (cpus.orElse(1) <= 0 || memoryBytes.orElse(1) <= 0) {
            throw new IllegalArgumentException("a limit must be positive");
        }
    }
}

package io.fetchmark.target;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.HostConfig;
import io.fetchmark.result.TargetLimits;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a container is held to, as its engine says: an engine passes over what its kernel or its user may not do.
 *
 * @param cpus the list of its CPUs; absent if it may use all
 * @param limits absent if there is none
 */
record Confines(Optional<String> cpus, Optional<TargetLimits> limits) {

    private static final double NANO = 1e9;

    static Confines of(InspectContainerResponse container) {
        HostConfig config = container.getHostConfig();
        TargetLimits limits = new TargetLimits(quota(config), positive(config.getMemory()));
        return new Confines(
                Optional.ofNullable(config.getCpusetCpus()).filter(list -> !list.isBlank()),
                Optional.of(limits)
                        .filter(any ->
                                any.cpus().isPresent() || any.memoryBytes().isPresent()));
    }

    private static OptionalDouble quota(HostConfig config) {
        OptionalLong nanos = positive(config.getNanoCPUs());
        if (nanos.isPresent()) {
            return OptionalDouble.of(nanos.getAsLong() / NANO);
        }
        OptionalLong quota = positive(config.getCpuQuota());
        OptionalLong period = positive(config.getCpuPeriod());
        return quota.isPresent() && period.isPresent()
                ? OptionalDouble.of((double) quota.getAsLong() / period.getAsLong())
                : OptionalDouble.empty();
    }

    private static OptionalLong positive(@Nullable Long value) {
        return value == null || value <= 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }
}

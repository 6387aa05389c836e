package io.fetchmark.verdict;

import io.fetchmark.measure.Units;
import io.fetchmark.plan.MemorySize;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.SliceSummary;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What kept a target from using the machine, and who used it instead: a sentence each, with what can be done. */
public final class TargetWarnings {

    private static final double STOPPED = 0.05;
    private static final double OTHERS = 0.1;
    private static final double MEMORY = 0.99;

    private TargetWarnings() {}

    /**
     * The warnings of one result; none for a target that was not metered.
     *
     * @param cores how many CPUs there are, for a target that was held to none
     */
    public static List<String> of(ScenarioResult result, TargetFacts target, int cores) {
        List<String> warnings = new ArrayList<>();
        result.targetUse().ifPresent(use -> {
            throttled(use, result.durationSeconds(), target).ifPresent(warnings::add);
            atMemoryLimit(use, target).ifPresent(warnings::add);
            Steadiness.ofTarget(result).ifPresent(warnings::add);
            crowded(use, seconds(result), target, cores, warnings);
        });
        return warnings;
    }

    private static Optional<String> throttled(TargetUse use, double seconds, TargetFacts target) {
        OptionalDouble share = use.throttledShare(seconds);
        String quota = target.limits()
                .filter(limits -> limits.cpus().isPresent())
                .map(limits -> "its quota of " + Units.factor(limits.cpus().orElseThrow()) + " CPUs")
                .orElse("the quota of its control group");
        return isAbove(share, STOPPED)
                ? Optional.of(quota + " stopped the target for " + Units.share(share.getAsDouble())
                        + " of the time, so the figures are those of the quota: raise <cpus>, unless it is what you mean"
                        + " to measure")
                : Optional.empty();
    }

    private static Optional<String> atMemoryLimit(TargetUse use, TargetFacts target) {
        long limit = target.limits().stream()
                .flatMapToLong(limits -> limits.memoryBytes().stream())
                .findFirst()
                .orElse(Long.MAX_VALUE);
        return use.memoryPeakBytes().orElse(0) >= limit * MEMORY
                ? Optional.of(
                        "the target came to its memory limit, " + new MemorySize(Math.max(MemorySize.LEAST, limit))
                                + " with the page cache of its files, so it may have waited for memory: raise <memory>")
                : Optional.empty();
    }

    private static void crowded(TargetUse use, double seconds, TargetFacts target, int cores, List<String> warnings) {
        boolean apart = target.heldCpus().isPresent();
        int cpus = target.heldCpus().orElse(cores);
        OptionalDouble steal = use.stealShare(seconds, cpus);
        OptionalDouble others = use.otherShare(seconds, cpus);
        // CPUs that they share are the client's, too, which tells of their steal.
        if (apart && isAbove(steal, STOPPED)) {
            warnings.add("the hypervisor took " + Units.share(steal.getAsDouble()) + " of the target's " + Cpus.of(cpus)
                    + " (steal): measure on a machine of its own, or at another time");
        }
        if (isAbove(others, OTHERS)) {
            warnings.add("other processes used " + Units.share(others.getAsDouble()) + " of the "
                    + (apart ? "target's " + Cpus.of(cpus) : "machine's " + Cpus.of(cpus))
                    + ": end them, and measure again");
        }
    }

    /** For how long its CPUs were watched: the slices of a ladder have the rests between its steps in them. */
    private static double seconds(ScenarioResult result) {
        return result.measuredSlices().stream()
                .mapToDouble(SliceSummary::seconds)
                .sum();
    }

    private static boolean isAbove(OptionalDouble share, double most) {
        return share.isPresent() && share.getAsDouble() > most;
    }
}

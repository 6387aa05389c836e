package io.fetchmark.report;

import io.fetchmark.result.SliceSummary;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetSlice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/**
 * Some slices of a run that follow each other, and how many CPUs were in use meanwhile; a figure that is not known is not a
 * number.
 *
 * @param client by the client
 * @param target by the target
 * @param others of the CPUs of both by others, or by the hypervisor
 */
record CpuStretch(double startSeconds, double endSeconds, double client, double target, double others) {

    /** The course of a run. */
    static List<CpuStretch> of(List<SliceSummary> slices, TargetFacts facts) {
        return Stretches.of(slices).stream()
                .map(group -> together(group, facts))
                .toList();
    }

    private static CpuStretch together(List<SliceSummary> group, TargetFacts facts) {
        return new CpuStretch(
                group.get(0).startSeconds(),
                group.get(group.size() - 1).endSeconds(),
                cpus(group, slice -> (double) slice.cpuNanos()),
                cpus(
                        group,
                        slice -> slice.target()
                                .map(TargetSlice::cpuNanos)
                                .map(Long::doubleValue)
                                .orElse(Double.NaN)),
                cpus(group, slice -> others(slice, facts)));
    }

    /** Those of the client's CPUs are among those of the target's where the target may use all. */
    private static double others(SliceSummary slice, TargetFacts facts) {
        Optional<TargetSlice> target =
                slice.target().filter(each -> each.otherCpuNanos().isPresent());
        boolean apart = facts.heldCpus().isPresent();
        double ofTarget = target.map(each -> value(each.otherCpuNanos()) + value(each.stealNanos()))
                .orElse(apart ? 0.0 : Double.NaN);
        return apart ? ofTarget + value(slice.otherCpuNanos()) + value(slice.stealNanos()) : ofTarget;
    }

    private static double value(OptionalLong nanos) {
        return nanos.isPresent() ? (double) nanos.getAsLong() : Double.NaN;
    }

    private static double cpus(List<SliceSummary> group, ToDoubleFunction<SliceSummary> nanos) {
        double sum = 0;
        for (SliceSummary slice : group) {
            sum += nanos.applyAsDouble(slice);
        }
        return sum / (Stretches.seconds(group) * 1e9);
    }
}

package io.fetchmark.result;

import io.fetchmark.measure.Recording;
import io.fetchmark.measure.Slice;
import io.fetchmark.measure.Stalls;
import io.fetchmark.measure.Vitals;
import io.fetchmark.plan.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A short stretch of the measured time in a few figures; times in nanoseconds. What the system does not say is absent.
 *
 * @param startSeconds where it starts, counted from the start of the measured time
 * @param endSeconds where it ends
 * @param requests exchanges that ended in it
 * @param serviceTimeP99Nanos 99th percentile of their service time
 * @param responseTimeP99Nanos 99th percentile of their response time
 * @param startLatenessP99Nanos 99th percentile of their start lateness
 * @param cpuNanos CPU time of the forked JVMs
 * @param gcNanos time for which garbage collection stopped them
 * @param throttledNanos time for which a quota of their control group stopped them, summed over CPUs
 * @param stealNanos time that the hypervisor took from their CPUs
 * @param otherCpuNanos CPU time that other processes used on their CPUs, the target where it may use them, too
 * @param failed exchanges that ended in it and failed; absent in files of an early version
 * @param dropped arrivals that were given up in it; absent in files of an early version
 * @param target what the target used meanwhile; absent where it was not metered then
 * @param stalls when the forked JVMs stood still; absent in files of an early version
 */
public record SliceSummary(
        double startSeconds,
        double endSeconds,
        long requests,
        long serviceTimeP99Nanos,
        long responseTimeP99Nanos,
        long startLatenessP99Nanos,
        long cpuNanos,
        long gcNanos,
        OptionalLong throttledNanos,
        OptionalLong stealNanos,
        OptionalLong otherCpuNanos,
        OptionalLong failed,
        OptionalLong dropped,
        Optional<TargetSlice> target,
        Optional<Stalls> stalls) {

    /** As many as are kept: a load may run for a day, and a file is to be read by people, too. */
    static final int MOST = 300;

    /** A slice whose stalls are not known. */
    public SliceSummary(
            double startSeconds,
            double endSeconds,
            long requests,
            long serviceTimeP99Nanos,
            long responseTimeP99Nanos,
            long startLatenessP99Nanos,
            long cpuNanos,
            long gcNanos,
            OptionalLong throttledNanos,
            OptionalLong stealNanos,
            OptionalLong otherCpuNanos,
            OptionalLong failed,
            OptionalLong dropped,
            Optional<TargetSlice> target) {
        this(
                startSeconds,
                endSeconds,
                requests,
                serviceTimeP99Nanos,
                responseTimeP99Nanos,
                startLatenessP99Nanos,
                cpuNanos,
                gcNanos,
                throttledNanos,
                stealNanos,
                otherCpuNanos,
                failed,
                dropped,
                target,
                Optional.empty());
    }

    /** The slices of a recording; where they are many, neighbours together. */
    public static List<SliceSummary> of(Recording recording) {
        List<Slice> slices = recording.slices();
        return groups(slices).stream().map(SliceSummary::together).toList();
    }

    /** Slices of a recording as they are summed up, so that there are not too many. */
    static List<List<Slice>> groups(List<Slice> slices) {
        int each = Math.max(1, (slices.size() + MOST - 1) / MOST);
        List<List<Slice>> groups = new ArrayList<>();
        for (int i = 0; i < slices.size(); i += each) {
            groups.add(slices.subList(i, Math.min(i + each, slices.size())));
        }
        return groups;
    }

    /**
     * Those slices that start within the measured time of a load; in the others only late exchanges were waited for. A
     * ladder, which waits after each step, has none of these.
     */
    public static List<SliceSummary> measured(Load load, double durationSeconds, List<SliceSummary> slices) {
        return load instanceof Load.Ladder
                ? slices
                : slices.stream()
                        .filter(slice -> slice.startSeconds < durationSeconds)
                        .toList();
    }

    public double seconds() {
        return endSeconds - startSeconds;
    }

    /** This slice with what the target used meanwhile. */
    public SliceSummary with(Optional<TargetSlice> newTarget) {
        return new SliceSummary(
                startSeconds,
                endSeconds,
                requests,
                serviceTimeP99Nanos,
                responseTimeP99Nanos,
                startLatenessP99Nanos,
                cpuNanos,
                gcNanos,
                throttledNanos,
                stealNanos,
                otherCpuNanos,
                failed,
                dropped,
                newTarget,
                stalls);
    }

    private static SliceSummary together(List<Slice> neighbours) {
        Recording all = new Recording(neighbours);
        Vitals vitals = all.vitals();
        return new SliceSummary(
                neighbours.get(0).startNanos() / 1e9,
                neighbours.get(neighbours.size() - 1).endNanos() / 1e9,
                all.requests(),
                all.serviceTime().quantile(0.99),
                all.responseTime().quantile(0.99),
                all.startLateness().quantile(0.99),
                vitals.cpuNanos(),
                vitals.gcNanos(),
                vitals.throttledNanos(),
                vitals.stealNanos(),
                vitals.othersNanos(),
                OptionalLong.of(all.failed()),
                OptionalLong.of(all.dropped()),
                Optional.empty(),
                vitals.stalls());
    }
}

package io.fetchmark.result;

import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recording;
import io.fetchmark.measure.Slice;
import io.fetchmark.measure.Stalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the slices of a measured time in which something kept the client or the target from running.
 *
 * <p>A slice is disturbed if the client stood still in it, or others and the hypervisor had much of the CPUs of either: twice
 * as much as in the median slice, but never less than {@link #LITTLE} nor more than {@link #MUCH}. So are those after it
 * whose longest exchange may have begun in it, and those in which arrivals still queued.
 */
public final class DisturbedSlices {

    /** Less than this share of the CPUs disturbs nothing; as in the warnings on the target. */
    public static final double LITTLE = 0.1;

    /** Who lacks this share of the CPUs all the time has no time to be compared with. */
    public static final double MUCH = 0.25;

    /** The meter of stalls may miss so much at the beginning of each. */
    private static final long MISSED_NANOS = 10_000_000;

    /** Of CPUs that client and target share, what they use together makes short waits their own. */
    private static final double BUSY = 0.5;

    private static final long LONG_NANOS = 500_000_000;
    private static final double QUEUED = 2;
    private static final double QUEUED_NANOS = 10e6;

    private final List<Part> parts = new ArrayList<>();
    private final double durationSeconds;
    private final long timeoutNanos;

    private DisturbedSlices(double durationSeconds, long timeoutNanos) {
        this.durationSeconds = durationSeconds;
        this.timeoutNanos = timeoutNanos;
    }

    /** A slice, what is known of it, and what was taken in it, as shares and in seconds. */
    private record Part(
            Recording recording,
            SliceSummary summary,
            Stalls stalls,
            double ofClient,
            double ofTarget,
            double taken,
            boolean disturbed,
            boolean afterStall) {

        Part disturbedBy(boolean stall) {
            return new Part(recording, summary, stalls, ofClient, ofTarget, taken, true, stall);
        }

        double longest() {
            return recording.responseTime().max() / 1e9;
        }
    }

    /**
     * What disturbed a measurement; empty if nothing did.
     *
     * @param slices of the recording, as {@link SliceSummary#of} gives them, with what the target used
     * @param durationSeconds the measured time: in what comes after, late exchanges were waited for
     * @param timeout of the request
     */
    public static Optional<Disturbance> find(
            Recording recording, List<SliceSummary> slices, double durationSeconds, CpuUse cpus, Duration timeout) {
        DisturbedSlices all = new DisturbedSlices(durationSeconds, timeout.toNanos());
        List<List<Slice>> groups = SliceSummary.groups(recording.slices());
        for (int i = 0; i < slices.size(); i++) {
            all.parts.add(part(new Recording(groups.get(i)), slices.get(i), cpus));
        }
        all.mark();
        return all.parts.stream().anyMatch(Part::disturbed) ? Optional.of(all.disturbance()) : Optional.empty();
    }

    private static Part part(Recording recording, SliceSummary slice, CpuUse cpus) {
        Stalls known = slice.stalls().orElse(Stalls.NONE);
        boolean shared = cpus.sharedWithTarget(slice) >= BUSY && known.longestNanos() < LONG_NANOS;
        Stalls stalls = shared ? Stalls.NONE : known;
        double client = cpus.ofClient(slice) * slice.seconds();
        double target = cpus.ofTarget(slice) * slice.seconds();
        double atClient = Math.max(stalls.totalNanos() / 1e9, client);
        double taken = Math.min(slice.seconds(), cpus.apart() ? atClient + target : Math.max(atClient, target));
        return new Part(
                recording, slice, stalls, cpus.ofClient(slice), cpus.ofTarget(slice), Math.max(0, taken), false, false);
    }

    private void mark() {
        double usual = median(parts.stream()
                .mapToDouble(part -> Math.max(part.ofClient, part.ofTarget))
                .sorted()
                .toArray());
        double much = Math.min(MUCH, Math.max(LITTLE, 2 * usual));
        double end = Double.NEGATIVE_INFINITY;
        boolean stalled = false;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean here = part.stalls.totalNanos() > 0;
            if (here || Math.max(part.ofClient, part.ofTarget) >= much) {
                end = part.summary.endSeconds();
                stalled = here || (stalled && runsOn(i, end));
                parts.set(i, part.disturbedBy(stalled));
            } else if (i > 0 && parts.get(i - 1).disturbed && runsOn(i, end)) {
                parts.set(i, part.disturbedBy(stalled));
            } else {
                stalled = false;
            }
        }
    }

    /** Whether what was disturbed until then is not over in a slice: an exchange of that time, or a queue. */
    private boolean runsOn(int index, double end) {
        SliceSummary slice = parts.get(index).summary;
        double longest = parts.get(index).longest();
        boolean straddles = longest >= Math.max(Stalls.LEAST_NANOS / 1e9, slice.startSeconds() - end);
        double service = slice.serviceTimeP99Nanos();
        boolean queued = slice.responseTimeP99Nanos() > Math.max(service * QUEUED, service + QUEUED_NANOS);
        return straddles || queued;
    }

    private Disturbance disturbance() {
        List<Part> disturbed = parts.stream().filter(Part::disturbed).toList();
        List<Part> others = parts.stream().filter(part -> !part.disturbed).toList();
        boolean longStall = disturbed.stream().anyMatch(part -> part.stalls.longestNanos() * 2 >= timeoutNanos);
        List<Part> late =
                longStall ? disturbed.stream().filter(Part::afterStall).toList() : List.of();
        double seconds = seconds(disturbed);
        return new Disturbance(
                seconds,
                disturbed.stream().map(Part::stalls).reduce(Stalls.NONE, Stalls::then),
                weighted(disturbed, seconds, true),
                weighted(disturbed, seconds, false),
                Math.min(
                        1,
                        parts.stream()
                                        .filter(this::isMeasured)
                                        .mapToDouble(Part::taken)
                                        .sum()
                                / Math.max(1e-9, seconds(parts))),
                mostDelayNanos(),
                late.stream()
                        .mapToLong(part -> part.recording.errors().getOrDefault(Outcome.TIMEOUT, 0L))
                        .sum(),
                late.stream().mapToLong(part -> part.recording.dropped()).sum(),
                Undisturbed.of(
                        new Recording(others.stream()
                                .flatMap(part -> part.recording.slices().stream())
                                .toList()),
                        seconds(others)));
    }

    /** An exchange can have waited for all that was taken while it lasted, and for no more. */
    private long mostDelayNanos() {
        double most = IntStream.range(0, parts.size())
                .filter(index -> parts.get(index).disturbed)
                .mapToDouble(this::delay)
                .max()
                .orElse(0);
        return Math.round(most * 1e9);
    }

    private double delay(int last) {
        double begin = parts.get(last).summary.startSeconds() - parts.get(last).longest();
        List<Part> spanned = parts.subList(0, last + 1).stream()
                .filter(part -> part.summary.endSeconds() > begin)
                .toList();
        double missed = spanned.stream().anyMatch(part -> part.stalls.totalNanos() > 0) ? MISSED_NANOS / 1e9 : 0;
        return missed + spanned.stream().mapToDouble(Part::taken).sum();
    }

    private static double weighted(List<Part> parts, double seconds, boolean client) {
        double sum = parts.stream()
                .mapToDouble(part -> (client ? part.ofClient : part.ofTarget) * part.summary.seconds())
                .sum();
        return seconds > 0 ? sum / seconds : 0;
    }

    private double seconds(List<Part> some) {
        return some.stream()
                .filter(this::isMeasured)
                .mapToDouble(part -> part.summary.seconds())
                .sum();
    }

    private boolean isMeasured(Part part) {
        return part.summary.startSeconds() < durationSeconds;
    }

    private static double median(double... sorted) {
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}

package io.fetchmark.target;

import io.fetchmark.result.SliceSummary;
import io.fetchmark.result.TargetSlice;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Lays the readings of a target and of its CPUs, which have instants of their own, along the slices of a client.
 *
 * <pre>
 *   slices      |----------------|----------------|     by the clock of the client, which is that of this machine
 *   readings  .    .    .    .    .    .    .    .      ten a second
 *               ^                ^                ^     what they would have said, between the one before and the one after
 * </pre>
 *
 * @param start where the slices are counted from
 * @param rested whether there was no load right before: then the last reading before the start says what it says at the
 *     start
 * @param shared whether the client may use CPUs of the target, so that its CPU time is among what is done on them
 */
record SliceMeter(Readings<Reading> target, Readings<HostReading> host, Instant start, boolean rested, boolean shared) {

    /** Empty if there are no readings before and after. */
    Optional<TargetSlice> used(SliceSummary slice) {
        return at(target, slice.startSeconds())
                .flatMap(first -> at(target, slice.endSeconds()).map(last -> used(slice, first, last)));
    }

    private TargetSlice used(SliceSummary slice, Reading first, Reading last) {
        Optional<HostReading> from = at(host, slice.startSeconds());
        Optional<HostReading> to = at(host, slice.endSeconds());
        long cpuNanos = last.cpuNanos() - first.cpuNanos();
        long known = cpuNanos + (shared ? slice.cpuNanos() : 0);
        return new TargetSlice(
                cpuNanos,
                last.throttledNanosSince(first),
                last.memoryPeakBytes(),
                from.isPresent() && to.isPresent()
                        ? more(from.get().stealNanos(), to.get().stealNanos(), 0)
                        : OptionalLong.empty(),
                from.isPresent() && to.isPresent()
                        ? more(from.get().busyNanos(), to.get().busyNanos(), known)
                        : OptionalLong.empty());
    }

    private <S extends Sample<S>> Optional<S> at(Readings<S> readings, double seconds) {
        Instant instant = start.plusNanos(Math.round(seconds * 1e9));
        return rested && seconds == 0 ? readings.before(instant) : readings.at(instant);
    }

    /** Ticks are coarser than what is taken from them, and counters of virtual machines may go back a little. */
    private static OptionalLong more(long from, long to, long known) {
        return OptionalLong.of(Math.max(0, to - from - known));
    }
}

package io.fetchmark.target;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.fork.ProcStat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What has become of the time of some CPUs of this machine since it was started, at one instant; in nanoseconds, counted
 * in ticks of 10 ms.
 *
 * @param busyNanos CPU time that all processes and the kernel used on them
 * @param stealNanos time that the hypervisor gave to others while something wanted to run on them
 */
record HostReading(Instant at, long busyNanos, long stealNanos) implements Sample<HostReading> {

    /** What the kernel says now; empty where the system is not Linux or has none of these CPUs. */
    static Optional<HostReading> now(CpuSet cpus) {
        Instant before = Instant.now();
        ProcStat stat = ProcStat.read();
        Instant middle = before.plus(Duration.between(before, Instant.now()).dividedBy(2));
        OptionalLong busy = stat.busyNanos(cpus.cpus());
        OptionalLong steal = stat.stealNanos(cpus.cpus());
        return busy.isPresent() && steal.isPresent()
                ? Optional.of(new HostReading(middle, busy.getAsLong(), steal.getAsLong()))
                : Optional.empty();
    }

    /** All CPUs of this machine; empty where the system is not Linux. */
    static Optional<CpuSet> allCpus() {
        List<Integer> known = ProcStat.read().cpus();
        return known.isEmpty() ? Optional.empty() : Optional.of(new CpuSet(known));
    }

    /** Counters of virtual machines may go back a little; there is no more to them than that. */
    @Override
    public boolean follows(HostReading earlier) {
        return at.isAfter(earlier.at);
    }

    @Override
    public HostReading towards(HostReading later, Instant between) {
        double part = Reading.part(at, later.at, between);
        return new HostReading(
                between,
                Reading.part(busyNanos, later.busyNanos, part),
                Reading.part(stealNanos, later.stealNanos, part));
    }
}

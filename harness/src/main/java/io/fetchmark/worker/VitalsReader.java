package io.fetchmark.worker;

import com.sun.management.OperatingSystemMXBean;
import io.fetchmark.fork.ControlGroup;
import io.fetchmark.fork.CpuSet;
import io.fetchmark.fork.ProcStat;
import io.fetchmark.measure.Vitals;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Reads the counters of this JVM, of its CPUs and of its control group, since each of them began. What a system does not
 * have is absent. May be used by any thread.
 */
final class VitalsReader {

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final List<Integer> cpus = CpuSet.allowed()
            .map(CpuSet::cpus)
            .orElseGet(() ->
                    IntStream.range(0, system.getAvailableProcessors()).boxed().toList());
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
            // Concurrent cycles stop nothing; collectors that have them tell of their pauses under another name.
            .filter(collector -> !collector.getName().contains("Cycles"))
            .toList();
    private final List<Path> accounts = ControlGroup.of(
                    text(Path.of("/proc/self/cgroup")).orElse(""),
                    text(Path.of("/proc/self/mountinfo")).orElse(""))
            .files();

    Vitals read() {
        ProcStat stat = ProcStat.read();
        return new Vitals(cpus, cpuNanos(), gcNanos(), throttledNanos(), stat.stealNanos(cpus), stat.busyNanos(cpus));
    }

    /** How many CPUs this JVM may use. */
    int cpus() {
        return cpus.size();
    }

    /** CPU time of this JVM since it was started, in ticks of the system, which are 10 ms. */
    long cpuNanos() {
        return Math.max(0, system.getProcessCpuTime());
    }

    /** For how long garbage collection has stopped this JVM since it was started, in whole milliseconds. */
    long gcNanos() {
        long millis = collectors.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .filter(time -> time > 0)
                .sum();
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** A group is stopped by its own quota and by each of those around it. */
    private OptionalLong throttledNanos() {
        return accounts.stream()
                .flatMap(file -> text(file).stream())
                .flatMapToLong(text -> ControlGroup.throttledNanos(text).stream())
                .reduce(Long::sum);
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}

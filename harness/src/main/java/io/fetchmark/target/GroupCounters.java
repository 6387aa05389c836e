package io.fetchmark.target;

import io.fetchmark.fork.ControlGroup;
import io.fetchmark.result.MeterSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The counters of a container's control group, of version 1 or 2. See cgroups(7).
 *
 * <pre>
 *                  version 1                            version 2
 *   CPU time       cpuacct  cpuacct.usage, ns           cpu.stat  usage_usec
 *   throttled      cpu      cpu.stat  throttled_time    cpu.stat  throttled_usec
 *   memory peak    memory   memory.max_usage_in_bytes   memory.peak, from Linux 5.19 on
 * </pre>
 *
 * @param files those of these that are there
 */
record GroupCounters(List<Path> files) implements Counters {

    private static final String STAT = "cpu.stat";
    private static final String USAGE = "cpuacct.usage";
    private static final List<String> PEAKS = List.of("memory.peak", "memory.max_usage_in_bytes");

    GroupCounters {
        files = List.copyOf(files);
    }

    /**
     * The counters of a container; empty if they cannot be read.
     *
     * @param cgroup the text of {@code /proc/<pid>/cgroup} of a process in it
     * @param mountinfo the text of {@code /proc/self/mountinfo}
     * @param id of the container. Directories of groups bear it; a process of the same number in another container's
     *     world is in none of them
     */
    static Optional<GroupCounters> of(String cgroup, String mountinfo, String id) {
        Map<String, List<String>> names = Map.of("cpuacct", List.of(USAGE), "cpu", List.of(STAT), "memory", PEAKS);
        List<Path> files = names.entrySet().stream()
                .flatMap(entry -> directory(ControlGroup.of(entry.getKey(), cgroup, mountinfo), id)
                        .flatMap(directory -> entry.getValue().stream().map(directory::resolve)))
                .filter(Files::isReadable)
                .sorted()
                .toList();
        return Optional.of(new GroupCounters(files))
                .filter(group -> group.read().isPresent());
    }

    @Override
    public MeterSource source() {
        return MeterSource.CGROUP;
    }

    @Override
    public Optional<Reading> read() {
        Map<String, String> texts = new HashMap<>();
        Instant before = Instant.now();
        try {
            for (Path file : files) {
                texts.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return reading(before.plus(Duration.between(before, Instant.now()).dividedBy(2)), texts);
    }

    private static Stream<Path> directory(ControlGroup group, String id) {
        return group.directories().stream()
                .filter(directory -> String.valueOf(directory.getFileName()).contains(id))
                .limit(1);
    }

    private static Optional<Reading> reading(Instant at, Map<String, String> texts) {
        String stat = texts.getOrDefault(STAT, "");
        LongStream used = LongStream.concat(
                number(texts.getOrDefault(USAGE, "")),
                stat.lines()
                        .filter(line -> line.startsWith("usage_usec "))
                        .flatMapToLong(line -> number(line.substring("usage_usec ".length())))
                        .map(micros -> 1000 * micros));
        OptionalLong peak = PEAKS.stream()
                .flatMapToLong(name -> number(texts.getOrDefault(name, "")))
                .findFirst();
        return used.boxed().findFirst().map(nanos -> new Reading(at, nanos, ControlGroup.throttledNanos(stat), peak));
    }

    private static LongStream number(String text) {
        String digits = text.strip();
        return digits.matches("\\d{1,18}") ? LongStream.of(Long.parseLong(digits)) : LongStream.empty();
    }
}

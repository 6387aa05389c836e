package io.fetchmark.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Some logical CPUs of this machine, by number, ascending. */
public record CpuSet(List<Integer> cpus) {

    public CpuSet {
        cpus = cpus.stream().distinct().sorted().toList();
        if (cpus.isEmpty()) {
            throw new IllegalArgumentException("must hold at least one CPU, was empty");
        }
    }

    /** The CPUs that this process may use; empty where the system does not say (it is not Linux). */
    public static Optional<CpuSet> allowed() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .map(line -> parse(line.substring(line.indexOf(':') + 1).trim()))
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The CPUs of a list such as {@code 0-3,8}. */
    public static CpuSet parse(String list) {
        return new CpuSet(Stream.of(list.split(",", -1))
                .flatMap(part -> {
                    String[] ends = part.trim().split("-", -1);
                    return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                            .boxed();
                })
                .toList());
    }

    /** The first half, rounded up; a single CPU stays whole. */
    public CpuSet firstHalf() {
        return new CpuSet(cpus.subList(0, (cpus.size() + 1) / 2));
    }

    /** What {@link #firstHalf} leaves; a single CPU stays whole. */
    public CpuSet secondHalf() {
        return cpus.size() == 1 ? this : new CpuSet(cpus.subList((cpus.size() + 1) / 2, cpus.size()));
    }

    /** Those that are not in another set; empty if none are left. */
    public Optional<CpuSet> without(CpuSet other) {
        List<Integer> left =
                cpus.stream().filter(cpu -> !other.cpus().contains(cpu)).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new CpuSet(left));
    }

    /** The list as {@code taskset} and cgroups take it: {@code 0,1,2}. */
    @Override
    public String toString() {
        return cpus.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}

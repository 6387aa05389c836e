package io.fetchmark.fork;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to start a JVM.
 *
 * @param options of the JVM, for example {@code -Xmx256m}
 * @param cpus the CPUs that it may use, where {@code taskset} can hold it there; all if absent
 * @param environment further variables
 */
public record Launch(
        Jdk jdk,
        List<Path> classPath,
        List<String> options,
        String mainClass,
        Optional<CpuSet> cpus,
        Map<String, String> environment) {

    public Launch {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    List<String> command() {
        List<String> command = new ArrayList<>();
        cpus.filter(any -> canPin()).ifPresent(set -> command.addAll(List.of("taskset", "-c", set.toString())));
        command.add(jdk.executable().toString());
        command.addAll(options);
        command.add(mainClass);
        return command;
    }

    /** Whether this machine has {@code taskset}, which ships with util-linux. */
    public static boolean canPin() {
        return java.util.stream.Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1))
                .anyMatch(folder -> java.nio.file.Files.isExecutable(Path.of(folder, "taskset")));
    }
}

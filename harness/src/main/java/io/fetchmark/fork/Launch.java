package io.fetchmark.fork;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to start a JVM.
 *
 * @param options of the JVM, for example {@code -Xmx256m}
 * @param cpus the CPUs that it may use, where {@code taskset} can hold it there; all if absent
 * @param environment further variables
 * @param ownSession whether a signal to the process group of its parent is to pass it by, where {@code setsid} can do that
 */
public record Launch(
        Jdk jdk,
        List<Path> classPath,
        List<String> options,
        String mainClass,
        Optional<CpuSet> cpus,
        Map<String, String> environment,
        boolean ownSession) {

    public Launch {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** A JVM of the session and process group of its parent. */
    public Launch(
            Jdk jdk,
            List<Path> classPath,
            List<String> options,
            String mainClass,
            Optional<CpuSet> cpus,
            Map<String, String> environment) {
        this(jdk, classPath, options, mainClass, cpus, environment, false);
    }

    /** The same in a session of its own. */
    public Launch inOwnSession() {
        return new Launch(jdk, classPath, options, mainClass, cpus, environment, true);
    }

    /** @param first options that the others win over */
    List<String> command(List<String> first) {
        List<String> command = new ArrayList<>();
        if (ownSession && has("setsid")) {
            command.add("setsid");
        }
        cpus.filter(any -> canPin()).ifPresent(set -> command.addAll(List.of("taskset", "-c", set.toString())));
        command.add(jdk.executable().toString());
        command.addAll(first);
        command.addAll(options);
        command.add(mainClass);
        return command;
    }

    /**
     * Options of a JVM of which a user has set some: these come last, so that they win, and where they choose a garbage
     * collector, there is no other one, which would be an error.
     */
    public static List<String> options(List<String> defaults, List<String> users) {
        Stream<String> kept = defaults.stream();
        if (users.stream().map(OptionKind::of).anyMatch(OptionKind.COLLECTOR::equals)) {
            kept = kept.filter(option -> OptionKind.of(option) != OptionKind.COLLECTOR);
        }
        return Stream.concat(kept, users.stream()).toList();
    }

    /** Whether this machine has {@code taskset}, which ships with util-linux. */
    public static boolean canPin() {
        return has("taskset");
    }

    private static boolean has(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1))
                .anyMatch(folder -> java.nio.file.Files.isExecutable(Path.of(folder, program)));
    }
}

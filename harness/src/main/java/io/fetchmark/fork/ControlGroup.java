package io.fetchmark.fork;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Where Linux keeps the accounts of a process's control group: version 1, where a controller has a hierarchy of its own,
 * or version 2. See cgroups(7).
 *
 * @param directories that of the group, then those around it that this process sees
 */
public record ControlGroup(List<Path> directories) {

    private static final String ACCOUNTS = "cpu.stat";

    /**
     * The group of a process whose CPU time it accounts for; without directories if it cannot be told.
     *
     * @param cgroup the text of {@code /proc/self/cgroup}
     * @param mountinfo the text of {@code /proc/self/mountinfo}
     */
    public static ControlGroup of(String cgroup, String mountinfo) {
        return of("cpu", cgroup, mountinfo);
    }

    /**
     * The group of a process; without directories if it cannot be told.
     *
     * @param controller whose hierarchy is asked for, where each has its own: cpu, cpuacct, memory
     * @param cgroup the text of {@code /proc/<pid>/cgroup}
     * @param mountinfo the text of {@code /proc/self/mountinfo}
     */
    public static ControlGroup of(String controller, String cgroup, String mountinfo) {
        Optional<List<Path>> found = path(cgroup, controller)
                .flatMap(path -> mount(mountinfo, "cgroup", controller).map(mount -> mount.directories(path)))
                .or(() -> path(cgroup, "")
                        .flatMap(path -> mount(mountinfo, "cgroup2", "").map(mount -> mount.directories(path))));
        return new ControlGroup(found.orElse(List.of()));
    }

    /** The files that hold the accounts of CPU time. */
    public List<Path> files() {
        return directories.stream()
                .map(directory -> directory.resolve(ACCOUNTS))
                .toList();
    }

    /** For how long a quota has stopped the group, in nanoseconds, in such a file; absent if there is no quota here. */
    public static OptionalLong throttledNanos(String text) {
        return text.lines()
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length == 2 && words[1].matches("\\d{1,18}"))
                .flatMapToLong(words -> switch (words[0]) {
                    case "throttled_time" -> LongStream.of(Long.parseLong(words[1]));
                    case "throttled_usec" -> LongStream.of(1000 * Long.parseLong(words[1]));
                    default -> LongStream.empty();
                })
                .findFirst();
    }

    /** The path in the hierarchy that has this controller; of version 2, which has no names of controllers, if empty. */
    private static Optional<String> path(String cgroup, String controller) {
        return cgroup.lines()
                .map(line -> line.split(":", 3))
                .filter(fields ->
                        fields.length == 3 && List.of(fields[1].split(",", -1)).contains(controller))
                .map(fields -> fields[2])
                .findFirst();
    }

    private static Optional<Mount> mount(String mountinfo, String type, String option) {
        return mountinfo
                .lines()
                .map(line -> line.split(" - ", 2))
                .filter(halves -> halves.length == 2)
                .filter(halves -> {
                    String[] right = halves[1].split(" ", -1);
                    return right[0].equals(type)
                            && (option.isEmpty()
                                    || Arrays.asList(right[right.length - 1].split(",", -1))
                                            .contains(option));
                })
                .map(halves -> halves[0].split(" ", -1))
                .filter(left -> left.length > 4)
                .map(left -> new Mount(left[3], Path.of(left[4].replace("\\040", " "))))
                .findFirst();
    }

    /**
     * A hierarchy as it is mounted.
     *
     * @param root which group of it is at the point
     */
    private record Mount(String root, Path point) {

        List<Path> directories(String path) {
            Path own = point.resolve(inside(path)).normalize();
            List<Path> all = new ArrayList<>(List.of(point));
            // A group outside of the mounted ones, as a container may have, is not seen from here.
            if (own.startsWith(point) && !own.equals(point)) {
                for (Path part : point.relativize(own)) {
                    all.add(0, all.get(0).resolve(part).normalize());
                }
            }
            return all;
        }

        private String inside(String path) {
            boolean below = root.equals("/") || path.equals(root) || path.startsWith(root + "/");
            String rest = below && !root.equals("/") ? path.substring(root.length()) : below ? path : "";
            return Stream.of(rest.split("/", -1))
                    .filter(part -> !part.isEmpty())
                    .reduce((one, other) -> one + "/" + other)
                    .orElse("");
        }
    }
}

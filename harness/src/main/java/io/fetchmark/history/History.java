package io.fetchmark.history;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The builds of an execution that have been kept.
 *
 * @param builds the oldest first, each once
 */
public record History(List<Build> builds) {

    /** Nothing was kept. */
    public static final History NONE = new History(List.of());

    public History {
        Map<String, Build> each = new LinkedHashMap<>();
        builds.forEach(build -> each.putIfAbsent(build.id(), build));
        builds = each.values().stream()
                .sorted(Comparator.comparing(Build::start))
                .toList();
    }

    /** Those that started before another one. */
    List<Build> before(Build later) {
        return builds.stream()
                .filter(build -> build.start().isBefore(later.start()))
                .toList();
    }
}

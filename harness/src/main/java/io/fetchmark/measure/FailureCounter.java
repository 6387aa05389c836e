package io.fetchmark.measure;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Failed exchanges by kind and status, with an example of each; used by any number of threads. */
final class FailureCounter {

    private final Map<Way, Counted> ways = new ConcurrentHashMap<>();

    /** How exchanges fail; a status of 0 is none. */
    private record Way(Outcome kind, int status) {}

    private record Counted(LongAdder count, String example) {}

    /** Counts one; the example is asked for the first of each group alone. */
    void add(Outcome kind, int status, Supplier<String> example) {
        ways.computeIfAbsent(new Way(kind, status), any -> new Counted(new LongAdder(), example.get()))
                .count()
                .increment();
    }

    /** What was counted, the largest groups first. */
    List<FailureGroup> groups(String path) {
        List<FailureGroup> all = ways.entrySet().stream()
                .map(way -> new FailureGroup(
                        way.getKey().kind(),
                        way.getKey().status() == 0
                                ? OptionalInt.empty()
                                : OptionalInt.of(way.getKey().status()),
                        path,
                        way.getValue().count().sum(),
                        way.getValue().example()))
                .toList();
        return FailureGroup.sum(all, List.of());
    }
}

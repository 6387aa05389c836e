package io.fetchmark.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Exchanges that failed in the same way, and how one of them did.
 *
 * @param kind not {@link Outcome#OK}
 * @param status the status code of their responses; absent where that is not why they failed
 * @param path that was asked for, with its query
 * @param count positive
 * @param example what is known of the first of them: an exception with its message, or the first bytes of what was no
 *     response; empty where kind and status say all
 */
public record FailureGroup(Outcome kind, OptionalInt status, String path, long count, String example) {

    public FailureGroup {
        if (kind == Outcome.OK || count < 1) {
            throw new IllegalArgumentException("must be failed exchanges, was " + count + " " + kind);
        }
    }

    /** Both lists together, the largest groups first; of a group in both, the first example is kept. */
    public static List<FailureGroup> sum(List<FailureGroup> one, List<FailureGroup> other) {
        Map<List<Object>, FailureGroup> groups = new LinkedHashMap<>();
        Stream.of(one, other)
                .flatMap(List::stream)
                .forEach(group -> groups.merge(
                        List.of(group.kind, group.status, group.path),
                        group,
                        (first, second) -> first.of(first.count + second.count)));
        List<FailureGroup> sum = new ArrayList<>(groups.values());
        sum.sort(Comparator.comparingLong(FailureGroup::count).reversed());
        return List.copyOf(sum);
    }

    private FailureGroup of(long newCount) {
        return new FailureGroup(kind, status, path, newCount, example);
    }
}

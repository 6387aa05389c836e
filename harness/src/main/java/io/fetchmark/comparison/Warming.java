package io.fetchmark.comparison;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a target has warmed up, by the medians of its response time in half seconds of load: the last three lie within
 * 5 % of the median of the last six. Of 10 s of warm-up that only one side lacks, a simulated gate makes 9.9 % of false
 * alarms, of 20 s 0.3 %, so both sides are given the same.
 */
final class Warming {

    static final Duration STEP = Duration.ofMillis(500);

    private static final int LONG = 6;
    private static final int SHORT = 3;
    private static final double NEAR = 0.05;

    private final List<Long> medians = new ArrayList<>();

    /** @param median of the response time in a further half second, in nanoseconds; 0 if nothing was measured */
    void add(long median) {
        medians.add(median);
    }

    boolean isSteady() {
        if (medians.size() < LONG) {
            return false;
        }
        List<Long> last = medians.subList(medians.size() - LONG, medians.size());
        List<Long> sorted = last.stream().sorted().toList();
        double middle = (sorted.get(LONG / 2 - 1) + sorted.get(LONG / 2)) / 2.0;
        return last.subList(LONG - SHORT, LONG).stream().allMatch(median -> Math.abs(median - middle) <= NEAR * middle);
    }
}

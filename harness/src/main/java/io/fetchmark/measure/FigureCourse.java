package io.fetchmark.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * How one figure goes on from step to step of a warm-up, and whether it has settled: the median of the last quarter of all
 * steps is not much below that of the quarter before, now and one step ago. As the quarters grow, a slow decline shows in the end, and
 * a figure that falls as 1/t is within about a tenth of its final value when it counts as settled.
 *
 * <p>Much is more than 5 %, or on a restless machine more than such medians differ by of themselves, at most 15 %: their
 * standard error follows from the differences of neighbouring steps. Not for use by several threads.
 */
final class FigureCourse {

    /** So many steps at least are in a quarter; and so many in all are needed. */
    private static final int LEAST_IN_QUARTER = 3;

    private static final int PARTS = 4;
    private static final double LITTLE = 0.05;
    private static final double AT_MOST = 0.15;
    /** Standard deviation by median of absolute deviations, for normal noise. */
    private static final double SIGMA_BY_MAD = 1.4826;
    /** Standard error of the difference of two medians of n, by sigma / sqrt(n): sqrt(2) * sqrt(pi / 2). */
    private static final double MEDIANS = Math.sqrt(Math.PI);

    private final List<Double> steps = new ArrayList<>();

    void add(double figure) {
        steps.add(figure);
    }

    int steps() {
        return steps.size();
    }

    boolean hasSettled() {
        return isLevel(steps.size()) && isLevel(steps.size() - 1);
    }

    /** The median of the last quarter; 0 if there are too few steps. */
    double last() {
        int size = steps.size();
        return size < 2 * LEAST_IN_QUARTER ? 0 : median(steps.subList(size - quarter(size), size));
    }

    /** The median of the quarter before the last; 0 if there are too few steps. */
    double before() {
        int size = steps.size();
        int quarter = quarter(size);
        return size < 2 * LEAST_IN_QUARTER ? 0 : median(steps.subList(size - 2 * quarter, size - quarter));
    }

    private boolean isLevel(int size) {
        if (size < 2 * LEAST_IN_QUARTER) {
            return false;
        }
        int quarter = quarter(size);
        List<Double> earlier = steps.subList(size - 2 * quarter, size - quarter);
        List<Double> later = steps.subList(size - quarter, size);
        double level = median(earlier);
        double chance = MEDIANS * noise(earlier, later) / Math.sqrt(quarter);
        double much = Math.min(AT_MOST * level, Math.max(LITTLE * level, chance));
        // Warming up makes it fall; what rises is the machine's doing, or the target's own for good.
        return level - median(later) <= much;
    }

    private static int quarter(int size) {
        return Math.max(LEAST_IN_QUARTER, size / PARTS);
    }

    /** The standard deviation of a step beside the trend. */
    private static double noise(List<Double> earlier, List<Double> later) {
        List<Double> jumps = new ArrayList<>();
        for (List<Double> part : List.of(earlier, later)) {
            for (int i = 1; i < part.size(); i++) {
                jumps.add(Math.abs(part.get(i) - part.get(i - 1)));
            }
        }
        return SIGMA_BY_MAD * median(jumps) / Math.sqrt(2);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

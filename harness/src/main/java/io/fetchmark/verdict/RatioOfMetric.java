package io.fetchmark.verdict;

import io.fetchmark.gate.Estimate;
import io.fetchmark.measure.Units;
import io.fetchmark.plan.RegressionMetric;

/**
 * A metric of the target by that of the baseline: 1.05 is 5 % more, which is worse of a time and better of throughput.
 *
 * @param low the least that it may be, at 95 %
 * @param high the most that it may be, at 95 %
 */
record RatioOfMetric(RegressionMetric metric, double estimate, double low, double high) {

    /** The gate's ratio is one of badness. */
    static RatioOfMetric of(RegressionMetric metric, Estimate badness) {
        return metric == RegressionMetric.THROUGHPUT
                ? new RatioOfMetric(metric, 1 / badness.ratio(), 1 / badness.high(), 1 / badness.low())
                : new RatioOfMetric(metric, badness.ratio(), badness.low(), badness.high());
    }

    /**
     * {@code p50 is 5.2 % longer (95 % interval +4.1 % to +6.3 %)}, or from twice as much on {@code p50 is 3.05 times as long
     * (95 % interval 2.94 to 3.17 times)}.
     */
    String words() {
        boolean known = low > 0 && Double.isFinite(high);
        if (isFactor()) {
            return metric + " is " + Units.factor(estimate) + " times as " + (isTime() ? "long" : "high")
                    + (known ? " (95 % interval " + Units.factor(low) + " to " + Units.factor(high) + " times)" : "");
        }
        return metric + " is " + Units.share(Math.abs(estimate - 1)) + " " + (estimate < 1 ? less() : more())
                + (known ? " (95 % interval " + signed(low) + " to " + signed(high) + ")" : "");
    }

    /** The word between {@link #words} and what it is held against. */
    String than() {
        return isFactor() ? "as" : "than";
    }

    private boolean isFactor() {
        return estimate >= 2;
    }

    private static String signed(double ratio) {
        return (ratio < 1 ? "-" : "+") + Units.share(Math.abs(ratio - 1));
    }

    private String more() {
        return isTime() ? "longer" : "higher";
    }

    private String less() {
        return isTime() ? "shorter" : "lower";
    }

    private boolean isTime() {
        return switch (metric) {
            case P50, P90, P95, P99 -> true;
            case THROUGHPUT, CPU_PER_REQUEST, ERROR_RATE -> false;
        };
    }
}

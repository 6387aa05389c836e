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

    /** {@code p50 is 5.2 % longer (95 % interval +4.1 % to +6.3 %)}. */
    String words() {
        return metric + " is " + Units.share(Math.abs(estimate - 1)) + " " + (estimate < 1 ? less() : more())
                + (low > 0 && Double.isFinite(high)
                        ? " (95 % interval " + signed(low) + " to " + signed(high) + ")"
                        : "");
    }

    private static String signed(double ratio) {
        return (ratio < 1 ? "-" : "+") + Units.share(Math.abs(ratio - 1));
    }

    private String more() {
        return switch (metric) {
            case P50, P90, P95, P99 -> "longer";
            case THROUGHPUT, CPU_PER_REQUEST, ERROR_RATE -> "higher";
        };
    }

    private String less() {
        return switch (metric) {
            case P50, P90, P95, P99 -> "shorter";
            case THROUGHPUT, CPU_PER_REQUEST, ERROR_RATE -> "lower";
        };
    }
}

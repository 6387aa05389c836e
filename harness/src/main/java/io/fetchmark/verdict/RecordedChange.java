package io.fetchmark.verdict;

import io.fetchmark.plan.Gated;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.stats.Prediction;

/**
 * By how much a metric of the target has changed since it was recorded, measured by the reference. Target and reference are
 * measured in turn, in each run; if nothing has changed, the differences of the two are values of one distribution, and the
 * recorded ones predict the next. As each run has starts of its own, how starts differ is part of that.
 *
 * <pre>
 *   worse     change &gt; t(1 − level, n−1) · sd · √(1 + 1/n)   and   change &gt; ln(1 + tolerance)
 *   better    the mirror image of worse
 *   cleared   change + t(0.975, n−1) · sd · √(1 + 1/n) &lt; ln(1 + detect)
 * </pre>
 *
 * @param change difference of this run less the mean of the recorded ones, as a log ratio above 0 where it is worse
 * @param recorded what n recorded runs predict
 * @param level the chance of a false alarm
 */
record RecordedChange(Gated gated, double change, Prediction recorded, double level) {

    private static final double FALSE_ALARMS = 0.01;
    private static final double MISSED = 0.05;

    /** On each side of the interval, which is what excludes the change to detect, too. */
    private static final double OUTSIDE = 0.025;

    /**
     * The change of one of several tests, which together raise a false alarm in one build of 100.
     *
     * @param now the difference of target and reference
     * @param before the same of at least 2 recorded runs
     */
    static RecordedChange of(Gated gated, double now, double[] before, int tests) {
        Prediction recorded = Prediction.of(before);
        return new RecordedChange(gated, now - recorded.mean(), recorded, FALSE_ALARMS / tests);
    }

    /** Whether it is a regression, as far as runs differ. */
    boolean isWorse() {
        return change > recorded.margin(level) && change > Math.log1p(gated.tolerance());
    }

    /** Whether it is an improvement, likewise. */
    boolean isBetter() {
        return -change > recorded.margin(level) && -change > Math.log1p(gated.tolerance());
    }

    /** Whether the change to detect can be excluded: whether it is above the interval of 95 %. */
    boolean isCleared() {
        return change + recorded.margin(OUTSIDE) < Math.log1p(gated.detect());
    }

    /** The smallest change, as a share, that is found in 19 of 20 builds. */
    double smallest() {
        double bound = Math.max(recorded.margin(level), Math.log1p(gated.tolerance()));
        return Math.expm1(bound + recorded.margin(MISSED));
    }

    /** How much two runs differ by chance, as a share: a standard deviation. */
    double noiseFloor() {
        return Math.expm1(recorded.sd());
    }

    /** The change as people read it, with an interval of 95 %. */
    RatioOfMetric ratio() {
        double margin = recorded.margin(OUTSIDE);
        return ratio(gated.metric(), change, change - margin, change + margin);
    }

    /** A difference as people read it, without an interval. */
    static RatioOfMetric ratio(RegressionMetric metric, double difference) {
        return ratio(metric, difference, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static RatioOfMetric ratio(RegressionMetric metric, double difference, double low, double high) {
        return metric == RegressionMetric.THROUGHPUT
                ? new RatioOfMetric(metric, Math.exp(-difference), Math.exp(-high), Math.exp(-low))
                : new RatioOfMetric(metric, Math.exp(difference), Math.exp(low), Math.exp(high));
    }
}

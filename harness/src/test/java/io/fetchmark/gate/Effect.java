package io.fetchmark.gate;

import io.fetchmark.plan.Gated;
import io.fetchmark.plan.RegressionMetric;

/** What is different about a candidate: by what share each figure is worse. */
@FunctionalInterface
interface Effect {

    /**
     * The share, for example 0.05.
     *
     * @param seconds since its starts were first measured, screening and confirmation each for itself
     */
    double of(Gated gated, double seconds);

    /** The same image on both sides. */
    static Effect none() {
        return (gated, seconds) -> 0;
    }

    /** As much worse as is tolerated, in each metric: the worst case that must not fail. */
    static Effect atTolerance() {
        return (gated, seconds) -> gated.tolerance();
    }

    /** So many times the change to detect, in each metric. */
    static Effect toDetect(double times) {
        return (gated, seconds) -> times * gated.detect();
    }

    /** As much slower, in each metric. */
    static Effect slower(double share) {
        return (gated, seconds) -> share;
    }

    /** Only the slowest exchanges are slower. */
    static Effect ofTail(double share) {
        return (gated, seconds) -> gated.metric() == RegressionMetric.P99 ? share : 0;
    }

    /** A candidate that is slow at first, in e-folds of so many seconds, while the baseline is warm. */
    static Effect warmingUp(double share, double fold) {
        return (gated, seconds) -> share * Math.exp(-seconds / fold);
    }
}

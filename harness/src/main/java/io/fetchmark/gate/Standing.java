package io.fetchmark.gate;

import io.fetchmark.plan.Gated;
import io.fetchmark.plan.RegressionMetric;
import java.util.Optional;

/**
 * How one metric stands after some pairs.
 *
 * @param pairs at which look it was decided, or how many there were; with those that say nothing of the metric
 * @param gap why it cannot be compared, if it cannot
 */
public record Standing(Gated gated, State state, int pairs, Optional<Gap> gap) {

    /**
     * What was decided. A decision is final for all but {@link #UNSTEADY} and {@link #STARTS_DIFFER}, which are found when a
     * run has ended.
     */
    public enum State {
        /** More pairs are needed. */
        OPEN,
        /** The change is smaller than the one to detect; of errors: the run has ended with nothing suspected. */
        CLEARED,
        /** The change seems to be above the tolerance, which is to be confirmed on new instances. */
        SUSPECT,
        /** It would be cleared, but only because of one outlier instance. */
        STARTS_DIFFER,
        /** The difference changed while it was measured, so that it has no one value. */
        UNSTEADY,
        /** Most pairs say nothing of this metric. */
        UNCOMPARABLE
    }

    boolean isOfErrors() {
        return gated.metric() == RegressionMetric.ERROR_RATE;
    }

    Standing in(State other) {
        return new Standing(gated, other, pairs, gap);
    }
}

package io.fetchmark.gate;

import io.fetchmark.plan.Gated;
import io.fetchmark.plan.RegressionMetric;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one metric stands after some pairs.
 *
 * @param pairs at which look it was decided, or how many there were; with those that say nothing of the metric
 * @param worse the chance of differences like these if the change were at most the tolerance, where that was tested
 * @param below the chance of differences like these if the change were at least the one to detect, where that was tested
 * @param gap why it cannot be compared, if it cannot
 */
public record Standing(
        Gated gated, State state, int pairs, OptionalDouble worse, OptionalDouble below, Optional<Gap> gap) {

    /**
     * What was decided. A decision is final for all but {@link #UNSTEADY} and {@link #STARTS_DIFFER}, which are found when a
     * run has ended.
     */
    public enum State {
        /** More pairs are needed. */
        OPEN,
        /** The change is smaller than the one to detect; of errors: the run has ended with nothing suspected. */
        CLEARED,
        /** The change seems to be above the tolerance, which is to be confirmed on fresh starts. */
        SUSPECT,
        /** It would be cleared, but not without one start, which stands out from the others of its side. */
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
        return new Standing(gated, other, pairs, worse, below, gap);
    }
}

package io.fetchmark.gate;

import io.fetchmark.stats.NestedHodgesLehmann;
import io.fetchmark.stats.SmallestChange;

/**
 * What decided a metric, so that it was measured no longer: pairs that happened to show it early, so that their estimate is
 * a little too far out.
 *
 * @param decided the differences up to the interim analysis that decided it
 */
record Stop(Differences decided, Looks looks) {

    /**
     * By how much the estimate of so many pairs is too high, a logarithm. Pairs that came after the decision, as others were
     * still open, have no bias.
     *
     * @param pairs as many as decided it, or more
     */
    double bias(Trial trial, Levels levels, int pairs) {
        double stage = SmallestChange.standardError(decided.telling(), looks.planned() / looks.count());
        if (stage == 0) {
            return 0;
        }
        double estimate = new NestedHodgesLehmann(decided.leastDisturbedFirst()).estimate() / stage;
        double without = trial.stopping(levels, looks.count(), stage).without(estimate);
        return (estimate - without) * stage * decided.count() / pairs;
    }
}

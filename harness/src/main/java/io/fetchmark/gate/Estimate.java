package io.fetchmark.gate;

import io.fetchmark.stats.Bounds;
import io.fetchmark.stats.NestedHodgesLehmann;
import io.fetchmark.stats.Spread;
import java.util.Optional;

/**
 * How large a change is. A ratio tells how many times as bad the candidate is: 1.05 is 5 % more time, or a throughput that
 * is lower by a factor of 1.05. Swapped sides have 1 / ratio.
 *
 * @param ratio as {@link NestedHodgesLehmann} has it, of nested sets of the least-disturbed pairs
 * @param low what the ratio is at least, at 95 %
 * @param high what the ratio is at most, at 95 %; both allow for all interim analyses, so that they hold wherever measuring
 *     has stopped
 * @param ofAllPairs the ratio of all pairs alike, as {@link io.fetchmark.stats.HodgesLehmann} has it
 * @param noiseFloor by what share two blocks of one pair differ by chance: of equal targets, one pair in three differs by
 *     more, as it is a standard deviation; many pairs together tell much less than that
 */
public record Estimate(double ratio, double low, double high, double ofAllPairs, double noiseFloor) {

    /**
     * Of these differences. Where the sets contradict each other, as those of a candidate that is slow now and then do, all
     * pairs decide.
     *
     * @param level at which the interval excludes changes, to either side
     */
    static Estimate of(Differences differences, double level) {
        NestedHodgesLehmann nested = new NestedHodgesLehmann(differences.leastDisturbedFirst());
        double ofAll = nested.all().estimate();
        Optional<Bounds> common = nested.interval(level);
        Bounds bounds = common.orElseGet(() -> nested.all().interval(1 - 2 * level));
        double estimate = common.isPresent() ? nested.estimate() : ofAll;
        return new Estimate(
                Math.exp(Math.max(bounds.low(), Math.min(bounds.high(), estimate))),
                Math.exp(bounds.low()),
                Math.exp(bounds.high()),
                Math.exp(ofAll),
                Math.expm1(Spread.robust(differences.values())));
    }

    /** The same with a ratio that is lower by that logarithm, as far as the interval goes. */
    Estimate lessBy(double bias) {
        return new Estimate(Math.max(low, Math.min(high, ratio / Math.exp(bias))), low, high, ofAllPairs, noiseFloor);
    }
}

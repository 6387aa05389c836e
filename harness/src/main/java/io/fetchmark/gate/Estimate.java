package io.fetchmark.gate;

import io.fetchmark.stats.Bounds;
import io.fetchmark.stats.HodgesLehmann;
import io.fetchmark.stats.Spread;

/**
 * How large a change is. A ratio tells how many times as bad the candidate is: 1.05 is 5 % more time, or a throughput that
 * is lower by a factor of 1.05. Swapped sides have 1 / ratio.
 *
 * @param ratio of the pairs in the middle, as {@link HodgesLehmann} has it
 * @param low what the ratio is at least, at 95 %
 * @param high what the ratio is at most, at 95 %; both are of one look, and do not allow for the several of a screening
 * @param noiseFloor by what share two blocks of one pair differ by chance: of equal targets, one pair in three differs by
 *     more, as it is a standard deviation; many pairs together tell much less than that
 */
public record Estimate(double ratio, double low, double high, double noiseFloor) {

    private static final double CONFIDENCE = 0.95;

    static Estimate of(Differences differences) {
        HodgesLehmann middle = new HodgesLehmann(differences.values());
        Bounds bounds = middle.interval(CONFIDENCE);
        return new Estimate(
                Math.exp(middle.estimate()),
                Math.exp(bounds.low()),
                Math.exp(bounds.high()),
                Math.expm1(Spread.robust(differences.values())));
    }
}

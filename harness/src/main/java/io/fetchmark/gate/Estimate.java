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
    private static final int TURNS = 4;

    /** Of all pairs or of the calm ones, whichever say it more closely. */
    static Estimate of(Differences differences) {
        HodgesLehmann all = new HodgesLehmann(differences.values());
        HodgesLehmann calm = calm(differences, all);
        HodgesLehmann middle = width(calm) < width(all) ? calm : all;
        Bounds bounds = middle.interval(CONFIDENCE);
        return new Estimate(
                Math.exp(middle.estimate()),
                Math.exp(bounds.low()),
                Math.exp(bounds.high()),
                Math.expm1(Spread.robust(differences.values())));
    }

    /** Which pairs are calm depends on the change, and the other way round; a few turns settle both. */
    private static HodgesLehmann calm(Differences differences, HodgesLehmann all) {
        HodgesLehmann calm = all;
        for (int turn = 0; turn < TURNS; turn++) {
            double[] calmest = differences.calm(calm.estimate());
            if (calmest.length < Differences.FEWEST) {
                return all;
            }
            calm = new HodgesLehmann(calmest);
        }
        return calm;
    }

    private static double width(HodgesLehmann middle) {
        Bounds bounds = middle.interval(CONFIDENCE);
        return bounds.high() - bounds.low();
    }
}

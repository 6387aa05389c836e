package io.fetchmark.gate;

import io.fetchmark.plan.Gated;
import io.fetchmark.stats.SignFlip;
import io.fetchmark.stats.SmallestChange;
import io.fetchmark.stats.Spread;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the gate says of one metric of one comparison, and why.
 *
 * @param screened how it stood when the first starts had been measured
 * @param confirming whether the figures are of fresh starts: they are as soon as a suspect has any
 * @param pairs how many pairs the figures are of
 * @param estimate of the change; absent with fewer than 6 pairs, where most cannot be compared, and for the error rate
 * @param smallestChange the smallest relative change that so much measuring finds in 19 of 20 cases, for example 0.04;
 *     absent where the estimate is
 * @param worse the chance of differences like these if the change were at most the tolerance, where that was tested
 * @param level what that chance had to be at most to count
 * @param improved whether the candidate is better by more than the tolerance, at 97.5 % and as of one look
 */
public record Judgement(
        Standing screened,
        Ruling ruling,
        boolean confirming,
        int pairs,
        Optional<Estimate> estimate,
        OptionalDouble smallestChange,
        OptionalDouble worse,
        double level,
        boolean improved) {

    private static final double MISSED = 0.05;
    private static final double SURE = 0.025;

    /**
     * With the figures of these differences.
     *
     * @param reach how many pairs could have been measured
     */
    static Judgement of(
            Standing screened,
            Ruling ruling,
            boolean confirming,
            Differences differences,
            int reach,
            OptionalDouble worse,
            double level) {
        Gated gated = screened.gated();
        boolean comparable = differences.areEnough() && ruling != Ruling.UNCOMPARABLE;
        Optional<Estimate> estimate =
                comparable && !screened.isOfErrors() ? Optional.of(Estimate.of(differences)) : Optional.empty();
        boolean better = screened.isOfErrors()
                ? SignFlip.pValue(differences.negated()) <= SURE
                : estimate.filter(found -> found.high() < 1 / (1 + gated.tolerance()))
                        .isPresent();
        return new Judgement(
                screened,
                ruling,
                confirming,
                differences.count(),
                estimate,
                estimate.map(found -> smallest(gated, level, differences, found, reach))
                        .orElse(OptionalDouble.empty()),
                worse,
                level,
                comparable && better && ruling != Ruling.UNSTEADY);
    }

    /** By all pairs or by the calm ones, whichever show more; each of the two has half of the level. */
    private static OptionalDouble smallest(
            Gated gated, double level, Differences differences, Estimate estimate, int reach) {
        SmallestChange smallest = new SmallestChange(gated.tolerance(), level / 2, MISSED);
        double[] calm = differences.calm(Math.log(estimate.ratio()));
        double ofAll = smallest.of(Spread.robust(differences.values()), Math.max(reach, 1));
        return OptionalDouble.of(
                calm.length < Differences.FEWEST
                        ? ofAll
                        : Math.min(ofAll, smallest.of(Spread.robust(calm), Math.max(reach / 3, 1))));
    }

    public Gated gated() {
        return screened.gated();
    }
}

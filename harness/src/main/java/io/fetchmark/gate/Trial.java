package io.fetchmark.gate;

import io.fetchmark.plan.Gated;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.stats.HodgesLehmann;
import io.fetchmark.stats.NestedHodgesLehmann;
import io.fetchmark.stats.NestedSignedRank;
import io.fetchmark.stats.Normal;
import io.fetchmark.stats.SignFlip;
import io.fetchmark.stats.SignedRank;
import io.fetchmark.stats.SmallestChange;
import io.fetchmark.stats.StoppingBias;
import java.util.Arrays;

/**
 * A metric and how its differences are tested.
 *
 * @param shift tests all but the error rate, whose differences are tested by their sum: a few pairs may hold all errors
 */
record Trial(Gated gated, ShiftTest shift) {

    private static final double MISSED = 0.05;

    /**
     * How many times rarer one of the joined statistics has to be by itself: 2.4 to 3 times in pairs of real builds, as
     * nested sets share most of what they show.
     */
    private static final double JOINED = 3;

    /** A one-sided test of whether values lie above 0. */
    @FunctionalInterface
    interface ShiftTest {

        /** Whether they do, where values that are symmetric about 0 or about something below do in at most this share. */
        boolean isAbove(double level, double... leastDisturbedFirst);
    }

    boolean isOfErrors() {
        return gated.metric() == RegressionMetric.ERROR_RATE;
    }

    /**
     * Whether such differences exclude, at this level, that the change is at most the tolerance, and all pairs together do
     * not exclude that it is more.
     */
    boolean isWorse(Differences differences, double level) {
        return isOfErrors()
                ? SignFlip.pValue(differences.values()) <= level
                : shift.isAbove(level, beyondTolerance(differences))
                        && SignedRank.pValue(negated(beyondTolerance(differences))) > level;
    }

    /**
     * Whether the last third of such differences, taken alone, is above the tolerance too, whatever came before: what fades
     * is a target that warms up. It is asked of those that are significant as a whole, of the set that shows it most.
     */
    boolean lasts(Differences differences) {
        if (isOfErrors()) {
            return true;
        }
        double[] telling = differences.leastDisturbed(NestedSignedRank.strongest(beyondTolerance(differences)));
        return new HodgesLehmann(Differences.lastThird(telling)).estimate() > tolerance();
    }

    /**
     * Whether such differences are above the tolerance without any one instance too, if there is an outlier. It is asked of
     * those that are significant as a whole.
     *
     * @param unsteady as in {@link Levels}
     */
    boolean worseOnEachStart(Differences differences, double unsteady) {
        return isOfErrors()
                || differences.byStart().bear(rest -> new NestedHodgesLehmann(rest).estimate() > tolerance(), unsteady);
    }

    /** Whether such differences exclude, at this level, that the change is at least the one to detect; of errors never. */
    boolean isBelow(Differences differences, double level) {
        return !isOfErrors() && isBelow(detect(), level, differences.leastDisturbedFirst());
    }

    /**
     * Whether such differences exclude the change to detect without any one instance too, if there is an outlier. A half of
     * the pairs has to show it, so it need not be as rare as with all of them.
     *
     * @param unsteady as in {@link Levels}
     */
    boolean belowOnEachStart(Differences differences, double unsteady) {
        return isOfErrors() || differences.byStart().bear(rest -> isBelow(detect(), MISSED, rest), unsteady);
    }

    /** Whether such differences exclude, at this level, that the candidate is better by at most the tolerance. */
    boolean isBetter(Differences differences, double level) {
        return isOfErrors()
                ? SignFlip.pValue(differences.negated()) <= level
                : isBelow(-tolerance(), level, differences.leastDisturbedFirst());
    }

    /**
     * The smallest change that is found in 19 of 20 cases, as a share.
     *
     * @param level at which it is to be above the tolerance
     * @param sd as {@link Differences#telling} has it
     * @param startSd of the logarithms of the instances of one side
     * @param starts how many instances each side has
     */
    double smallestChange(double level, double sd, int pairs, double startSd, int starts) {
        return new SmallestChange(gated.tolerance(), level / JOINED, MISSED).of(sd, pairs, startSd, starts);
    }

    /**
     * How measuring stops for this metric, in standard deviations of the estimate of one stage.
     *
     * @param stage that standard deviation, a logarithm
     */
    StoppingBias stopping(Levels levels, int stages, double stage) {
        return new StoppingBias(
                stages,
                tolerance() / stage,
                Normal.exceededWith(levels.suspect() / JOINED),
                detect() / stage,
                Normal.exceededWith(levels.clear() / JOINED));
    }

    private double tolerance() {
        return Math.log1p(gated.tolerance());
    }

    private double detect() {
        return Math.log1p(gated.detect());
    }

    private double[] beyondTolerance(Differences differences) {
        return Arrays.stream(differences.leastDisturbedFirst())
                .map(difference -> difference - tolerance())
                .toArray();
    }

    private static double[] negated(double... values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    /**
     * The least-disturbed pairs miss a candidate that is slow now and then, so they exclude nothing that lies below the
     * estimate of all pairs.
     */
    private boolean isBelow(double change, double level, double... leastDisturbedFirst) {
        return shift.isAbove(
                        level,
                        Arrays.stream(leastDisturbedFirst)
                                .map(difference -> change - difference)
                                .toArray())
                && new HodgesLehmann(leastDisturbedFirst).estimate() < change;
    }
}

package io.fetchmark.gate;

import io.fetchmark.plan.Gated;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.stats.HodgesLehmann;
import io.fetchmark.stats.SignFlip;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A metric and how its differences are tested.
 *
 * @param shift tests all but the error rate, whose differences are tested by their sum: a few pairs may hold all errors
 */
record Trial(Gated gated, ShiftTest shift) {

    private static final double MISSED = 0.05;

    /** A one-sided test of whether values lie above 0. */
    @FunctionalInterface
    interface ShiftTest {

        /** The chance of values like these if they were symmetric about 0 or about something below. */
        double pValue(double... values);
    }

    boolean isOfErrors() {
        return gated.metric() == RegressionMetric.ERROR_RATE;
    }

    /** The chance of such differences if the change were at most the tolerance. */
    double worse(Differences differences) {
        return isOfErrors()
                ? SignFlip.pValue(differences.values())
                : shift.pValue(differences.above(Math.log1p(gated.tolerance())));
    }

    /**
     * Whether the last third of such differences, taken alone, is above the tolerance too, whatever came before: what fades
     * is a target that warms up. It is asked of those that are significant as a whole.
     */
    boolean lasts(Differences differences) {
        return isOfErrors() || new HodgesLehmann(differences.lastThird()).estimate() > Math.log1p(gated.tolerance());
    }

    /**
     * Whether such differences are above the tolerance without any one start too, if one stands out. It is asked of those
     * that are significant as a whole.
     *
     * @param unsteady as in {@link Levels}
     */
    boolean worseOnEachStart(Differences differences, double unsteady) {
        return isOfErrors()
                || differences
                        .byStart()
                        .bear(rest -> new HodgesLehmann(rest).estimate() > Math.log1p(gated.tolerance()), unsteady);
    }

    /** The chance of such differences if the change were at least the one to detect; of errors there is none. */
    OptionalDouble below(Differences differences) {
        return isOfErrors()
                ? OptionalDouble.empty()
                : OptionalDouble.of(shift.pValue(differences.below(Math.log1p(gated.detect()))));
    }

    /**
     * Whether such differences exclude the change to detect without any one start too, if one stands out. A half of the
     * pairs has to show it, so it need not be as rare as with all of them.
     *
     * @param unsteady as in {@link Levels}
     */
    boolean belowOnEachStart(Differences differences, double unsteady) {
        return isOfErrors() || differences.byStart().bear(this::excludes, unsteady);
    }

    private boolean excludes(double... differences) {
        double detect = Math.log1p(gated.detect());
        return shift.pValue(Arrays.stream(differences)
                        .map(difference -> detect - difference)
                        .toArray())
                <= MISSED;
    }
}

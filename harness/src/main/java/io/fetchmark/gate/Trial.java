package io.fetchmark.gate;

import io.fetchmark.plan.Gated;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.stats.HodgesLehmann;
import io.fetchmark.stats.SignFlip;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

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

    /**
     * The chance of such differences if the change were at most the tolerance: by all pairs or by the calm ones, whichever
     * is rarer, times two, as there are two.
     */
    double worse(Differences differences) {
        return isOfErrors()
                ? SignFlip.pValue(differences.values())
                : either(above(differences.values()), above(differences.calm(tolerance())));
    }

    /**
     * Whether the last third of such differences, taken alone, is above the tolerance too, whatever came before: what fades
     * is a target that warms up. It is asked of those that are significant as a whole, be it all of them or the calm ones.
     */
    boolean lasts(Differences differences) {
        if (isOfErrors()) {
            return true;
        }
        double[] all = differences.values();
        double[] calm = differences.calm(tolerance());
        double[] telling = above(calm).orElse(1) < above(all).orElse(1) ? calm : all;
        return new HodgesLehmann(Differences.lastThird(telling)).estimate() > tolerance();
    }

    /**
     * Whether such differences are above the tolerance without any one start too, if one stands out. It is asked of those
     * that are significant as a whole.
     *
     * @param unsteady as in {@link Levels}
     */
    boolean worseOnEachStart(Differences differences, double unsteady) {
        return isOfErrors()
                || differences.byStart().bear(rest -> new HodgesLehmann(rest).estimate() > tolerance(), unsteady);
    }

    /**
     * The chance of such differences if the change were at least the one to detect, likewise; of errors there is none. Calm
     * pairs do not know of a candidate that is slow now and then, so they clear nothing that the others contradict.
     */
    OptionalDouble below(Differences differences) {
        if (isOfErrors()) {
            return OptionalDouble.empty();
        }
        double[] all = differences.values();
        boolean contradicted = new HodgesLehmann(all).estimate() >= detect();
        return OptionalDouble.of(contradicted ? 1 : either(below(all), below(differences.calm(detect()))));
    }

    /**
     * Whether such differences exclude the change to detect without any one start too, if one stands out. A half of the
     * pairs has to show it, so it need not be as rare as with all of them.
     *
     * @param unsteady as in {@link Levels}
     */
    boolean belowOnEachStart(Differences differences, double unsteady) {
        return isOfErrors() || differences.byStart().bear(rest -> below(rest).orElse(1) <= MISSED, unsteady);
    }

    private double tolerance() {
        return Math.log1p(gated.tolerance());
    }

    private double detect() {
        return Math.log1p(gated.detect());
    }

    private OptionalDouble above(double... differences) {
        return chance(Arrays.stream(differences).map(difference -> difference - tolerance()));
    }

    private OptionalDouble below(double... differences) {
        return chance(Arrays.stream(differences).map(difference -> detect() - difference));
    }

    /** Absent of fewer than tell anything. */
    private OptionalDouble chance(DoubleStream differences) {
        double[] values = differences.toArray();
        return values.length < Differences.FEWEST ? OptionalDouble.empty() : OptionalDouble.of(shift.pValue(values));
    }

    private static double either(OptionalDouble all, OptionalDouble calm) {
        double ofAll = all.orElse(1);
        return calm.isEmpty() ? ofAll : Math.min(1, 2 * Math.min(ofAll, calm.getAsDouble()));
    }
}

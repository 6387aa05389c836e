package io.fetchmark.gate;

import io.fetchmark.result.Comparison;
import java.util.Optional;

/**
 * What becomes of a suspect, by pairs of new instances, which know nothing of why it was suspected. They are looked at once.
 *
 * <p>That a change within its tolerance fails a build takes two errors, one here and one of {@link Levels}, of independent
 * pairs: 0.1 · 0.05, which is one build in 200, whatever the number of metrics. One in 100 is promised; instances that differ
 * take the rest.
 *
 * @param suspects of the whole build, positive
 * @param screening the levels at which they were suspected
 */
record Confirmation(int suspects, Levels screening) {

    /** Of the builds with suspects none of which is above its tolerance, the share in which one is confirmed. */
    private static final double CONFIRMED = 0.05;

    /** Of the changes to detect that were suspected, the share that is excluded. */
    private static final double MISSED = 0.01;

    Confirmation {
        if (suspects < 1) {
            throw new IllegalArgumentException("must have a suspect, had " + suspects);
        }
    }

    /**
     * How rare differences must be: to confirm, at most as rare as to be outside of the published interval, so that what is
     * confirmed is outside of it too.
     */
    Levels levels() {
        return new Levels(
                Math.min(Levels.ONE_SIDE, CONFIRMED / suspects),
                Levels.ONE_SIDE,
                screening.improve(),
                screening.unsteady());
    }

    Decision decide(Trial trial, Standing screened, Comparison comparison) {
        Differences differences = new Differences(trial.gated().metric(), comparison.confirmation());
        boolean complete = comparison.confirmation().size() >= comparison.plannedConfirmation();
        return new Decision(
                screened,
                ruling(trial, differences, complete),
                true,
                trial,
                differences,
                differences.count(),
                levels(),
                Optional.empty());
    }

    /**
     * The ruling.
     *
     * @param complete whether as many pairs were measured as were planned
     */
    private Ruling ruling(Trial trial, Differences differences, boolean complete) {
        double unsteady = screening.unsteady();
        if (!differences.areEnough()) {
            return Ruling.UNSETTLED;
        }
        if (!trial.isOfErrors() && differences.driftPValue() <= unsteady) {
            return Ruling.UNSTEADY;
        }
        if (trial.isWorse(differences, levels().suspect())) {
            return !trial.lasts(differences)
                    ? Ruling.UNSETTLED
                    : trial.worseOnEachStart(differences, unsteady) ? Ruling.REGRESSION : Ruling.STARTS_DIFFER;
        }
        boolean excluded = trial.isOfErrors() || trial.isBelow(differences, MISSED);
        return !complete || !excluded
                ? Ruling.UNSETTLED
                : trial.belowOnEachStart(differences, unsteady) ? Ruling.UNCONFIRMED : Ruling.STARTS_DIFFER;
    }
}

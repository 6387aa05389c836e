package io.fetchmark.gate;

import io.fetchmark.plan.Gated;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was decided of one metric of one comparison, and by what: its figures take much longer than the decision.
 *
 * @param screened how it stood when the first instances had been measured
 * @param confirming whether it was decided by new instances
 * @param differences that decided it
 * @param reach how many pairs could have been measured
 * @param levels that the differences were tested at
 * @param stop what ended the measuring, if it depends on what was measured
 */
record Decision(
        Standing screened,
        Ruling ruling,
        boolean confirming,
        Trial trial,
        Differences differences,
        int reach,
        Levels levels,
        Optional<Stop> stop) {

    Gated gated() {
        return screened.gated();
    }

    /** The same with its figures. */
    Judgement judgement() {
        boolean comparable = differences.areEnough() && ruling != Ruling.UNCOMPARABLE;
        Optional<Estimate> estimate = comparable && !trial.isOfErrors() ? Optional.of(estimate()) : Optional.empty();
        return new Judgement(
                screened,
                ruling,
                confirming,
                differences.count(),
                estimate,
                estimate.isPresent()
                        ? OptionalDouble.of(
                                trial.smallestChange(levels.suspect(), differences.telling(), Math.max(reach, 1), 0, 1))
                        : OptionalDouble.empty(),
                comparable && ruling != Ruling.UNSTEADY && trial.isBetter(differences, levels.improve()));
    }

    private Estimate estimate() {
        Estimate estimate = Estimate.of(differences, levels.clear());
        return stop.map(early -> estimate.lessBy(early.bias(trial, levels, differences.count())))
                .orElse(estimate);
    }
}

package io.fetchmark.gate;

import io.fetchmark.gate.Standing.State;
import io.fetchmark.result.Pair;
import java.util.List;
import java.util.Optional;

/**
 * How the metrics of one comparison stand after some pairs, look by look. Immutable.
 *
 * <pre>
 *   at each look                                              when the run ends
 *   OPEN --+-- most pairs say nothing of it --> UNCOMPARABLE
 *          +-- worse &lt;= its level ------------> SUSPECT -------.
 *          +-- below &lt;= its level ------------> CLEARED -------+-- thirds differ --> UNSTEADY
 *          '-- neither: on to the next look --> OPEN ----------+-- CLEARED, but for one start -> STARTS_DIFFER
 *                                                              '-- OPEN, of errors -> CLEARED
 * </pre>
 */
public final class Screening {

    private final List<Trial> trials;
    private final Looks looks;
    private final Levels levels;

    Screening(List<Trial> trials, Looks looks, Levels levels) {
        this.trials = trials;
        this.looks = looks;
        this.levels = levels;
    }

    /** When pairs are looked at; between two looks nothing changes. */
    Looks looks() {
        return looks;
    }

    Levels levels() {
        return levels;
    }

    List<Trial> trials() {
        return trials;
    }

    /** The interim analyses of pairs that are still coming in. */
    public InterimAnalyses interimAnalyses() {
        return new InterimAnalyses(this);
    }

    /**
     * How each metric stands, in their order, once no more pairs come.
     *
     * @param pairs all of them, in the order of measuring
     */
    public List<Standing> ended(List<Pair> pairs) {
        return interimAnalyses().ended(pairs);
    }

    /** What decided how a metric stands; empty if nothing could, for want of pairs. */
    Optional<Stop> stop(Standing standing, List<Pair> pairs) {
        Differences decided = new Differences(standing.gated().metric(), pairs.subList(0, standing.pairs()));
        return looks.count() > 0 && decided.areEnough() ? Optional.of(new Stop(decided, looks)) : Optional.empty();
    }

    /** How the metric at that index stands at the end, that stood so at the last analysis. */
    Standing ended(int index, Standing last, List<Pair> pairs) {
        Trial trial = trials.get(index);
        Standing standing =
                last.state() == State.OPEN ? new Standing(last.gated(), State.OPEN, pairs.size(), last.gap()) : last;
        Differences differences = new Differences(trial.gated().metric(), pairs);
        if (trial.isOfErrors()) {
            return standing.state() == State.OPEN && differences.areEnough() ? standing.in(State.CLEARED) : standing;
        }
        if (differences.driftPValue() <= levels.unsteady() && standing.state() != State.UNCOMPARABLE) {
            return standing.in(State.UNSTEADY);
        }
        return standing.state() == State.CLEARED && !trial.belowOnEachStart(differences, levels.unsteady())
                ? standing.in(State.STARTS_DIFFER)
                : standing;
    }

    /** How the metric at that index stands after these pairs, that stood so at the analysis before; a decision is final. */
    Standing after(int index, Standing before, List<Pair> pairs) {
        return before.state() == State.OPEN ? at(trials.get(index), pairs) : before;
    }

    private Standing at(Trial trial, List<Pair> pairs) {
        Differences differences = new Differences(trial.gated().metric(), pairs);
        State state = State.OPEN;
        if (differences.gap().isPresent()) {
            state = State.UNCOMPARABLE;
        } else if (differences.areEnough()) {
            state = trial.isWorse(differences, levels.suspect())
                    ? State.SUSPECT
                    : trial.isBelow(differences, levels.clear()) ? State.CLEARED : State.OPEN;
        }
        return new Standing(trial.gated(), state, pairs.size(), differences.gap());
    }
}

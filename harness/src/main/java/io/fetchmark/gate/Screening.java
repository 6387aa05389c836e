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

    /** The interim analyses of pairs that are still coming in. */
    public InterimAnalyses interimAnalyses() {
        return new InterimAnalyses(this, trials);
    }

    /**
     * How each metric stands, in their order, once no more pairs come.
     *
     * @param pairs all of them, in the order of measuring
     */
    public List<Standing> ended(List<Pair> pairs) {
        return trials.stream().map(trial -> ended(trial, pairs)).toList();
    }

    private Standing ended(Trial trial, List<Pair> pairs) {
        Standing standing = standing(trial, pairs, true);
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

    private Standing standing(Trial trial, List<Pair> pairs, boolean ended) {
        Standing standing = new Standing(trial.gated(), State.OPEN, pairs.size(), Optional.empty());
        int[] past = looks.upTo(pairs.size(), ended).toArray();
        for (int look = 0; look < past.length && standing.state() == State.OPEN; look++) {
            standing = at(trial, pairs.subList(0, past[look]));
        }
        return standing;
    }

    /** How a metric that has been open so far stands after these pairs. */
    Standing at(Trial trial, List<Pair> pairs) {
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

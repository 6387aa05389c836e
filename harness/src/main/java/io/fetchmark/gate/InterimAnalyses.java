package io.fetchmark.gate;

import io.fetchmark.gate.Standing.State;
import io.fetchmark.result.Pair;
import java.util.ArrayList;
import java.util.List;

/** Whether one comparison needs more pairs, asked as they come in: each analysis is made once. For one thread at a time. */
public final class InterimAnalyses {

    private final Screening screening;
    private final List<Trial> open;
    private int analysed;

    InterimAnalyses(Screening screening, List<Trial> trials) {
        this.screening = screening;
        boolean errorsOnly = trials.stream().allMatch(Trial::isOfErrors);
        // The error rate cannot be cleared before the end, so that it keeps a comparison open only where it is alone.
        open = new ArrayList<>(trials.stream()
                .filter(trial -> errorsOnly || !trial.isOfErrors())
                .toList());
    }

    /**
     * Whether more pairs are needed.
     *
     * @param pairs so far, in the order of measuring: those of the last call and any number of new ones
     */
    public boolean isOpen(List<Pair> pairs) {
        screening
                .looks()
                .all()
                .filter(look -> look > analysed && look <= pairs.size())
                .forEach(look -> open.removeIf(
                        trial -> screening.at(trial, pairs.subList(0, look)).state() != State.OPEN));
        analysed = pairs.size();
        return !open.isEmpty() && pairs.size() < screening.looks().planned();
    }
}

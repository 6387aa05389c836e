package io.fetchmark.gate;

import io.fetchmark.gate.Standing.State;
import io.fetchmark.result.Pair;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How the metrics of one comparison stand, asked as pairs come in: each analysis is made once. For one thread at a time. */
public final class InterimAnalyses {

    private final Screening screening;
    private List<Standing> standings;
    private int analysed;

    InterimAnalyses(Screening screening) {
        this.screening = screening;
        standings = screening.trials().stream()
                .map(trial -> new Standing(trial.gated(), State.OPEN, 0, Optional.empty()))
                .toList();
    }

    /**
     * Whether more pairs are needed. The error rate cannot be cleared before the end, so that it keeps a comparison open
     * only where nothing else is gated.
     *
     * @param pairs so far, in the order of measuring: those of the last call and any number of new ones
     */
    public boolean isOpen(List<Pair> pairs) {
        analyse(pairs, false);
        boolean errorsOnly = standings.stream().allMatch(Standing::isOfErrors);
        return pairs.size() < screening.looks().planned()
                && standings.stream()
                        .filter(standing -> errorsOnly || !standing.isOfErrors())
                        .anyMatch(standing -> standing.state() == State.OPEN);
    }

    /**
     * How each metric stands, in their order, once no more pairs come.
     *
     * @param pairs all of them, likewise
     */
    List<Standing> ended(List<Pair> pairs) {
        analyse(pairs, true);
        return IntStream.range(0, standings.size())
                .mapToObj(index -> screening.ended(index, standings.get(index), pairs))
                .toList();
    }

    private void analyse(List<Pair> pairs, boolean ended) {
        int[] looks = screening
                .looks()
                .upTo(pairs.size(), ended)
                .filter(look -> look > analysed)
                .toArray();
        for (int look : looks) {
            List<Pair> past = pairs.subList(0, look);
            standings = IntStream.range(0, standings.size())
                    .mapToObj(index -> screening.after(index, standings.get(index), past))
                    .toList();
            analysed = look;
        }
    }
}

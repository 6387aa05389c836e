package io.fetchmark.result;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one client compared the target with the baseline in one scenario: pairs of blocks, in the order of measuring. All
 * that the gate says follows from these.
 *
 * @param scenario its name
 * @param warmUp of each instance before its first pair, that which took longest; absent in files of an early version
 * @param blockSeconds for how long each block was measured
 * @param plannedPairs how many pairs the budget allows for; which of them are looked at follows from it
 * @param screening pairs of the first starts, at most as many as planned
 * @param plannedConfirmation how many pairs were to be measured on fresh starts, 0 if nothing was suspected
 * @param confirmation those that were
 * @param histograms names of the interval logs of response time: of the candidate, then of the baseline
 * @param warnings what a reader of the comparison must know, a sentence each
 */
public record Comparison(
        String scenario,
        Client client,
        Load load,
        Optional<WarmUp> warmUp,
        double blockSeconds,
        int plannedPairs,
        List<Pair> screening,
        int plannedConfirmation,
        List<Pair> confirmation,
        List<String> histograms,
        List<String> warnings) {

    public Comparison {
        if (plannedPairs < screening.size()) {
            throw new IllegalArgumentException("must hold at most " + plannedPairs + " pairs, was " + screening.size());
        }
        screening = List.copyOf(screening);
        confirmation = List.copyOf(confirmation);
        histograms = List.copyOf(histograms);
        warnings = List.copyOf(warnings);
    }

    /** A comparison of whose warm-up nothing is known. */
    public Comparison(
            String scenario,
            Client client,
            Load load,
            double blockSeconds,
            int plannedPairs,
            List<Pair> screening,
            int plannedConfirmation,
            List<Pair> confirmation,
            List<String> histograms,
            List<String> warnings) {
        this(
                scenario,
                client,
                load,
                Optional.empty(),
                blockSeconds,
                plannedPairs,
                screening,
                plannedConfirmation,
                confirmation,
                histograms,
                warnings);
    }

    /**
     * This comparison, with pairs of fresh instances.
     *
     * @param warmUpOfThese how they were warmed up
     * @param more what a reader must know of these pairs
     */
    public Comparison confirmedBy(int planned, List<Pair> pairs, Optional<WarmUp> warmUpOfThese, List<String> more) {
        return new Comparison(
                scenario,
                client,
                load,
                warmUp.flatMap(first -> warmUpOfThese.map(first::and)),
                blockSeconds,
                plannedPairs,
                screening,
                planned,
                pairs,
                histograms,
                Stream.of(warnings, more).flatMap(List::stream).distinct().toList());
    }

    /** All pairs, of the first starts and of fresh ones. */
    public List<Pair> all() {
        return Stream.concat(screening.stream(), confirmation.stream()).toList();
    }
}

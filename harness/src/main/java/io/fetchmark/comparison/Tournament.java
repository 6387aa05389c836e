package io.fetchmark.comparison;

import io.fetchmark.gate.Gate;
import io.fetchmark.gate.InterimAnalyses;
import io.fetchmark.gate.Screening;
import io.fetchmark.plan.Regression;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.target.TargetFailure;
import io.fetchmark.target.TargetHost;
import io.fetchmark.worker.WorkerFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * All comparisons of a run. They are screened together, one pair of each in turn, so that a burst on the machine is shared
 * out among them; each ends when it is decided, or its budget is spent. What is suspected then is measured again on fresh
 * starts, which owe nothing to the luck of the first ones. How far a target is from a reference, though, is for later runs
 * to judge: it is measured until the budget is spent.
 *
 * <pre>
 *   starts, warm-up    screening: pair of a, of b, of c, of a, of b, of a ...     fresh starts    confirmation: of b ...
 * </pre>
 */
public final class Tournament {

    private final TargetHost host;
    private final Lineup lineup;
    private final Gate gate;
    private final Spectator spectator;
    private final SplittableRandom random;

    public Tournament(TargetHost host, Lineup lineup, Gate gate, Spectator spectator, SplittableRandom random) {
        this.host = host;
        this.lineup = lineup;
        this.gate = gate;
        this.spectator = spectator;
        this.random = random;
    }

    /**
     * What came out.
     *
     * @param baseline the first start of it
     * @param comparisons in the order of the entries
     */
    public record Outcome(TargetFacts baseline, List<Comparison> comparisons) {

        public Outcome {
            comparisons = List.copyOf(comparisons);
        }
    }

    /**
     * Compares, and returns when all is measured. Nothing that was started is left then.
     *
     * @param entries at least one
     * @throws TargetFailure if a target could not be started, died, or the sides are not to be compared
     * @throws WorkerFailure if a client broke
     * @throws IOException if a file could not be written
     */
    public Outcome run(List<Entry> entries) throws TargetFailure, WorkerFailure, IOException, InterruptedException {
        int each = entries.stream()
                .map(Entry::regression)
                .mapToInt(Regression::starts)
                .max()
                .orElseThrow();
        Outcome screened = screen(entries, each);
        if (lineup.reference()) {
            return screened;
        }
        List<Entry> suspects = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (gate.suspects(entry.regression(), screened.comparisons().get(i)) > 0) {
                suspects.add(entry);
            }
        }
        return suspects.isEmpty() ? screened : confirm(screened, suspects, each);
    }

    /**
     * Measures so many pairs, whatever they say.
     *
     * @throws TargetFailure as {@link #run} does
     */
    public Sample sample(Entry entry, int pairs)
            throws TargetFailure, WorkerFailure, IOException, InterruptedException {
        int each = entry.regression().starts();
        try (Round round = Round.begin(host, lineup, List.of(entry), each, 0, random, spectator)) {
            round.play(bout -> {
                tell(bout, pairs);
                return bout.pairs().size() >= pairs;
            });
            Bout bout = round.bouts().get(0);
            return new Sample(round.baseline(), bout.pairs(), bout.spent().toNanos() / 1e9 / pairs);
        }
    }

    /**
     * Pairs that nobody has judged.
     *
     * @param baseline the first start of it
     * @param pairSeconds what each pair took
     */
    public record Sample(TargetFacts baseline, List<Pair> pairs, double pairSeconds) {

        public Sample {
            pairs = List.copyOf(pairs);
        }
    }

    private Outcome screen(List<Entry> entries, int each)
            throws TargetFailure, WorkerFailure, IOException, InterruptedException {
        try (Round round = Round.begin(host, lineup, entries, each, 0, random, spectator)) {
            Map<Bout, InterimAnalyses> analyses = new HashMap<>();
            for (Bout bout : round.bouts()) {
                Screening screening = gate.screening(bout.entry().regression(), bout.planned());
                analyses.put(bout, screening.interimAnalyses());
            }
            round.play(bout -> {
                tell(bout, bout.planned());
                return isSpent(bout, bout.planned())
                        || (!lineup.reference()
                                && !Objects.requireNonNull(analyses.get(bout)).isOpen(bout.pairs()));
            });
            List<Comparison> comparisons = new ArrayList<>();
            for (Bout bout : round.bouts()) {
                comparisons.add(bout.screened(bout.log(lineup.directory())));
            }
            return new Outcome(round.baseline(), comparisons);
        }
    }

    private Outcome confirm(Outcome screened, List<Entry> suspects, int each)
            throws TargetFailure, WorkerFailure, IOException, InterruptedException {
        spectator.confirming(suspects.size());
        List<Comparison> comparisons = new ArrayList<>(screened.comparisons());
        try (Round round = Round.begin(host, lineup, suspects, each, each, random, spectator)) {
            round.play(bout -> {
                tell(bout, confirmation(bout));
                return isSpent(bout, confirmation(bout));
            });
            for (Bout bout : round.bouts()) {
                comparisons.replaceAll(comparison ->
                        bout.entry().isOf(comparison) ? bout.confirmed(comparison, confirmation(bout)) : comparison);
            }
        }
        return new Outcome(screened.baseline(), comparisons);
    }

    private static int confirmation(Bout bout) {
        return Math.min(Gate.CONFIRMING_PAIRS, bout.planned());
    }

    private static boolean isSpent(Bout bout, int planned) {
        return bout.pairs().size() >= planned
                || bout.spent().compareTo(bout.entry().regression().budget()) >= 0;
    }

    private void tell(Bout bout, int planned) {
        spectator.measured(
                bout.entry().scenario(), bout.entry().client(), bout.pairs().size(), planned);
    }
}

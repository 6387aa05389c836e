package io.fetchmark.gate;

import io.fetchmark.gate.LabelSwap.Drawn;
import io.fetchmark.stats.Spread;
import java.util.List;
import java.util.Locale;

/** The long version of {@link LabelSwapTest}: prints its figures, in Markdown. */
final class KeptPairsReplay {

    private static final double[] SLOWER = {0, 0.02, 0.05, 0.1};

    private KeptPairsReplay() {}

    /**
     * Prints the table.
     *
     * @param args the number of draws of each cell
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        int draws = Integer.parseInt(args[0]);
        System.out.println(
                "| pairs | looked at | metric | slower | misses | bias | sd | width, median | improvements told |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (KeptPairs kept : KeptPairs.values()) {
            for (double slower : SLOWER) {
                LabelSwap swap = new LabelSwap(kept, slower);
                print(swap, "once", swap.lookedAtOnce(draws));
                print(swap, "where stopped", swap.stopped(draws));
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static void print(LabelSwap swap, String when, List<List<Drawn>> metrics) {
        for (int metric = 0; metric < metrics.size(); metric++) {
            List<Drawn> drawn = metrics.get(metric);
            double[] errors = swap.errors(drawn);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %.0f %% | %.1f %% | %+.2f %% | %.2f %% | %.1f %% | %.1f %% |%n",
                    swap.kept().name().toLowerCase(Locale.ROOT),
                    when,
                    LabelSwap.METRICS.get(metric),
                    100 * swap.slower(),
                    100.0 * swap.misses(drawn).count() / drawn.size(),
                    100 * LabelSwap.mean(errors),
                    100 * Spread.plain(errors),
                    100
                            * Spread.median(drawn.stream()
                                    .mapToDouble(one -> one.estimate().high()
                                            - one.estimate().low())
                                    .toArray()),
                    100.0 * LabelSwap.improvements(drawn).count() / drawn.size());
        }
    }
}

package io.fetchmark.report;

import io.fetchmark.calibration.Noise;
import io.fetchmark.measure.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The noise of a machine as tables for a console, in ASCII and at most 100 columns. */
public final class NoiseTable {

    private static final String NOISE = "  %-15s  %12s  %12s  %16s";
    private static final String REPLAY = "  %-15s  %12s  %12s  %16s";

    private NoiseTable() {}

    /** The lines of the tables, without line ends. */
    public static List<String> lines(Noise noise) {
        List<String> lines = new ArrayList<>();
        lines.add(noise.target() + " and itself (" + noise.runtime() + "): " + noise.pairs() + " pairs, "
                + Units.seconds(noise.pairSeconds()) + " each");
        lines.add(String.format(Locale.ROOT, NOISE, "metric", "noise floor", "with bursts", "between starts"));
        for (Noise.OfMetric metric : noise.metrics()) {
            lines.add(String.format(
                    Locale.ROOT,
                    NOISE,
                    metric.metric(),
                    Units.share(metric.sd()),
                    Units.share(metric.plainSd()),
                    Units.share(metric.startSd())));
        }
        lines.add("The gate, of builds made of these pairs, with its default metrics and 60 s:");
        lines.add(String.format(Locale.ROOT, REPLAY, "candidate", "REGRESSION", "INCONCLUSIVE", "pairs (median)"));
        for (Noise.Replayed replayed : noise.replays()) {
            lines.add(String.format(
                    Locale.ROOT,
                    REPLAY,
                    replayed.slower() == 0 ? "the same" : Units.share(replayed.slower()) + " slower",
                    Units.share(replayed.regression()),
                    Units.share(replayed.inconclusive()),
                    Units.count(Math.round(replayed.pairs()))));
        }
        return lines;
    }
}

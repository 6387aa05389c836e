package io.fetchmark.report;

import io.fetchmark.measure.Distribution;
import io.fetchmark.result.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The chart of the percentiles of response time of both sides of a comparison. */
final class SidesFigure {

    private SidesFigure() {}

    /**
     * Draws the percentiles of both sides.
     *
     * @param id of the chart
     * @throws IOException if a log is missing, torn or empty; the message is for readers of the page
     */
    static Figure of(String id, Comparison comparison, Path directory, Language language) throws IOException {
        if (comparison.histograms().size() < 2) {
            throw new IOException(language.say("log-none"));
        }
        Distribution candidate =
                ClientLog.sum(ClientLog.read(directory, comparison.histograms().get(0), language));
        Distribution baseline =
                ClientLog.sum(ClientLog.read(directory, comparison.histograms().get(1), language));
        String atCandidate = language.say("side-candidate");
        String atBaseline = language.say("side-baseline");
        List<Curve> curves = List.of(
                PercentileCurve.of(atBaseline, atBaseline, Ink.BLACK, LineStyle.DASHED, baseline, language),
                PercentileCurve.of(
                        atCandidate, atCandidate, Ink.of(comparison.client()), LineStyle.SOLID, candidate, language));
        double[] times = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.ys()))
                .toArray();
        String title = language.say("sides-title", comparison.client());
        Chart chart = new Chart(
                id,
                title,
                language.say("sides-description"),
                PercentileCurve.axis(Math.max(candidate.count(), baseline.count()), language),
                Axis.logarithmic(language.say("axis-response-time"), times, language::time),
                curves);
        return Figure.of(
                chart,
                true,
                language.say("sides-key"),
                new DataTable(
                        title,
                        PercentileCurve.columns(language.say("sides-who"), language),
                        List.of(
                                PercentileCurve.row(atCandidate, candidate, language),
                                PercentileCurve.row(atBaseline, baseline, language),
                                change(PercentileCurve.times(candidate), PercentileCurve.times(baseline), language))));
    }

    private static DataTable.Row change(double[] candidate, double[] baseline, Language language) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < candidate.length; i++) {
            cells.add(baseline[i] > 0 ? language.signed(candidate[i] / baseline[i] - 1) : "–");
        }
        return new DataTable.Row(language.say("sides-change"), cells);
    }
}

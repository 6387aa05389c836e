package io.fetchmark.report;

import io.fetchmark.measure.Distribution;
import io.fetchmark.measure.Units;
import io.fetchmark.result.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The chart of the percentiles of response time of both sides of a comparison. */
final class SidesFigure {

    private static final String CANDIDATE = "candidate";
    private static final String BASELINE = "baseline";

    private SidesFigure() {}

    /**
     * Draws the percentiles of both sides.
     *
     * @param id of the chart
     * @throws IOException if a log is missing, torn or empty; the message is for readers of the page
     */
    static Figure of(String id, Comparison comparison, Path directory) throws IOException {
        if (comparison.histograms().size() < 2) {
            throw new IOException("the result names no interval logs");
        }
        Distribution candidate =
                ClientLog.sum(ClientLog.read(directory, comparison.histograms().get(0)));
        Distribution baseline =
                ClientLog.sum(ClientLog.read(directory, comparison.histograms().get(1)));
        List<Curve> curves = List.of(
                PercentileCurve.of(BASELINE, BASELINE, Ink.BLACK, LineStyle.DASHED, baseline),
                PercentileCurve.of(CANDIDATE, CANDIDATE, Ink.of(comparison.client()), LineStyle.SOLID, candidate));
        double[] times = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.ys()))
                .toArray();
        String title = "Percentiles of both sides, " + comparison.client();
        Chart chart = new Chart(
                id,
                title,
                "For each share of the exchanges of all blocks on the first starts, the time within which they were done;"
                        + " lower is faster. Where the lines part is where the change is.",
                PercentileCurve.axis(Math.max(candidate.count(), baseline.count())),
                Axis.logarithmic("response time", times, Units::time),
                curves);
        return Figure.of(
                chart,
                true,
                "Solid: candidate. Dashed: baseline.",
                new DataTable(
                        title,
                        PercentileCurve.columns("Side"),
                        List.of(
                                PercentileCurve.row(CANDIDATE, candidate),
                                PercentileCurve.row(BASELINE, baseline),
                                change(PercentileCurve.times(candidate), PercentileCurve.times(baseline)))));
    }

    private static DataTable.Row change(double[] candidate, double[] baseline) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < candidate.length; i++) {
            cells.add(baseline[i] > 0 ? Percent.signed(candidate[i] / baseline[i] - 1) : "–");
        }
        return new DataTable.Row("change", cells);
    }
}

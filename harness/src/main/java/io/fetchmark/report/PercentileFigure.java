package io.fetchmark.report;

import io.fetchmark.measure.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The chart of the percentiles of response and service time of all clients of a scenario. */
final class PercentileFigure {

    private PercentileFigure() {}

    /**
     * Draws the percentiles of all clients of a scenario.
     *
     * @param id starts the ids of the chart
     * @param logs at least one
     */
    static Figure of(String id, List<ClientLog> logs, Language language) {
        List<Curve> curves = new ArrayList<>();
        List<DataTable.Row> rows = new ArrayList<>();
        long most = 1;
        for (ClientLog log : logs) {
            Distribution service = log.serviceTimes();
            Distribution response = log.responseTimes();
            most = Math.max(most, response.count());
            curves.add(PercentileCurve.of(
                    log.client().label(), "", Ink.of(log.client()), LineStyle.DASHED, service, language));
            curves.add(PercentileCurve.of(
                    log.client().label(),
                    log.client().label(),
                    Ink.of(log.client()),
                    LineStyle.SOLID,
                    response,
                    language));
            rows.add(PercentileCurve.row(language.say("percentiles-response", log.client()), response, language));
            rows.add(PercentileCurve.row(language.say("percentiles-service", log.client()), service, language));
        }
        double[] times = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.ys()))
                .toArray();
        Chart chart = new Chart(
                id,
                language.say("percentiles-title"),
                language.say("percentiles-description"),
                PercentileCurve.axis(most, language),
                Axis.logarithmic(language.say("axis-time"), times, language::time),
                curves);
        return Figure.of(
                chart,
                true,
                language.say("percentiles-key"),
                new DataTable(
                        language.say("percentiles-title"),
                        PercentileCurve.columns(language.say("percentiles-who"), language),
                        rows));
    }
}

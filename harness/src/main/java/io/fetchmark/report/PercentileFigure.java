package io.fetchmark.report;

import io.fetchmark.measure.Distribution;
import io.fetchmark.measure.Units;
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
    static Figure of(String id, List<ClientLog> logs) {
        List<Curve> curves = new ArrayList<>();
        List<DataTable.Row> rows = new ArrayList<>();
        long most = 1;
        for (ClientLog log : logs) {
            Distribution service = log.serviceTimes();
            Distribution response = log.responseTimes();
            most = Math.max(most, response.count());
            curves.add(PercentileCurve.of(log.client().label(), "", Ink.of(log.client()), LineStyle.DASHED, service));
            curves.add(PercentileCurve.of(
                    log.client().label(), log.client().label(), Ink.of(log.client()), LineStyle.SOLID, response));
            rows.add(PercentileCurve.row(log.client() + ", response", response));
            rows.add(PercentileCurve.row(log.client() + ", service", service));
        }
        double[] times = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.ys()))
                .toArray();
        Chart chart = new Chart(
                id,
                "Percentiles of response and service time",
                "For each share of the exchanges, the time within which they were done; lower is faster. Each step to the"
                        + " right leaves out fewer of the slowest.",
                PercentileCurve.axis(most),
                Axis.logarithmic("time", times, Units::time),
                curves);
        return Figure.of(
                chart,
                true,
                "Solid: response time. Dashed: service time. Where only one line is seen, they are the same.",
                new DataTable(
                        "Percentiles of response and service time", PercentileCurve.columns("Client, time"), rows));
    }
}

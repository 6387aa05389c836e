package io.fetchmark.report;

import io.fetchmark.measure.Distribution;
import io.fetchmark.measure.Units;
import io.fetchmark.plan.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The chart of the percentiles of response and service time. The share q of exchanges lies at 1 / (1 − q) of a logarithmic
 * axis, so that 99 % and 99.9 % are as far apart as 90 % and 99 %: the slow tail is where the news is.
 */
final class PercentileFigure {

    /** Points of a curve for each nine. */
    private static final int DENSITY = 8;
    /** 99.999 %: more nines would crowd the axis. */
    private static final double MOST_NINES = 5;

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
            curves.add(curve(log.client(), "", LineStyle.DASHED, service));
            curves.add(curve(log.client(), log.client().label(), LineStyle.SOLID, response));
            rows.add(row(log.client() + ", response", response));
            rows.add(row(log.client() + ", service", service));
        }
        double[] times = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.ys()))
                .toArray();
        Chart chart = new Chart(
                id,
                "Percentiles of response and service time",
                "For each share of the exchanges, the time within which they were done; lower is faster. Each step to the"
                        + " right leaves out fewer of the slowest.",
                Axis.nines(
                        "% of exchanges were done within the time",
                        Math.max(1, Math.min(MOST_NINES, Math.log10((double) most)))),
                Axis.logarithmic("time", times, Units::time),
                curves);
        return Figure.of(
                chart,
                true,
                "Solid: response time. Dashed: service time. Where only one line is seen, they are the same.",
                new DataTable(
                        "Percentiles of response and service time",
                        List.of("Client, time", "50 %", "90 %", "99 %", "99.9 %", "99.99 %", "max"),
                        rows));
    }

    private static Curve curve(Client client, String name, LineStyle line, Distribution times) {
        List<Curve.Point> points = new ArrayList<>();
        double nines = Math.log10((double) Math.max(1, times.count()));
        double shown = Math.min(MOST_NINES, nines);
        for (int i = 0; i < shown * DENSITY; i++) {
            double x = Math.pow(10, (double) i / DENSITY);
            boolean named = line == LineStyle.SOLID && i > 0 && i % DENSITY == 0;
            points.add(point(client, x, times.quantile(1 - 1 / x), named));
        }
        // All but one of n exchanges are at 1 − 1 / n, and there the slowest one stands.
        long last = nines > shown ? times.quantile(1 - Math.pow(10, -shown)) : times.max();
        points.add(point(client, Math.pow(10, shown), last, false));
        return new Curve(name, Ink.of(client), line, points);
    }

    private static Curve.Point point(Client client, double x, long nanos, boolean named) {
        String title =
                named ? client + ": " + Units.share(1 - 1 / x) + " responded within " + Units.time((double) nanos) : "";
        return new Curve.Point(x, nanos > 0 ? (double) nanos : Double.NaN, title);
    }

    private static DataTable.Row row(String heading, Distribution times) {
        List<String> cells = new ArrayList<>();
        for (double q : new double[] {0.5, 0.9, 0.99, 0.999, 0.9999, 1}) {
            cells.add(Units.time((double) times.quantile(q)));
        }
        return new DataTable.Row(heading, cells);
    }
}

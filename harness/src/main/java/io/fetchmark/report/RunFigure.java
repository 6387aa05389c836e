package io.fetchmark.report;

import io.fetchmark.measure.Interval;
import io.fetchmark.measure.Units;
import io.fetchmark.plan.Load;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The charts of what happened when: throughput and response time over the run. */
final class RunFigure {

    /** A figure of an interval, and how it is drawn and said. */
    private record Reading(
            String name, LineStyle line, ToDoubleFunction<Interval> value, DoubleFunction<String> words) {}

    private static final Reading RATE = new Reading("", LineStyle.SOLID, RunFigure::rate, Units::rate);
    private static final Reading P99 =
            new Reading(" p99", LineStyle.SOLID, interval -> quantile(interval, 0.99), Units::time);
    private static final Reading P50 =
            new Reading(" p50", LineStyle.DOTTED, interval -> quantile(interval, 0.5), Units::time);
    /** As many markers as a curve has at most. */
    private static final int MOST_MARKERS = 12;

    private final List<ClientLog> logs;

    private RunFigure(List<ClientLog> logs) {
        this.logs = logs;
    }

    /**
     * Draws the throughput of all clients of a scenario, and in an open load what was offered.
     *
     * @param id starts the ids of the chart
     * @param logs at least one
     */
    static Figure throughput(String id, List<ClientLog> logs, Load load) {
        RunFigure run = new RunFigure(logs);
        List<Curve> curves = new ArrayList<>(run.curves(RATE));
        String key = "";
        if (load instanceof Load.Open open) {
            curves.add(run.offered(open));
            key = "Dashed: offered, " + Units.rate(open.arrivalRate()) + ".";
        }
        Chart chart = new Chart(
                id,
                "Throughput over the run",
                "Exchanges that ended, failed ones too, in each stretch of the run; higher is faster. A dent is a stall of"
                        + " the target or of this machine.",
                run.seconds(),
                Axis.linear("exchanges a second", ys(curves), RunFigure::count),
                curves);
        return Figure.of(chart, false, key, run.data("Exchanges a second over the run", RATE));
    }

    /**
     * Draws the response time of all clients of a scenario.
     *
     * @param id starts the ids of the chart
     * @param logs at least one
     */
    static Figure responseTime(String id, List<ClientLog> logs) {
        RunFigure run = new RunFigure(logs);
        List<Curve> curves = run.curves(P50, P99);
        Chart chart = new Chart(
                id,
                "Response time over the run",
                "Median and 99th percentile of each stretch of the run; lower is faster.",
                run.seconds(),
                Axis.logarithmic("response time", ys(curves), Units::time),
                curves);
        return Figure.of(chart, false, "Solid: p99. Dotted: p50.", run.data("Response time over the run", P50, P99));
    }

    private List<Curve> curves(Reading... readings) {
        List<Curve> curves = new ArrayList<>();
        for (ClientLog log : logs) {
            for (Reading reading : readings) {
                String name = reading.line() == LineStyle.SOLID ? log.client().label() : "";
                curves.add(new Curve(name, Ink.of(log.client()), reading.line(), points(log, reading)));
            }
        }
        return curves;
    }

    private static List<Curve.Point> points(ClientLog log, Reading reading) {
        List<Interval> intervals = log.overTheRun();
        int each = (intervals.size() + MOST_MARKERS - 1) / MOST_MARKERS;
        List<Curve.Point> points = new ArrayList<>();
        for (int i = 0; i < intervals.size(); i++) {
            Interval interval = intervals.get(i);
            double value = reading.value().applyAsDouble(interval);
            String title = log.client() + reading.name() + ", " + stretch(interval) + ": "
                    + reading.words().apply(value);
            boolean marked = i % each == each / 2 && reading.line() == LineStyle.SOLID;
            double middle = (interval.startSeconds() + interval.endSeconds()) / 2;
            points.add(new Curve.Point(middle, value, marked ? title : ""));
        }
        return points;
    }

    private Curve offered(Load.Open load) {
        double end = DoubleStream.of(ends()).max().orElse(0);
        return new Curve(
                "offered",
                Ink.BLACK,
                LineStyle.DASHED,
                List.of(new Curve.Point(0, load.arrivalRate(), ""), new Curve.Point(end, load.arrivalRate(), "")));
    }

    private Axis seconds() {
        return Axis.linear("seconds since measuring began", ends(), Units::factor);
    }

    private double[] ends() {
        return logs.stream()
                .flatMap(log -> log.response().stream())
                .mapToDouble(Interval::endSeconds)
                .toArray();
    }

    private DataTable data(String caption, Reading... readings) {
        List<String> columns = new ArrayList<>(List.of("Seconds"));
        List<List<Interval>> runs = new ArrayList<>();
        for (ClientLog log : logs) {
            runs.add(log.overTheRun());
            for (Reading reading : readings) {
                columns.add(log.client() + reading.name());
            }
        }
        List<Interval> longest =
                runs.stream().max(Comparator.comparingInt(List::size)).orElseThrow();
        List<DataTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < longest.size(); i++) {
            List<String> cells = new ArrayList<>();
            for (List<Interval> run : runs) {
                for (Reading reading : readings) {
                    cells.add(i < run.size() ? words(reading, run.get(i)) : "–");
                }
            }
            rows.add(new DataTable.Row(stretch(longest.get(i)), cells));
        }
        return new DataTable(caption, columns, rows);
    }

    private static String words(Reading reading, Interval interval) {
        double value = reading.value().applyAsDouble(interval);
        return Double.isFinite(value) ? reading.words().apply(value) : "–";
    }

    private static String stretch(Interval interval) {
        return Stretches.words(interval.startSeconds(), interval.endSeconds());
    }

    private static String count(double number) {
        return Units.count(Math.round(number));
    }

    private static double rate(Interval interval) {
        return (double) interval.times().count() / (interval.endSeconds() - interval.startSeconds());
    }

    private static double quantile(Interval interval, double q) {
        double nanos = (double) interval.times().quantile(q);
        return nanos > 0 ? nanos : Double.NaN;
    }

    private static double[] ys(List<Curve> curves) {
        return curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.ys()))
                .toArray();
    }
}

package io.fetchmark.report;

import io.fetchmark.measure.Interval;
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

    /** As many markers as a curve has at most. */
    private static final int MOST_MARKERS = 12;

    private final List<ClientLog> logs;
    private final Language language;

    private RunFigure(List<ClientLog> logs, Language language) {
        this.logs = logs;
        this.language = language;
    }

    /**
     * Draws the throughput of all clients of a scenario, and in an open load what was offered.
     *
     * @param id starts the ids of the chart
     * @param logs at least one
     */
    static Figure throughput(String id, List<ClientLog> logs, Load load, Language language) {
        RunFigure run = new RunFigure(logs, language);
        Reading rate = new Reading("", LineStyle.SOLID, RunFigure::rate, language::rate);
        List<Curve> curves = new ArrayList<>(run.curves(rate));
        String key = "";
        if (load instanceof Load.Open open) {
            curves.add(run.offered(open));
            key = language.say("throughput-key", language.rate(open.arrivalRate()));
        }
        Chart chart = new Chart(
                id,
                language.say("throughput-title"),
                language.say("throughput-description"),
                run.seconds(),
                Axis.linear(language.say("throughput-axis"), ys(curves), number -> language.count(Math.round(number))),
                curves);
        return Figure.of(chart, false, key, run.data(language.say("throughput-caption"), rate));
    }

    /**
     * Draws the response time of all clients of a scenario.
     *
     * @param id starts the ids of the chart
     * @param logs at least one
     */
    static Figure responseTime(String id, List<ClientLog> logs, Language language) {
        RunFigure run = new RunFigure(logs, language);
        Reading p50 = new Reading(" p50", LineStyle.DOTTED, interval -> quantile(interval, 0.5), language::time);
        Reading p99 = new Reading(" p99", LineStyle.SOLID, interval -> quantile(interval, 0.99), language::time);
        List<Curve> curves = run.curves(p50, p99);
        Chart chart = new Chart(
                id,
                language.say("response-title"),
                language.say("response-description"),
                run.seconds(),
                Axis.logarithmic(language.say("axis-response-time"), ys(curves), language::time),
                curves);
        List<Ribbon> ribbons = new ArrayList<>();
        for (int i = 0; i < curves.size(); i += 2) {
            ribbons.add(Ribbon.between(curves.get(i), curves.get(i + 1)));
        }
        return Figure.of(
                chart.with(ribbons),
                false,
                language.say("response-key"),
                run.data(language.say("response-title"), p50, p99));
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

    private List<Curve.Point> points(ClientLog log, Reading reading) {
        List<Interval> intervals = log.overTheRun();
        int each = (intervals.size() + MOST_MARKERS - 1) / MOST_MARKERS;
        List<Curve.Point> points = new ArrayList<>();
        for (int i = 0; i < intervals.size(); i++) {
            Interval interval = intervals.get(i);
            double value = reading.value().applyAsDouble(interval);
            String title = language.say(
                    "run-point",
                    log.client() + reading.name(),
                    stretch(interval),
                    reading.words().apply(value));
            boolean marked = i % each == each / 2 && reading.line() == LineStyle.SOLID;
            double middle = (interval.startSeconds() + interval.endSeconds()) / 2;
            points.add(new Curve.Point(middle, value, marked ? title : ""));
        }
        return points;
    }

    private Curve offered(Load.Open load) {
        double end = DoubleStream.of(ends()).max().orElse(0);
        return new Curve(
                language.say("throughput-offered"),
                Ink.BLACK,
                LineStyle.DASHED,
                List.of(new Curve.Point(0, load.arrivalRate(), ""), new Curve.Point(end, load.arrivalRate(), "")));
    }

    private Axis seconds() {
        return Axis.linear(language.say("axis-seconds"), ends(), language::factor);
    }

    private double[] ends() {
        return logs.stream()
                .flatMap(log -> log.response().stream())
                .mapToDouble(Interval::endSeconds)
                .toArray();
    }

    private DataTable data(String caption, Reading... readings) {
        List<String> columns = new ArrayList<>(List.of(language.say("seconds")));
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

    private String stretch(Interval interval) {
        return Stretches.words(interval.startSeconds(), interval.endSeconds(), language);
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

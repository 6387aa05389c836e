package io.fetchmark.report;

import io.fetchmark.history.Build;
import io.fetchmark.history.BuildFigures;
import io.fetchmark.history.Trend;
import io.fetchmark.measure.Units;
import io.fetchmark.plan.Client;
import io.fetchmark.verdict.FindingMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The charts of a scenario from build to build, a line for each client; a dotted line marks the build that the report is
 * about. A build that lacks a figure is passed over.
 */
final class TrendFigure {

    /** As many markers as a curve has at most. */
    private static final int MOST_MARKERS = 10;
    /** Less would make much of nothing: one percent to each side. */
    private static final double LEAST_CHANGE = 0.01;

    private final String id;
    private final TrendAxis builds;
    private final Map<Client, List<Trend.Point>> lines = new LinkedHashMap<>();

    private TrendFigure(String id, Trend trend) {
        this.id = id;
        this.builds = TrendAxis.of(trend);
        trend.clients().forEach(client -> lines.put(client, trend.of(client)));
    }

    /**
     * Draws what at least two builds have.
     *
     * @param id starts the ids of the charts
     * @param trend of at least one earlier build
     */
    static List<Figure> of(String id, Trend trend) {
        TrendFigure figure = new TrendFigure(id, trend);
        List<Figure> figures = new ArrayList<>();
        figure.responseTime().ifPresent(figures::add);
        figure.throughput().ifPresent(figures::add);
        figure.cpu().ifPresent(figures::add);
        trend.now().results().stream()
                .filter(one -> one.scenario().equals(trend.scenario()))
                .flatMap(one -> one.ratios().stream())
                .map(ratio -> ratio.metric())
                .distinct()
                .sorted()
                .forEach(metric -> figure.change(metric).ifPresent(figures::add));
        return figures;
    }

    private Optional<Figure> responseTime() {
        return draw(
                "response",
                "Response time from build to build",
                "Median and 99th percentile of each build; lower is faster.",
                "Solid: p99. Dotted: p50.",
                values -> Axis.logarithmic("response time", values, Units::time),
                TrendReading.P50,
                TrendReading.P99);
    }

    private Optional<Figure> throughput() {
        return draw(
                "throughput",
                "Throughput from build to build",
                "Successful exchanges a second of each build; higher is faster.",
                "",
                values -> Axis.linear("exchanges a second", values, value -> Units.count(Math.round(value))),
                TrendReading.THROUGHPUT);
    }

    private Optional<Figure> cpu() {
        return draw(
                "cpu",
                "CPU per request from build to build",
                "CPU time of the target for each exchange of each build; lower is cheaper.",
                "",
                values -> Axis.linear("CPU time of the target", values, Units::time),
                TrendReading.CPU);
    }

    private Optional<Figure> change(FindingMetric metric) {
        return draw(
                "change-" + metric,
                metric + " against the baseline from build to build",
                "How much the target differed from the baseline of the same build, which was measured beside it; "
                        + (metric == FindingMetric.THROUGHPUT ? "lower is worse." : "higher is worse."),
                "",
                TrendFigure::axisOfChange,
                TrendReading.change(metric));
    }

    private static Axis axisOfChange(double[] values) {
        double low = Math.min(-LEAST_CHANGE, DoubleStream.of(values).min().orElse(0));
        double high = Math.max(LEAST_CHANGE, DoubleStream.of(values).max().orElse(0));
        double margin = (high - low) / 10;
        return Axis.between("change from the baseline", low - margin, high + margin, Percent::label);
    }

    private Optional<Figure> draw(
            String name,
            String title,
            String description,
            String key,
            Function<double[], Axis> axis,
            TrendReading... readings) {
        List<Curve> curves = new ArrayList<>();
        lines.forEach((client, line) -> {
            for (TrendReading reading : readings) {
                List<Curve.Point> points = points(client, line, reading);
                if (!points.isEmpty()) {
                    String label = reading.line() == LineStyle.SOLID ? client.label() : "";
                    curves.add(new Curve(label, Ink.of(client), reading.line(), points));
                }
            }
        });
        if (curves.stream().allMatch(curve -> curve.points().size() < 2)) {
            return Optional.empty();
        }
        double[] values = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.ys()))
                .toArray();
        Axis y = axis.apply(values);
        Chart chart = new Chart(
                id + "-" + name,
                title,
                description + " The dotted upright is this build.",
                builds.axis(),
                y,
                Stream.concat(Stream.of(upright(y)), curves.stream()).toList());
        return Optional.of(Figure.of(chart, false, key, new TrendTable(builds, lines).of(title, readings)));
    }

    private Curve upright(Axis y) {
        return new Curve(
                "",
                Ink.BLACK,
                LineStyle.DOTTED,
                List.of(new Curve.Point(builds.last(), y.min(), ""), new Curve.Point(builds.last(), y.max(), "")));
    }

    private List<Curve.Point> points(Client client, List<Trend.Point> line, TrendReading reading) {
        int every = (line.size() + MOST_MARKERS - 1) / MOST_MARKERS;
        List<Curve.Point> points = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Build build = line.get(i).build();
            BuildFigures figures = line.get(i).figures();
            boolean marked = reading.line() == LineStyle.SOLID && (line.size() - 1 - i) % every == 0;
            String title = client + reading.name() + ", " + builds.words(build) + ": "
                    + reading.words().apply(figures);
            reading.value()
                    .apply(figures)
                    .ifPresent(
                            value -> points.add(new Curve.Point(builds.position(build), value, marked ? title : "")));
        }
        return points;
    }
}

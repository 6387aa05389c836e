package io.fetchmark.report;

import io.fetchmark.history.Build;
import io.fetchmark.history.BuildFigures;
import io.fetchmark.history.Trend;
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
    private final Language language;
    private final Map<Client, List<Trend.Point>> lines = new LinkedHashMap<>();

    private TrendFigure(String id, Trend trend, Language language) {
        this.id = id;
        this.language = language;
        this.builds = TrendAxis.of(trend, language);
        trend.clients().forEach(client -> lines.put(client, trend.of(client)));
    }

    /**
     * Draws what at least two builds have.
     *
     * @param id starts the ids of the charts
     * @param trend of at least one earlier build
     */
    static List<Figure> of(String id, Trend trend, Language language) {
        TrendFigure figure = new TrendFigure(id, trend, language);
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
                language.say("trend-response-title"),
                language.say("trend-response-description"),
                language.say("response-key"),
                values -> Axis.logarithmic(language.say("axis-response-time"), values, language::time),
                TrendReading.p50(language),
                TrendReading.p99(language));
    }

    private Optional<Figure> throughput() {
        return draw(
                "throughput",
                language.say("trend-throughput-title"),
                language.say("trend-throughput-description"),
                "",
                values -> Axis.linear(
                        language.say("throughput-axis"), values, value -> language.count(Math.round(value))),
                TrendReading.throughput(language));
    }

    private Optional<Figure> cpu() {
        return draw(
                "cpu",
                language.say("trend-cpu-title"),
                language.say("trend-cpu-description"),
                "",
                values -> Axis.linear(language.say("trend-cpu-axis"), values, language::time),
                TrendReading.cpu(language));
    }

    private Optional<Figure> change(FindingMetric metric) {
        return draw(
                "change-" + metric,
                language.say("trend-change-title", metric),
                language.say(metric == FindingMetric.THROUGHPUT ? "trend-change-lower" : "trend-change-higher"),
                "",
                this::axisOfChange,
                TrendReading.change(metric, language));
    }

    private Axis axisOfChange(double[] values) {
        double low = Math.min(-LEAST_CHANGE, DoubleStream.of(values).min().orElse(0));
        double high = Math.max(LEAST_CHANGE, DoubleStream.of(values).max().orElse(0));
        double margin = (high - low) / 10;
        return Axis.between(
                language.say("pairs-axis-change"),
                low - margin,
                high + margin,
                change -> language.figure(Percent.label(change)));
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
                description + " " + language.say("trend-upright"),
                builds.axis(),
                y,
                Stream.concat(Stream.of(upright(y)), curves.stream()).toList());
        return Optional.of(Figure.of(chart, false, key, new TrendTable(builds, lines, language).of(title, readings)));
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
            String title = language.say(
                    "run-point",
                    client + reading.name(),
                    builds.words(build),
                    reading.words().apply(figures));
            reading.value()
                    .apply(figures)
                    .ifPresent(
                            value -> points.add(new Curve.Point(builds.position(build), value, marked ? title : "")));
        }
        return points;
    }
}

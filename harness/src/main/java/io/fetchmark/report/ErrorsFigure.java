package io.fetchmark.report;

import io.fetchmark.measure.Outcome;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.SliceSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** The chart of when exchanges failed and arrivals were dropped; there is none where all went well. */
final class ErrorsFigure {

    /** What is counted, how a point of it is said, and how it is drawn. */
    private record Count(String point, LineStyle line, Function<SliceSummary, OptionalLong> number) {

        double perSecond(List<SliceSummary> stretch) {
            return stretch.stream()
                            .mapToLong(slice -> number.apply(slice).orElse(0))
                            .sum()
                    / Stretches.seconds(stretch);
        }
    }

    private static final List<Count> COUNTS = List.of(
            new Count("errors-failed", LineStyle.SOLID, SliceSummary::failed),
            new Count("errors-dropped", LineStyle.DASHED, SliceSummary::dropped));

    /** Fewer points are no course. */
    private static final int LEAST_STRETCHES = 3;

    private ErrorsFigure() {}

    /**
     * Draws the errors of those clients of a scenario that had any; empty if none had, or where the files do not say when.
     *
     * @param id starts the ids of the chart
     */
    static Optional<Figure> of(String id, List<ScenarioResult> results, Language language) {
        List<ScenarioResult> failing = results.stream()
                .filter(result -> result.failed() + result.dropped() > 0)
                .filter(result -> saysWhen(result.slices().orElse(List.of())))
                .toList();
        return failing.isEmpty() ? Optional.empty() : Optional.of(draw(id, failing, language));
    }

    private static boolean saysWhen(List<SliceSummary> slices) {
        return slices.stream().allMatch(slice -> slice.failed().isPresent())
                && Stretches.of(slices).size() >= LEAST_STRETCHES;
    }

    private static Figure draw(String id, List<ScenarioResult> failing, Language language) {
        List<Curve> curves = new ArrayList<>();
        List<DataTable.Row> rows = new ArrayList<>();
        for (ScenarioResult result : failing) {
            for (Count count : COUNTS) {
                if (count.line() == LineStyle.SOLID || result.dropped() > 0) {
                    curves.add(curve(result, count, language));
                }
            }
            rows.add(row(result, language));
        }
        double[] ends = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.xs()))
                .toArray();
        double[] most = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.ys()))
                .toArray();
        Chart chart = new Chart(
                id,
                language.say("errors-title"),
                language.say("errors-description"),
                Axis.linear(language.say("axis-seconds"), ends, language::factor),
                Axis.linear(language.say("errors-axis"), most, language::factor),
                curves);
        boolean dropped = failing.stream().anyMatch(result -> result.dropped() > 0);
        String key = dropped ? language.say("errors-key") : "";
        return Figure.of(chart, false, key, new DataTable(language.say("errors-caption"), columns(language), rows));
    }

    private static Curve curve(ScenarioResult result, Count count, Language language) {
        List<Curve.Point> points = new ArrayList<>();
        for (List<SliceSummary> stretch : Stretches.of(result.slices().orElse(List.of()))) {
            double start = stretch.get(0).startSeconds();
            double end = stretch.get(stretch.size() - 1).endSeconds();
            double perSecond = count.perSecond(stretch);
            String title = language.say(
                    count.point(), result.client(), Stretches.words(start, end, language), language.rate(perSecond));
            points.add(new Curve.Point((start + end) / 2, perSecond, perSecond > 0 ? title : ""));
        }
        String name = count.line() == LineStyle.SOLID ? result.client().label() : "";
        return new Curve(name, Ink.of(result.client()), count.line(), points);
    }

    private static List<String> columns(Language language) {
        List<String> columns = new ArrayList<>(List.of(language.say("client")));
        Outcome.ERRORS.forEach(kind -> columns.add(kind.toString()));
        columns.add(language.say("errors-column-dropped"));
        return columns;
    }

    private static DataTable.Row row(ScenarioResult result, Language language) {
        LongStream kinds =
                Outcome.ERRORS.stream().mapToLong(kind -> result.errors().get(kind));
        return new DataTable.Row(
                result.client().label(),
                LongStream.concat(kinds, LongStream.of(result.dropped()))
                        .mapToObj(language::count)
                        .toList());
    }
}

package io.fetchmark.report;

import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Units;
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

    /** What is counted, and how it is drawn. */
    private record Count(String name, LineStyle line, Function<SliceSummary, OptionalLong> number) {

        double perSecond(List<SliceSummary> stretch) {
            return stretch.stream()
                            .mapToLong(slice -> number.apply(slice).orElse(0))
                            .sum()
                    / Stretches.seconds(stretch);
        }
    }

    private static final List<Count> COUNTS = List.of(
            new Count("failed", LineStyle.SOLID, SliceSummary::failed),
            new Count("dropped", LineStyle.DASHED, SliceSummary::dropped));

    /** Fewer points are no course. */
    private static final int LEAST_STRETCHES = 3;

    private ErrorsFigure() {}

    /**
     * Draws the errors of those clients of a scenario that had any; empty if none had, or where the files do not say when.
     *
     * @param id starts the ids of the chart
     */
    static Optional<Figure> of(String id, List<ScenarioResult> results) {
        List<ScenarioResult> failing = results.stream()
                .filter(result -> result.failed() + result.dropped() > 0)
                .filter(result -> saysWhen(result.slices().orElse(List.of())))
                .toList();
        return failing.isEmpty() ? Optional.empty() : Optional.of(draw(id, failing));
    }

    private static boolean saysWhen(List<SliceSummary> slices) {
        return slices.stream().allMatch(slice -> slice.failed().isPresent())
                && Stretches.of(slices).size() >= LEAST_STRETCHES;
    }

    private static Figure draw(String id, List<ScenarioResult> failing) {
        List<Curve> curves = new ArrayList<>();
        List<DataTable.Row> rows = new ArrayList<>();
        for (ScenarioResult result : failing) {
            for (Count count : COUNTS) {
                if (count.line() == LineStyle.SOLID || result.dropped() > 0) {
                    curves.add(curve(result, count));
                }
            }
            rows.add(row(result));
        }
        double[] ends = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.xs()))
                .toArray();
        double[] most = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.ys()))
                .toArray();
        Chart chart = new Chart(
                id,
                "Errors over the run",
                "Exchanges that failed, and arrivals that were never started, in each stretch of the run; 0 is what it should"
                        + " be.",
                Axis.linear("seconds since measuring began", ends, Units::factor),
                Axis.linear("errors a second", most, Units::factor),
                curves);
        boolean dropped = failing.stream().anyMatch(result -> result.dropped() > 0);
        String key = dropped ? "Solid: failed exchanges. Dashed: dropped arrivals." : "";
        return Figure.of(chart, false, key, new DataTable("Errors by kind", columns(), rows));
    }

    private static Curve curve(ScenarioResult result, Count count) {
        List<Curve.Point> points = new ArrayList<>();
        for (List<SliceSummary> stretch : Stretches.of(result.slices().orElse(List.of()))) {
            double start = stretch.get(0).startSeconds();
            double end = stretch.get(stretch.size() - 1).endSeconds();
            double perSecond = count.perSecond(stretch);
            String title = result.client() + " " + count.name() + ", " + Stretches.words(start, end) + ": "
                    + Units.rate(perSecond);
            points.add(new Curve.Point((start + end) / 2, perSecond, perSecond > 0 ? title : ""));
        }
        String name = count.line() == LineStyle.SOLID ? result.client().label() : "";
        return new Curve(name, Ink.of(result.client()), count.line(), points);
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("Client"));
        Outcome.ERRORS.forEach(kind -> columns.add(kind.toString()));
        columns.add("dropped");
        return columns;
    }

    private static DataTable.Row row(ScenarioResult result) {
        LongStream kinds =
                Outcome.ERRORS.stream().mapToLong(kind -> result.errors().get(kind));
        return new DataTable.Row(
                result.client().label(),
                LongStream.concat(kinds, LongStream.of(result.dropped()))
                        .mapToObj(Units::count)
                        .toList());
    }
}

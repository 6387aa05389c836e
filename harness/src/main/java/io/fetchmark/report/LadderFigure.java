package io.fetchmark.report;

import io.fetchmark.measure.Units;
import io.fetchmark.result.LadderStep;
import io.fetchmark.result.ScenarioResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** The chart of a ladder: the time until all fetches are back against their number, both axes logarithmic. */
final class LadderFigure {

    private LadderFigure() {}

    /**
     * Draws the results of a ladder.
     *
     * @param id starts the ids of the chart
     * @return nothing if no step was climbed
     */
    static Optional<Figure> of(String id, List<ScenarioResult> results) {
        double[] fetches = results.stream()
                .flatMap(result -> result.steps().stream())
                .mapToDouble(LadderStep::fetches)
                .sorted()
                .distinct()
                .toArray();
        if (fetches.length == 0) {
            return Optional.empty();
        }
        List<Curve> curves = results.stream().map(LadderFigure::curve).toList();
        double[] times = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.ys()))
                .toArray();
        Chart chart = new Chart(
                id,
                "Total time against number of fetches",
                "One line for each client, lower is faster. Both axes are logarithmic: where a line climbs like the"
                        + " diagonal, twice the fetches take twice the time; where it is flat, they take no longer.",
                Axis.stepped("fetches at once", fetches, LadderFigure::count),
                Axis.logarithmic("time until the last is back", times, Units::time),
                curves);
        return Optional.of(Figure.of(chart, true, "", data(fetches, results)));
    }

    private static Curve curve(ScenarioResult result) {
        List<Curve.Point> points = result.steps().stream()
                .map(step -> new Curve.Point(
                        step.fetches(),
                        step.seconds() > 0 ? step.seconds() * 1e9 : Double.NaN,
                        result.client() + ": " + Units.count(step.fetches())
                                + (step.fetches() == 1 ? " fetch in " : " fetches in ")
                                + Units.seconds(step.seconds())))
                .sorted(Comparator.comparingDouble(Curve.Point::x))
                .toList();
        return new Curve(result.client().label(), Ink.of(result.client()), LineStyle.SOLID, points);
    }

    private static DataTable data(double[] fetches, List<ScenarioResult> results) {
        List<String> columns = new ArrayList<>(List.of("Fetches"));
        results.forEach(result -> columns.add(result.client().label()));
        List<DataTable.Row> rows = new ArrayList<>();
        for (double number : fetches) {
            List<String> cells =
                    results.stream().map(result -> time(result, number)).toList();
            rows.add(new DataTable.Row(count(number), cells));
        }
        return new DataTable("Time until the last fetch is back", columns, rows);
    }

    private static String count(double number) {
        return Units.count(Math.round(number));
    }

    private static String time(ScenarioResult result, double fetches) {
        return result.steps().stream()
                .filter(step -> step.fetches() == fetches)
                .map(step -> Units.seconds(step.seconds()))
                .reduce((first, second) -> first + ", " + second)
                .orElse("–");
    }
}

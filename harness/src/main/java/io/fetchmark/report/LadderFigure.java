package io.fetchmark.report;

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
    static Optional<Figure> of(String id, List<ScenarioResult> results, Language language) {
        double[] fetches = results.stream()
                .flatMap(result -> result.steps().stream())
                .mapToDouble(LadderStep::fetches)
                .sorted()
                .distinct()
                .toArray();
        if (fetches.length == 0) {
            return Optional.empty();
        }
        List<Curve> curves =
                results.stream().map(result -> curve(result, language)).toList();
        double[] times = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.ys()))
                .toArray();
        Chart chart = new Chart(
                id,
                language.say("ladder-title"),
                language.say("ladder-description"),
                Axis.stepped(language.say("ladder-axis-fetches"), fetches, number -> count(number, language)),
                Axis.logarithmic(language.say("ladder-axis-time"), times, language::time),
                curves);
        return Optional.of(Figure.of(chart, true, "", data(fetches, results, language)));
    }

    private static Curve curve(ScenarioResult result, Language language) {
        List<Curve.Point> points = result.steps().stream()
                .map(step -> new Curve.Point(
                        step.fetches(),
                        step.seconds() > 0 ? step.seconds() * 1e9 : Double.NaN,
                        language.say(
                                "ladder-point", result.client(), step.fetches(), language.seconds(step.seconds()))))
                .sorted(Comparator.comparingDouble(Curve.Point::x))
                .toList();
        return new Curve(result.client().label(), Ink.of(result.client()), LineStyle.SOLID, points);
    }

    private static DataTable data(double[] fetches, List<ScenarioResult> results, Language language) {
        List<String> columns = new ArrayList<>(List.of(language.say("ladder-fetches")));
        results.forEach(result -> columns.add(result.client().label()));
        List<DataTable.Row> rows = new ArrayList<>();
        for (double number : fetches) {
            List<String> cells = results.stream()
                    .map(result -> time(result, number, language))
                    .toList();
            rows.add(new DataTable.Row(count(number, language), cells));
        }
        return new DataTable(language.say("ladder-caption"), columns, rows);
    }

    private static String count(double number, Language language) {
        return language.count(Math.round(number));
    }

    private static String time(ScenarioResult result, double fetches, Language language) {
        return result.steps().stream()
                .filter(step -> step.fetches() == fetches)
                .map(step -> language.seconds(step.seconds()))
                .reduce((first, second) -> first + ", " + second)
                .orElse("–");
    }
}

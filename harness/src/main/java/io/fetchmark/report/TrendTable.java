package io.fetchmark.report;

import io.fetchmark.history.Build;
import io.fetchmark.history.BuildFigures;
import io.fetchmark.history.Trend;
import io.fetchmark.plan.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures behind the charts of a trend.
 *
 * @param lines what each client measured in those builds
 */
record TrendTable(TrendAxis builds, Map<Client, List<Trend.Point>> lines, Language language) {

    DataTable of(String caption, TrendReading... readings) {
        List<String> columns = new ArrayList<>(List.of(language.say("trend-build"), "Commit", language.say("verdict")));
        for (Client client : lines.keySet()) {
            for (TrendReading reading : readings) {
                columns.add(client + reading.name());
            }
        }
        return new DataTable(
                caption,
                columns,
                builds.builds().stream().map(build -> row(build, readings)).toList());
    }

    private DataTable.Row row(Build build, TrendReading... readings) {
        List<String> cells = new ArrayList<>();
        cells.add(TrendAxis.commit(build));
        cells.add(build.verdict().map(kind -> FindingView.words(kind, language)).orElse("–"));
        for (List<Trend.Point> line : lines.values()) {
            Optional<BuildFigures> figures = line.stream()
                    .filter(point -> point.build().equals(build))
                    .map(Trend.Point::figures)
                    .findFirst();
            for (TrendReading reading : readings) {
                cells.add(figures.map(reading.words()).orElse("–"));
            }
        }
        return new DataTable.Row(builds.words(build), cells);
    }
}

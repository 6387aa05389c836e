package io.fetchmark.export;

import io.fetchmark.history.BuildFigures;
import io.fetchmark.history.Trend;
import io.fetchmark.result.FileNames;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of Apache Otava: a table for each scenario and client, with a line for each build that can be compared with
 * the last one, and the configuration that names them. A table has a column {@code time}, a column {@code commit}, and a
 * column for each metric; Otava refuses a cell of a metric that is no number, so a build that lacks one is left out.
 *
 * @see <a href="https://github.com/apache/otava/blob/master/docs/CSV.md">Importing results from CSV</a>
 */
final class OtavaFiles {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xx", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String GROUP = "fetchmark";

    private final Subject subject;

    OtavaFiles(Subject subject) {
        this.subject = subject;
    }

    /** The content of each file by its name. */
    Map<String, String> contents() {
        Map<String, String> contents = new LinkedHashMap<>();
        StringBuilder tests = new StringBuilder("tests:\n");
        StringBuilder group = new StringBuilder("test_groups:\n  " + GROUP + ":\n");
        for (BuildFigures figures : subject.sound()) {
            String file =
                    FileNames.otavaCsv(figures.scenario(), figures.client().label());
            List<ExportedFigure> metrics = ExportedFigure.of(figures);
            contents.put(file, table(figures, names(metrics)));
            tests.append(test(subject.name(figures), file, metrics));
            group.append("    - ").append(quoted(subject.name(figures))).append('\n');
        }
        contents.put(FileNames.OTAVA_CONFIG, tests.append(group).toString());
        return contents;
    }

    private String table(BuildFigures figures, List<String> columns) {
        Stream<String> head = Stream.of("time,commit," + String.join(",", columns));
        Stream<String> lines =
                Trend.of(subject.history(), subject.build(), figures.scenario()).of(figures.client()).stream()
                        .filter(point ->
                                names(ExportedFigure.of(point.figures())).containsAll(columns))
                        .map(point -> line(point, columns));
        return Stream.concat(head, lines).map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String line(Trend.Point point, List<String> columns) {
        String values = ExportedFigure.of(point.figures()).stream()
                .filter(figure -> columns.contains(figure.name()))
                .map(figure -> number(figure.value()))
                .collect(Collectors.joining(","));
        return TIME.format(point.build().start()) + ","
                + point.build().gitCommit().orElse("") + "," + values;
    }

    private static String test(String name, String file, List<ExportedFigure> metrics) {
        return "  " + quoted(name) + ":\n    type: csv\n    file: " + quoted(file)
                + "\n    time_column: time\n    attributes: [commit]\n    metrics:\n"
                + metrics.stream()
                        .map(metric ->
                                "      " + metric.name() + ": {direction: " + (metric.moreIsBetter() ? 1 : -1) + "}\n")
                        .collect(Collectors.joining());
    }

    private static List<String> names(List<ExportedFigure> figures) {
        return figures.stream().map(ExportedFigure::name).toList();
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A scalar of YAML. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

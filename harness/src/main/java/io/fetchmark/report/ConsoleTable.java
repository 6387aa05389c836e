package io.fetchmark.report;

import io.fetchmark.measure.Units;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.Side;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The verdict as a table for a console: a row for each client of each scenario, then the changes from the baseline, then in
 * words the answer of each ladder, what is not a pass, and what else a reader must know. No figure needs more than ASCII, as a console in CI often knows no
 * more. Rows keep to 100 columns; sentences are broken at spaces to do so.
 */
public final class ConsoleTable {

    static final int COLUMNS = 100;

    private static final List<Integer> WIDTHS = List.of(11, 9, 12, 8, 8, 8);
    private static final List<String> CHANGES = List.of("metric", "baseline", "candidate", "change", "95 % interval");
    private static final List<Integer> CHANGE_WIDTHS = List.of(13, 9, 9, 8, 18);
    private static final int CLIENT_WIDTH = 15;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String INDENT = "    ";

    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private ConsoleTable(Paint paint) {
        this.paint = paint;
    }

    /** The lines of the table, without line ends; the last one is the {@link Headline}. */
    public static List<String> lines(RunResult run, Verdict verdict, Paint paint) {
        ConsoleTable table = new ConsoleTable(paint);
        table.rows(Row.of(run, verdict));
        table.changes(ComparisonOutcome.of(run, Optional.of(verdict)));
        LadderAnswer.sentences(run).forEach(answer -> table.lines.addAll(wrap(ascii(answer))));
        table.complaints(verdict);
        table.notes(Cautions.of(run, Language.ENGLISH));
        table.lines.add(paint.paint(verdict.kind(), Headline.of(verdict)));
        return List.copyOf(table.lines);
    }

    private void rows(List<Row> rows) {
        String scenario = "";
        for (Row row : rows) {
            if (!row.scenario().equals(scenario)) {
                scenario = row.scenario();
                lines.add(row.result()
                        .map(one -> row.scenario() + ": " + one.load() + workers(one))
                        .orElse(row.scenario()));
                lines.add(row("client", WIDTHS, Row.FIGURES, "verdict"));
            }
            lines.add(row(
                    row.client().label(),
                    WIDTHS,
                    row.figures(),
                    paint.paint(row.verdict(), row.verdict().name())));
        }
        lines.add("");
    }

    private static String workers(ScenarioResult result) {
        return result.workerCount() == 1 ? "" : ", " + Units.count(result.workerCount()) + " workers";
    }

    private static String row(String client, List<Integer> widths, List<String> figures, String verdict) {
        StringBuilder row = new StringBuilder("  ").append(client);
        row.append(" ".repeat(Math.max(0, CLIENT_WIDTH - client.length())));
        for (int i = 0; i < figures.size(); i++) {
            String figure = ascii(figures.get(i));
            row.append(' ')
                    .append(" ".repeat(Math.max(0, widths.get(i) - figure.length())))
                    .append(figure);
        }
        return row.append("   ").append(verdict).toString();
    }

    /** A row for each change from the baseline, under those of the scenarios. */
    private void changes(List<ComparisonOutcome> outcomes) {
        List<ComparisonOutcome> judged = outcomes.stream()
                .filter(outcome -> !outcome.changes().isEmpty())
                .toList();
        String scenario = "";
        for (ComparisonOutcome outcome : judged) {
            if (!outcome.comparison().scenario().equals(scenario)) {
                scenario = outcome.comparison().scenario();
                lines.add(ascii(scenario) + ": against the baseline");
                lines.add(change("client", CHANGES, "verdict"));
            }
            for (Change change : outcome.changes()) {
                VerdictKind kind = change.finding().verdict();
                String verdict = kind + (change.finding().improved() ? ", better" : "");
                lines.add(change(outcome.comparison().client().label(), figures(change), paint.paint(kind, verdict)));
            }
        }
        if (!judged.isEmpty()) {
            lines.add("");
        }
    }

    private static List<String> figures(Change change) {
        return List.of(
                change.finding().metric().toString(),
                change.typical(Side.BASELINE, Language.ENGLISH),
                change.typical(Side.CANDIDATE, Language.ENGLISH),
                change.words(Language.ENGLISH),
                change.interval(Language.ENGLISH).orElse(""));
    }

    private static String change(String client, List<String> figures, String verdict) {
        String metric = figures.get(0);
        return row(
                client,
                CHANGE_WIDTHS,
                Stream.concat(
                                Stream.of(metric + " ".repeat(Math.max(0, CHANGE_WIDTHS.get(0) - metric.length()))),
                                figures.stream().skip(1))
                        .toList(),
                verdict);
    }

    private void complaints(Verdict verdict) {
        for (Finding finding : verdict.complaints()) {
            String text =
                    finding.verdict() + " " + finding.scenario() + ", " + finding.client() + ": " + finding.reason();
            sentence(finding.verdict(), text);
        }
    }

    private void notes(List<Caution> notes) {
        notes.forEach(note -> sentence(VerdictKind.INCONCLUSIVE, "note: " + note));
    }

    private void sentence(VerdictKind kind, String text) {
        List<String> wrapped = wrap(ascii(text));
        wrapped.forEach(line -> lines.add(paint.paint(kind, line)));
    }

    private static List<String> wrap(String text) {
        List<String> wrapped = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : SPACES.splitAsStream(text).toList()) {
            if (line.length() > INDENT.length() && line.length() + 1 + word.length() > COLUMNS) {
                wrapped.add(line.toString());
                line = new StringBuilder(INDENT);
            } else if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(word);
        }
        wrapped.add(line.toString());
        return wrapped;
    }

    /** Our own figures without signs that a console may not have; foreign texts stay as they are but for control characters. */
    private static String ascii(String text) {
        return text.replace('−', '-').replace('–', '-').replaceAll("\\p{Cntrl}", " ");
    }
}

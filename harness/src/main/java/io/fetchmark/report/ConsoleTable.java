package io.fetchmark.report;

import io.fetchmark.measure.Units;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The verdict as a table for a console: a row for each client of each scenario, then in words the answer of each ladder,
 * what is not a pass, and what else a reader must know. No figure needs more than ASCII, as a console in CI often knows no
 * more. Rows keep to 100 columns; sentences are broken at spaces to do so.
 */
public final class ConsoleTable {

    static final int COLUMNS = 100;

    private static final List<Integer> WIDTHS = List.of(11, 9, 12, 8, 8, 8);
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
        LadderAnswer.sentences(run).forEach(answer -> table.lines.addAll(wrap(ascii(answer))));
        table.complaints(verdict);
        table.notes(Cautions.of(run));
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
                lines.add(row("client", Row.FIGURES, "verdict"));
            }
            lines.add(row(
                    row.client().label(),
                    row.figures(),
                    paint.paint(row.verdict(), row.verdict().name())));
        }
        lines.add("");
    }

    private static String workers(ScenarioResult result) {
        return result.workerCount() == 1 ? "" : ", " + Units.count(result.workerCount()) + " workers";
    }

    private static String row(String client, List<String> figures, String verdict) {
        StringBuilder row = new StringBuilder("  ").append(client);
        row.append(" ".repeat(Math.max(0, CLIENT_WIDTH - client.length())));
        for (int i = 0; i < figures.size(); i++) {
            String figure = ascii(figures.get(i));
            row.append(' ')
                    .append(" ".repeat(Math.max(0, WIDTHS.get(i) - figure.length())))
                    .append(figure);
        }
        return row.append("   ").append(verdict).toString();
    }

    private void complaints(Verdict verdict) {
        for (Finding finding : verdict.complaints()) {
            String text =
                    finding.verdict() + " " + finding.scenario() + ", " + finding.client() + ": " + finding.reason();
            sentence(finding.verdict(), text);
        }
    }

    private void notes(List<String> notes) {
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

    /** Our own figures without the sign for micro; foreign texts stay as they are but for control characters. */
    private static String ascii(String text) {
        return text.replace("µs", "us").replaceAll("\\p{Cntrl}", " ");
    }
}

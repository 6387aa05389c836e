package io.fetchmark.report;

import io.fetchmark.measure.Units;
import io.fetchmark.measure.UnwrittenFileException;
import io.fetchmark.measure.WholeFile;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.FileNames;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.Side;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The verdict, the answer of each ladder and the table of results as Markdown for the summary of a CI job. */
public final class SummaryMarkdown {

    /** GitHub shows nothing at all of a step whose summary is larger than this, in bytes. */
    static final int GITHUB_LIMIT = 1024 * 1024;

    private static final String CUT =
            "\n\nCut here: a summary holds 1 MiB. The whole is in " + FileNames.SUMMARY + ".\n";

    private SummaryMarkdown() {}

    /** Writes {@value FileNames#SUMMARY} into the directory. */
    public static void write(Path directory, String execution, RunResult run, Verdict verdict) throws IOException {
        WholeFile.write(directory.resolve(FileNames.SUMMARY), text(execution, run, verdict));
    }

    /**
     * Adds the summary to a file that others of the same CI step have added to or will, such as the one that
     * {@code GITHUB_STEP_SUMMARY} names. What does not fit into 1 MiB is cut at a line end, so that GitHub shows the rest. A blank line comes first, so that
     * the heading is one whatever was there.
     */
    public static void append(Path file, String execution, RunResult run, Verdict verdict) throws IOException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
                // A pipe that nobody reads would take the text for ever.
                throw new IOException("it is no regular file");
            }
            long used = Files.exists(file) ? Files.size(file) : 0;
            byte[] text = fit("\n" + text(execution, run, verdict), GITHUB_LIMIT - used);
            Files.write(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw UnwrittenFileException.of(file, e);
        }
    }

    /** The summary as text. */
    public static String text(String execution, RunResult run, Verdict verdict) {
        StringBuilder text = new StringBuilder("## Fetchmark ")
                .append(Markdown.escape(execution))
                .append(": ")
                .append(Headline.of(verdict))
                .append("\n\n");
        LadderAnswer.sentences(run)
                .forEach(sentence -> text.append(Markdown.escape(sentence)).append("\n\n"));
        bullets(
                text,
                verdict.complaints().stream().map(SummaryMarkdown::complaint).toList());
        table(text, Row.of(run, verdict));
        changes(text, ComparisonOutcome.of(run, Optional.of(verdict)));
        bullets(
                text,
                Cautions.of(run, Language.ENGLISH).stream()
                        .map(Caution::toString)
                        .map(Markdown::escape)
                        .toList());
        return text.append(Markdown.escape(where(run))).append('\n').toString();
    }

    private static String complaint(Finding finding) {
        return "**" + finding.verdict() + "** " + Markdown.escape(finding.scenario()) + ", " + finding.client() + ": "
                + Markdown.escape(finding.reason());
    }

    private static void bullets(StringBuilder text, List<String> items) {
        items.forEach(item -> text.append("- ").append(item).append('\n'));
        text.append(items.isEmpty() ? "" : "\n");
    }

    private static void table(StringBuilder text, List<Row> rows) {
        text.append("| scenario | client | ")
                .append(String.join(" | ", Row.FIGURES))
                .append(" | verdict |\n");
        text.append("|---|---|").append("--:|".repeat(Row.FIGURES.size())).append("---|\n");
        for (Row row : rows) {
            text.append("| ")
                    .append(Markdown.escape(row.scenario()))
                    .append(" | ")
                    .append(row.client())
                    .append(" | ")
                    .append(String.join(" | ", row.figures()))
                    .append(" | ")
                    .append(row.verdict())
                    .append(" |\n");
        }
        text.append("\nTimes are response times.\n\n");
    }

    private static void changes(StringBuilder text, List<ComparisonOutcome> outcomes) {
        if (outcomes.stream().allMatch(outcome -> outcome.changes().isEmpty())) {
            return;
        }
        text.append("| against the baseline | client | metric | baseline | candidate | change | 95 % interval |")
                .append(" verdict |\n|---|---|---|--:|--:|--:|--:|---|\n");
        for (ComparisonOutcome outcome : outcomes) {
            for (Change change : outcome.changes()) {
                text.append("| ")
                        .append(Markdown.escape(outcome.comparison().scenario()))
                        .append(" | ")
                        .append(String.join(" | ", cells(outcome.comparison(), change)))
                        .append(" |\n");
            }
        }
        text.append('\n');
    }

    private static List<String> cells(Comparison comparison, Change change) {
        return List.of(
                comparison.client().label(),
                change.finding().metric().toString(),
                change.typical(Side.BASELINE, Language.ENGLISH),
                change.typical(Side.CANDIDATE, Language.ENGLISH),
                change.words(Language.ENGLISH),
                change.interval(Language.ENGLISH).orElse("–"),
                change.finding().verdict() + (change.finding().improved() ? ", better" : ""));
    }

    private static String where(RunResult run) {
        TargetFacts target = run.target();
        return "Target: " + target.kind()
                + target.image().map(image -> " from " + image).orElse("") + ", "
                + target.runtime() + ", network path " + target.networkPath() + ". " + workers(run) + "Machine: "
                + run.environment().cpuModel() + ", " + run.environment().cores() + " CPUs, "
                + run.environment().os() + ".";
    }

    private static String workers(RunResult run) {
        return run.results().stream().mapToInt(ScenarioResult::workerCount).max().stream()
                .filter(most -> most > 1)
                .mapToObj(most -> "Load: shared by " + Units.count(most) + " workers. ")
                .collect(Collectors.joining());
    }

    private static byte[] fit(String text, long room) {
        byte[] whole = bytes(text);
        if (whole.length <= room) {
            return whole;
        }
        int end = (int) room - bytes(CUT).length;
        while (end > 0 && whole[end - 1] != '\n') {
            end--;
        }
        return end <= 0 ? new byte[0] : bytes(new String(whole, 0, end, StandardCharsets.UTF_8) + CUT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

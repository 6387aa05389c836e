package io.fetchmark.maven;

import io.fetchmark.baseline.BaselineFile;
import io.fetchmark.baseline.RecordedBaseline;
import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.Plan;
import io.fetchmark.report.ConsoleTable;
import io.fetchmark.report.HtmlReport;
import io.fetchmark.report.JUnitXml;
import io.fetchmark.report.Language;
import io.fetchmark.report.SummaryMarkdown;
import io.fetchmark.result.ResultFile;
import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.Judge;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictFile;
import io.fetchmark.verdict.VerdictKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.shared.utils.logging.MessageUtils;

/**
 * What an execution of {@code run} is worth.
 *
 * @param folder holds the result, and takes the verdict
 */
record Judgement(ExecutionName execution, Path folder, RunResult result, Verdict verdict) {

    /**
     * Judges the result in the directory by the limits of the plan.
     *
     * @throws ResultFileException if there is no result, or it or the recorded baseline is torn
     */
    static Judgement of(ExecutionName execution, Path folder, Plan plan) throws ResultFileException {
        RunResult result = ResultFile.read(folder);
        return new Judgement(execution, folder, result, Judge.judge(plan, result, recorded(plan)));
    }

    private static RecordedBaseline recorded(Plan plan) throws ResultFileException {
        return plan.baseline().orElse(null) instanceof Baseline.Recorded recorded
                ? BaselineFile.read(recorded.directory())
                : RecordedBaseline.NONE;
    }

    /**
     * Writes the verdict as other programs and people read it, and draws the page of the run anew.
     *
     * @param summary the file from which a CI job takes its summary
     * @param language of the page
     */
    void write(Optional<Path> summary, Language language) throws IOException {
        VerdictFile.write(folder, verdict);
        JUnitXml.write(folder, execution.text(), verdict);
        SummaryMarkdown.write(folder, execution.text(), result, verdict);
        HtmlReport.write(folder, result, Optional.of(verdict), language);
        if (summary.isPresent()) {
            SummaryMarkdown.append(summary.get(), execution.text(), result, verdict);
        }
    }

    /** The verdict for the log. */
    List<String> table() {
        List<String> lines = new ArrayList<>(List.of("", "Fetchmark, execution " + execution, ""));
        lines.addAll(ConsoleTable.lines(result, verdict, Judgement::coloured));
        return lines;
    }

    private static String coloured(VerdictKind kind, String text) {
        return switch (kind) {
            case PASS -> MessageUtils.buffer().success(text).build();
            case INCONCLUSIVE -> MessageUtils.buffer().warning(text).build();
            case INVALID, REGRESSION, LIMIT_BROKEN ->
                MessageUtils.buffer().failure(text).build();
        };
    }
}

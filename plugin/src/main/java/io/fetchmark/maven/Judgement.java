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
import io.fetchmark.result.FileNames;
import io.fetchmark.result.ResultFile;
import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.TargetHash;
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
 * @param keeper what is kept of it
 */
record Judgement(Path folder, RunResult result, Verdict verdict, Keeper keeper) {

    /**
     * Judges the result in the directory by the limits of the plan.
     *
     * @throws ResultFileException if there is no result, or it or the recorded baseline is torn
     */
    static Judgement of(Path folder, Plan plan, Keeper keeper) throws ResultFileException {
        RunResult result = ResultFile.read(folder);
        RecordedBaseline recorded = recorded(plan);
        boolean other = isOfOtherTarget(result, plan);
        try {
            Verdict verdict = other ? Judge.ofOtherTarget(plan) : Judge.judge(plan, result, recorded);
            return new Judgement(folder, result, verdict, keeper);
        } catch (RuntimeException e) {
            throw ResultFile.unusable(folder, e);
        }
    }

    /** Only what is known of both can differ: a file that cannot be read any more has no fingerprint. */
    private static boolean isOfOtherTarget(RunResult result, Plan plan) {
        return result.targetHash()
                .flatMap(measured -> TargetHash.of(plan).map(wanted -> !wanted.equals(measured)))
                .orElse(false);
    }

    private static RecordedBaseline recorded(Plan plan) throws ResultFileException {
        return plan.baseline().orElse(null) instanceof Baseline.Recorded recorded
                ? BaselineFile.read(recorded.directory())
                : RecordedBaseline.NONE;
    }

    /**
     * Writes the verdict for the other goals.
     *
     * @throws IOException if that fails
     */
    void write() throws IOException {
        VerdictFile.write(folder, verdict);
    }

    /**
     * Writes the verdict as other programs and people read it, draws the page of the run anew, and keeps what outlives this
     * build.
     *
     * @param summary the file from which a CI job takes its summary
     * @param language of the page
     * @param commit what was built, if that is known
     */
    void writeExtras(ExtraFiles extras, Optional<String> summary, Language language, Optional<String> commit) {
        keeper.keep(extras, folder, result, verdict, commit);
        extras.write(name(FileNames.JUNIT), () -> JUnitXml.write(folder, name(), verdict));
        extras.write(name(FileNames.SUMMARY), () -> SummaryMarkdown.write(folder, name(), result, verdict));
        extras.write(
                name(FileNames.REPORT),
                () -> HtmlReport.write(folder, result, Optional.of(verdict), keeper.history(), language));
        summary.ifPresent(
                file -> extras.write(file, () -> SummaryMarkdown.append(Path.of(file), name(), result, verdict)));
    }

    private String name(String file) {
        return folder.resolve(file).toString();
    }

    /** The verdict for the log. */
    List<String> table() {
        List<String> lines = new ArrayList<>(List.of("", "Fetchmark, execution " + name(), ""));
        lines.addAll(ConsoleTable.lines(result, verdict, Judgement::coloured));
        return lines;
    }

    private String name() {
        return keeper.execution().text();
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

package io.fetchmark.report;

import io.fetchmark.result.NotMeasured;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.verdict.Verdict;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All that the page says, in its order.
 *
 * @param page starts every id, so that several pages may share a document
 * @param subject the target and when it was measured, in one line
 * @param changes from the baseline
 * @param embedded whether the target was a stand-in
 * @param answers a text for each ladder
 * @param baseline what the target was held against; empty if there was none
 */
record PageView(
        String page,
        String style,
        String subject,
        VerdictView verdict,
        ChangesView changes,
        boolean embedded,
        List<String> cautions,
        List<String> answers,
        List<ScenarioView> scenarios,
        List<NotMeasured> notMeasured,
        List<Fact> target,
        List<Fact> baseline,
        List<Fact> environment) {

    static {
        // AWT asks once, and on some machines it would look for a screen, or open a window for itself.
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    boolean hasCautions() {
        return !cautions.isEmpty();
    }

    boolean hasAnswers() {
        return !answers.isEmpty();
    }

    boolean hasResults() {
        return !scenarios.isEmpty();
    }

    boolean hasBaseline() {
        return !baseline.isEmpty();
    }

    boolean hasNotMeasured() {
        return !notMeasured.isEmpty();
    }

    static PageView of(RunResult run, Optional<Verdict> verdict, Path directory) {
        String name = directory.toAbsolutePath().getFileName().toString();
        return of("fmk-" + name.replaceAll("[^A-Za-z0-9_-]", "-"), run, verdict, directory);
    }

    static PageView of(String page, RunResult run, Optional<Verdict> verdict, Path directory) {
        return new PageView(
                page,
                Templates.text("page.css"),
                subject(run),
                VerdictView.of(verdict),
                ChangesView.of(ComparisonOutcome.of(run, verdict)),
                run.target().runtime() == TargetRuntime.EMBEDDED,
                Cautions.of(run),
                LadderAnswer.sentences(run),
                ScenarioView.of(page, run, verdict, directory),
                run.notMeasured(),
                Facts.of(run.target()),
                run.baseline().map(Facts::of).orElse(List.of()),
                Facts.of(run.environment()));
    }

    private static String subject(RunResult run) {
        return run.target().image().orElse(run.target().kind()) + " "
                + Facts.runtime(run.target().runtime()) + ", measured on "
                + MINUTE.format(run.environment().start());
    }
}

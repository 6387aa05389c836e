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
 * @param embedded whether the target was a stand-in
 * @param answers a text for each ladder
 */
record PageView(
        String page,
        String style,
        String subject,
        VerdictView verdict,
        boolean embedded,
        List<String> cautions,
        List<String> answers,
        List<ScenarioView> scenarios,
        List<NotMeasured> notMeasured,
        List<Fact> target,
        List<Fact> environment) {

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

    boolean hasNotMeasured() {
        return !notMeasured.isEmpty();
    }

    static PageView of(RunResult run, Optional<Verdict> verdict, Path directory) {
        String page =
                "fmk-" + directory.toAbsolutePath().getFileName().toString().replaceAll("[^A-Za-z0-9_-]", "-");
        return new PageView(
                page,
                Templates.text("page.css"),
                subject(run),
                VerdictView.of(verdict),
                run.target().runtime() == TargetRuntime.EMBEDDED,
                Cautions.of(run),
                LadderAnswer.sentences(run),
                ScenarioView.of(page, run, verdict, directory),
                run.notMeasured(),
                Facts.of(run.target()),
                Facts.of(run.environment()));
    }

    private static String subject(RunResult run) {
        return run.target().image().orElse(run.target().kind()) + " "
                + Facts.runtime(run.target().runtime()) + ", measured on "
                + MINUTE.format(run.environment().start());
    }
}

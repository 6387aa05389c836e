package io.fetchmark.report;

import com.samskivert.mustache.Mustache;
import io.fetchmark.history.History;
import io.fetchmark.result.NotMeasured;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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
        Language language,
        String page,
        String style,
        String subject,
        VerdictView verdict,
        ChangesView changes,
        boolean embedded,
        List<Caution> cautions,
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

    Map<String, String> words() {
        return language.words();
    }

    String tag() {
        return language.tag();
    }

    Mustache.Lambda quote() {
        return language.quote();
    }

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

    static PageView of(RunResult run, Optional<Verdict> verdict, Path directory, History history, Language language) {
        String name = directory.toAbsolutePath().getFileName().toString();
        return of("fmk-" + id(name), run, verdict, directory, history, language);
    }

    static PageView of(
            String page, RunResult run, Optional<Verdict> verdict, Path directory, History history, Language language) {
        return new PageView(
                language,
                page,
                Templates.text("page.css"),
                subject(run, language),
                VerdictView.of(verdict, language),
                ChangesView.of(ComparisonOutcome.of(run, verdict), language),
                run.target().runtime() == TargetRuntime.EMBEDDED,
                Cautions.of(run, language),
                LadderAnswer.sentences(run, language),
                ScenarioView.of(page, run, verdict, directory, history, language),
                run.notMeasured(),
                Facts.of(run.target(), language),
                run.baseline().map(baseline -> Facts.of(baseline, language)).orElse(List.of()),
                Facts.of(run.environment(), language));
    }

    private static String subject(RunResult run, Language language) {
        return language.say(
                "subject",
                run.target().image().orElse(run.target().kind()),
                Facts.runtime(run.target().runtime(), language),
                language.minute(run.environment().start()));
    }

    /** A name as a part of an id: names that differ have ids that differ. */
    private static String id(String name) {
        return Pattern.compile("[^A-Za-z0-9-]")
                .matcher(name)
                .replaceAll(other -> "_" + Integer.toHexString(other.group().codePointAt(0)) + "_");
    }
}

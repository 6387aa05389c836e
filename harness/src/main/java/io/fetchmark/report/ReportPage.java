package io.fetchmark.report;

import io.fetchmark.history.History;
import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.Verdict;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The page of a run: what it is worth, what was measured, and how. Immutable; drawn once, when it is made.
 */
public final class ReportPage {

    private final Language language;
    private final String title;
    private final String body;

    private ReportPage(Language language, String title, String body) {
        this.language = language;
        this.title = title;
        this.body = body;
    }

    /** The English page of a run before which no build was kept. */
    public static ReportPage of(RunResult run, Optional<Verdict> verdict, Path directory) {
        return of(run, verdict, directory, History.NONE, Language.ENGLISH);
    }

    /**
     * Draws the page of a run.
     *
     * @param verdict absent if the run has not been judged yet
     * @param directory where the interval logs of the run are; one that cannot be read is told of on the page
     * @param history the builds before it, as far as they are kept
     */
    public static ReportPage of(
            RunResult run, Optional<Verdict> verdict, Path directory, History history, Language language) {
        PageView view = PageView.of(run, verdict, directory, history, language);
        return new ReportPage(language, view.subject(), Templates.named("page").execute(view));
    }

    /** A whole HTML document, light or dark as the reader likes it. */
    public String standalone() {
        return Templates.standalone(language, language.say("report-heading"), title, body);
    }

    /**
     * A part of an HTML document, always light, with its own style: headings start at level 2, for a page that has
     * a heading of its own.
     */
    public String fragment() {
        return body;
    }
}

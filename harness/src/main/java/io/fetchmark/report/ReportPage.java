package io.fetchmark.report;

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

    /**
     * Draws the English page of a run.
     *
     * @param verdict absent if the run has not been judged yet
     * @param directory where the interval logs of the run are; one that cannot be read is told of on the page
     */
    public static ReportPage of(RunResult run, Optional<Verdict> verdict, Path directory) {
        return of(run, verdict, directory, Language.ENGLISH);
    }

    /** Draws the page of a run in a language. */
    public static ReportPage of(RunResult run, Optional<Verdict> verdict, Path directory, Language language) {
        PageView view = PageView.of(run, verdict, directory, language);
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

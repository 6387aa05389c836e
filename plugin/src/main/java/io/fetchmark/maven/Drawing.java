package io.fetchmark.maven;

import io.fetchmark.history.History;
import io.fetchmark.history.HistoryFolder;
import io.fetchmark.measure.UnwrittenFileException;
import io.fetchmark.report.HtmlReport;
import io.fetchmark.report.Language;
import io.fetchmark.report.ReportPage;
import io.fetchmark.result.FileNames;
import io.fetchmark.result.ResultFile;
import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.doxia.sink.Sink;

/**
 * The picture of one execution.
 *
 * @param folder holds its files
 * @param history the folder of the builds before, if they are kept
 */
record Drawing(ExecutionName execution, Path folder, Optional<HistoryFolder> history) {

    /**
     * Draws a page that stands alone, beside the result, and a part of the page of the site. A file that cannot be read
     * is told of on the page and in the log, as the rest can still be drawn; to judge it is for others.
     *
     * @param page the language of the page of the site
     * @param file the language of the page that stands alone
     * @param named whether the part starts with the name of the execution, to tell it from others
     */
    void draw(Sink sink, Language page, Language file, boolean named, Consumer<String> warning) {
        if (named) {
            sink.section2();
            sink.sectionTitle2();
            sink.text(page.say("execution", execution));
            sink.sectionTitle2_();
        }
        try {
            RunResult result = ResultFile.read(folder);
            Optional<Verdict> verdict = verdict();
            History builds = history.map(kept -> kept.read(warning)).orElse(History.NONE);
            HtmlReport.write(folder, result, verdict, builds, file);
            sink.rawText(ReportPage.of(result, verdict, folder, builds, page).fragment());
        } catch (ResultFileException | IOException | RuntimeException | LinkageError | InternalError e) {
            // To draw needs fonts and libraries of the system: where those are missing, Java throws errors.
            String problem = e instanceof ResultFileException || e instanceof UnwrittenFileException
                    ? String.valueOf(e.getMessage())
                    : folder + " could not be drawn: " + e;
            warning.accept(Language.ENGLISH.say("execution-missing") + " " + problem);
            sink.paragraph();
            sink.text(page.say("execution-missing") + " ");
            sink.rawText(page.quoted(problem));
            sink.paragraph_();
        }
        if (named) {
            sink.section2_();
        }
    }

    /** Absent until the run is judged. */
    private Optional<Verdict> verdict() throws ResultFileException {
        return Files.exists(folder.resolve(FileNames.VERDICT))
                ? Optional.of(VerdictFile.read(folder))
                : Optional.empty();
    }
}

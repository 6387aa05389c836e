package io.fetchmark.report;

import io.fetchmark.history.History;
import io.fetchmark.measure.WholeFile;
import io.fetchmark.result.FileNames;
import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The file {@value FileNames#REPORT}: one page that needs no network, no script and no other file. */
public final class HtmlReport {

    private HtmlReport() {}

    /**
     * Draws the English page of a run before which no build was kept.
     *
     * @see #write(Path, RunResult, Optional, History, Language)
     */
    public static Path write(Path directory, RunResult run, Optional<Verdict> verdict) throws IOException {
        return write(directory, run, verdict, History.NONE, Language.ENGLISH);
    }

    /**
     * Draws the page into the directory of a run, beside the interval logs that it reads there.
     *
     * @param verdict absent if the run has not been judged yet
     * @param history the builds before it, as far as they are kept
     * @return the file
     * @throws IOException if it cannot be written; an interval log that cannot be read is told of on the page instead
     */
    public static Path write(
            Path directory, RunResult run, Optional<Verdict> verdict, History history, Language language)
            throws IOException {
        Path file = directory.resolve(FileNames.REPORT);
        WholeFile.write(
                file, ReportPage.of(run, verdict, directory, history, language).standalone());
        return file;
    }

    /**
     * Writes the page of several modules into a directory.
     *
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path write(Path directory, AggregatePage page) throws IOException {
        Path file = directory.resolve(FileNames.REPORT);
        WholeFile.write(file, page.standalone());
        return file;
    }
}

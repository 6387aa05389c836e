package io.fetchmark.report;

import io.fetchmark.result.FileNames;
import io.fetchmark.result.ResultFile;
import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What one execution of one module has left for a page of several modules: a run, or files that cannot be read. */
public sealed interface ModulePart {

    /** The module, as its readers call it. */
    String module();

    /** The execution, as its directory is called. */
    String execution();

    /**
     * A run that can be drawn.
     *
     * @param verdict absent if the run has not been judged yet
     * @param directory where the interval logs of the run are
     */
    record Measured(String module, String execution, RunResult run, Optional<Verdict> verdict, Path directory)
            implements ModulePart {}

    /**
     * A run that cannot be drawn.
     *
     * @param problem names the file, and what is wrong with it
     */
    record Unreadable(String module, String execution, String problem) implements ModulePart {}

    /** Reads the result of an execution, and its verdict if there is one. */
    static ModulePart read(String module, String execution, Path directory) {
        try {
            RunResult run = ResultFile.read(directory);
            Optional<Verdict> verdict = Files.exists(directory.resolve(FileNames.VERDICT))
                    ? Optional.of(VerdictFile.read(directory))
                    : Optional.empty();
            return new Measured(module, execution, run, verdict, directory);
        } catch (ResultFileException e) {
            return new Unreadable(module, execution, String.valueOf(e.getMessage()));
        }
    }
}

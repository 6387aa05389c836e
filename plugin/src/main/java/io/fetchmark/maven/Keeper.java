package io.fetchmark.maven;

import io.fetchmark.export.Exports;
import io.fetchmark.export.Subject;
import io.fetchmark.history.Build;
import io.fetchmark.history.History;
import io.fetchmark.history.HistoryFolder;
import io.fetchmark.maven.pom.Keeping;
import io.fetchmark.plan.ExportFormat;
import io.fetchmark.result.FileNames;
import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What of the builds of one execution outlives them: the history, and the files for other tools.
 *
 * @param module the artifact id of the project
 * @param folder keeps the builds; absent if they are not kept
 * @param history the builds that were kept before this one
 */
record Keeper(
        String module,
        ExecutionName execution,
        Optional<HistoryFolder> folder,
        History history,
        List<ExportFormat> exports) {

    /**
     * Reads what was kept.
     *
     * @param warning takes a sentence for each file that cannot be read
     */
    static Keeper of(String module, ExecutionName execution, Keeping keeping, Consumer<String> warning) {
        Optional<HistoryFolder> folder =
                keeping.history().map(root -> HistoryFolder.of(root, module, execution.text()));
        return new Keeper(
                module,
                execution,
                folder,
                folder.map(kept -> kept.read(warning)).orElse(History.NONE),
                keeping.exports());
    }

    /**
     * Keeps a run whatever its verdict, once, and writes it for other tools.
     *
     * @param directory of the execution
     * @param commit what was built, if that is known
     */
    void keep(ExtraFiles extras, Path directory, RunResult result, Verdict verdict, Optional<String> commit) {
        Supplier<Build> build = () -> Build.of(result, Optional.of(verdict), commit);
        folder.ifPresent(kept -> extras.write(kept.path().toString(), () -> kept.add(build.get())));
        extras.write(
                directory.resolve(FileNames.EXPORT).toString(),
                () -> Exports.write(directory, exports, new Subject(module, execution.text(), build.get(), history)));
    }
}

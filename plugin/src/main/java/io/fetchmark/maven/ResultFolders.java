package io.fetchmark.maven;

import io.fetchmark.measure.UnwrittenFileException;
import io.fetchmark.result.FileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directories of results of a project, one for each execution of {@code run}. The goals meet here and nowhere else.
 *
 * @param root {@code target/fetchmark}
 */
record ResultFolders(Path root) {

    /** Where that execution keeps its files. */
    Path of(ExecutionName execution) {
        return root.resolve(execution.text());
    }

    /** The executions that have a result, in the order of their names. */
    List<ExecutionName> withResults() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(folder -> Files.exists(folder.resolve(FileNames.RESULT)))
                    .map(folder -> new ExecutionName(folder.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** Whether there is a result of that execution. */
    boolean haveResult(ExecutionName execution) {
        return Files.exists(of(execution).resolve(FileNames.RESULT));
    }

    /**
     * Deletes the folder of an execution with all that it has left, so that what is there later is of this run. Of a folder
     * that is a link only the link is deleted.
     */
    void delete(ExecutionName execution) throws IOException {
        Path folder = of(execution);
        if (Files.isSymbolicLink(folder)) {
            delete(folder);
        } else if (Files.isDirectory(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                old.sorted(Comparator.reverseOrder()).forEach(ResultFolders::delete);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(UnwrittenFileException.of(path, e));
        }
    }
}

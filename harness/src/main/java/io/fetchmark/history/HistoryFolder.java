package io.fetchmark.history;

import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.VersionedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder that keeps the builds of one execution, a file for each. A file is named after its build, so that folders of
 * several machines or branches can be laid together without a conflict, and it is never written again.
 */
public record HistoryFolder(Path path) {

    private static final String JSON = ".json";

    /**
     * The folder of an execution.
     *
     * @param root the folder that the user has named
     * @param artifactId of the module that has the execution
     */
    public static HistoryFolder of(Path root, String artifactId, String execution) {
        return new HistoryFolder(root.resolve(artifactId).resolve(execution));
    }

    /**
     * The builds in the folder; none if there is no folder. A file that cannot be read is left alone.
     *
     * @param warning takes a sentence for each file that is torn, of another program, or of a newer version
     */
    public History read(Consumer<String> warning) {
        List<Build> builds = new ArrayList<>();
        for (Path file : files(warning)) {
            try {
                builds.add(at(file).read());
            } catch (ResultFileException e) {
                warning.accept(String.valueOf(e.getMessage()));
            }
        }
        return new History(builds);
    }

    /**
     * Keeps a build that has been judged, unless it is there already: a run that is judged again is still one run.
     *
     * @return whether it was not there
     * @throws IOException if it cannot be written; there is then no file of that name
     */
    public boolean add(Build build) throws IOException {
        if (build.verdict().isEmpty()) {
            throw new IllegalArgumentException("must have been judged");
        }
        Path file = path.resolve(build.id() + JSON);
        if (Files.exists(file)) {
            return false;
        }
        at(file).write(build);
        return true;
    }

    private List<Path> files(Consumer<String> warning) {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(JSON)).sorted().toList();
        } catch (IOException e) {
            warning.accept("the history in " + path + " cannot be listed: " + e);
            return List.of();
        }
    }

    private static VersionedFile<Build> at(Path file) {
        return new VersionedFile<>(
                file,
                Build.class,
                Build.SCHEMA_VERSION,
                "take it out of the folder; it is left alone, and no part of the history");
    }
}

package io.fetchmark;

import io.fetchmark.measure.UnwrittenFileException;
import io.fetchmark.measure.WholeFile;
import io.fetchmark.result.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The directory that takes the files of a run. */
final class RunDirectory {

    private RunDirectory() {}

    /** Makes the directory, and deletes what an earlier run left in it, so that it is not taken for this one's. */
    static void clear(Path directory) throws IOException {
        WholeFile.makeFolder(directory);
        deleteFilesOfRun(directory);
        Path export = directory.resolve(FileNames.EXPORT);
        if (Files.isDirectory(export)) {
            deleteFilesOfRun(export);
        }
    }

    private static void deleteFilesOfRun(Path directory) throws IOException {
        List<Path> old;
        try (Stream<Path> files = Files.list(directory)) {
            old = files.filter(RunDirectory::isOfRun).toList();
        }
        for (Path file : old) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw UnwrittenFileException.of(file, e);
            }
        }
    }

    private static boolean isOfRun(Path file) {
        return FileNames.isOfRun(file.getFileName().toString());
    }
}

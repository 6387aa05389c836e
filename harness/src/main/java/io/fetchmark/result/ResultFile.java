package io.fetchmark.result;

import java.io.IOException;
import java.nio.file.Path;

/** The file {@value FileNames#RESULT}: what one run has measured. */
public final class ResultFile {

    private ResultFile() {}

    /**
     * Writes the file into the directory, which is made where it is missing.
     *
     * @throws IOException if that fails; a file that was there is then unchanged
     */
    public static void write(Path directory, RunResult result) throws IOException {
        in(directory).write(result);
    }

    /**
     * What the file in the directory holds.
     *
     * @throws ResultFileException if it is missing, torn, of another program, or of a newer version
     */
    public static RunResult read(Path directory) throws ResultFileException {
        return in(directory).read();
    }

    /** The failure to judge or draw what the file in the directory holds; it names the file and what to do. */
    public static ResultFileException unusable(Path directory, RuntimeException cause) {
        return in(directory).unusable(cause);
    }

    private static VersionedFile<RunResult> in(Path directory) {
        return new VersionedFile<>(
                directory.resolve(FileNames.RESULT),
                RunResult.class,
                RunResult.SCHEMA_VERSION,
                "measure first: mvn fetchmark:run, or mvn verify");
    }
}

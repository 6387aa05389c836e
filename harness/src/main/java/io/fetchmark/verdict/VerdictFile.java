package io.fetchmark.verdict;

import io.fetchmark.result.FileNames;
import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.VersionedFile;
import java.io.IOException;
import java.nio.file.Path;

/** The file {@value FileNames#VERDICT}: what a run is worth. */
public final class VerdictFile {

    private VerdictFile() {}

    /**
     * Writes the file into the directory, which is made where it is missing.
     *
     * @throws IOException if that fails; a file that was there is then unchanged
     */
    public static void write(Path directory, Verdict verdict) throws IOException {
        in(directory).write(verdict);
    }

    /**
     * What the file in the directory holds.
     *
     * @throws ResultFileException if it is missing, torn, of another program, or of a newer version
     */
    public static Verdict read(Path directory) throws ResultFileException {
        return in(directory).read();
    }

    private static VersionedFile<Verdict> in(Path directory) {
        return new VersionedFile<>(
                directory.resolve(FileNames.VERDICT),
                Verdict.class,
                Verdict.SCHEMA_VERSION,
                "judge first: mvn fetchmark:verify, or mvn verify");
    }
}

package io.fetchmark.baseline;

import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.VersionedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file {@value #NAME} that keeps a {@link RecordedBaseline}: it is there as a whole or not at all. */
public final class BaselineFile {

    public static final String NAME = "baseline.json";

    private BaselineFile() {}

    /**
     * What the file in the directory holds; {@link RecordedBaseline#NONE} if there is none.
     *
     * @throws ResultFileException if it is torn, of another program, or of a newer version
     */
    public static RecordedBaseline read(Path directory) throws ResultFileException {
        return Files.exists(directory.resolve(NAME)) ? in(directory).read() : RecordedBaseline.NONE;
    }

    /**
     * Adds a run to the file, or makes it; its directory, too.
     *
     * @return what the file holds now
     * @throws ResultFileException if what is there cannot be read; it is then left as it is
     * @throws IOException if writing fails; the old file is then still there
     */
    public static RecordedBaseline add(Path directory, RecordedRun run) throws ResultFileException, IOException {
        RecordedBaseline all = read(directory).with(run);
        in(directory).write(all);
        return all;
    }

    private static VersionedFile<RecordedBaseline> in(Path directory) {
        return new VersionedFile<>(
                directory.resolve(NAME),
                RecordedBaseline.class,
                RecordedBaseline.SCHEMA_VERSION,
                "restore it from version control, or move it away and record anew by mvn fetchmark:baseline");
    }
}

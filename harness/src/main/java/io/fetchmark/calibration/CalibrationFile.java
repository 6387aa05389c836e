package io.fetchmark.calibration;

import io.fetchmark.measure.UserFolders;
import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.VersionedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The file that keeps a {@link Calibration}: it is there as a whole or not at all. */
public final class CalibrationFile {

    private CalibrationFile() {}

    /** The user's: {@code fetchmark/calibration.json} in the user's cache. */
    public static Path ofUser(Map<String, String> environment) {
        return UserFolders.cache(environment).resolve("fetchmark").resolve("calibration.json");
    }

    /**
     * What the file holds; {@link Calibration#NONE} if there is none.
     *
     * @throws ResultFileException if it is torn, of another program, or of a newer version
     */
    public static Calibration read(Path file) throws ResultFileException {
        return Files.exists(file) ? at(file).read() : Calibration.NONE;
    }

    /**
     * Replaces the file; makes its directory where that is missing.
     *
     * @throws IOException if that fails; a file that was there is then unchanged
     */
    public static void write(Path file, Calibration calibration) throws IOException {
        at(file).write(calibration);
    }

    private static VersionedFile<Calibration> at(Path file) {
        return new VersionedFile<>(
                file,
                Calibration.class,
                Calibration.SCHEMA_VERSION,
                "delete it and calibrate again by mvn fetchmark:calibrate, or name another by -Dfetchmark.calibration");
    }
}

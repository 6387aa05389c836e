package io.fetchmark.result;

import io.fetchmark.json.Json;
import io.fetchmark.json.MalformedJson;
import io.fetchmark.measure.BoundedFile;
import io.fetchmark.measure.WholeFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A JSON file of one record that says the version of its schema in {@code schemaVersion}. It is there as a whole or not
 * at all, even if this process dies: it is written beside its place and then moved.
 *
 * @param path where it is
 * @param type the record that it holds
 * @param version the newest version that can be read
 * @param remedy what a person can do who lacks the file, for example {@code run fetchmark:run first}
 */
public record VersionedFile<T>(Path path, Class<T> type, int version, String remedy) {

    /**
     * Replaces the file; makes its directory where that is missing.
     *
     * @throws IOException if that fails; the old file is then still there
     */
    public void write(T value) throws IOException {
        WholeFile.write(path, Json.document(value));
    }

    /**
     * What the file holds.
     *
     * @throws ResultFileException if it is missing, torn, of another program, or of a newer version
     */
    public T read() throws ResultFileException {
        String text = text();
        try {
            int found = Json.number(text, "schemaVersion");
            if (found > version) {
                throw new ResultFileException(
                        path,
                        "has schemaVersion " + found + ", and this Fetchmark reads up to " + version,
                        "use the version of Fetchmark that wrote it, or " + remedy);
            }
            return Json.read(text, type);
        } catch (MalformedJson | RuntimeException e) {
            throw new ResultFileException(path, "is torn or of another program (" + e.getMessage() + ")", remedy, e);
        }
    }

    /** The failure to do anything with a value that was read: each part of it is allowed, but not all of them together. */
    ResultFileException unusable(RuntimeException cause) {
        return new ResultFileException(path, "holds values that do not fit together (" + cause + ")", remedy, cause);
    }

    private String text() throws ResultFileException {
        try {
            return BoundedFile.text(path, BoundedFile.ofMemory());
        } catch (NoSuchFileException e) {
            throw new ResultFileException(path, "does not exist", remedy, e);
        } catch (IOException e) {
            throw new ResultFileException(path, "cannot be read: it " + e.getMessage(), remedy, e);
        }
    }
}

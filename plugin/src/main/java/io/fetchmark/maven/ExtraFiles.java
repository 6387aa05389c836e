package io.fetchmark.maven;

import io.fetchmark.measure.UnwrittenFileException;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Writer of the files that a goal leaves beside its main result, such as reports for other programs. One that cannot be
 * written is warned of, by its name, and costs nothing else.
 *
 * @param warning takes a sentence for each of them
 */
record ExtraFiles(Consumer<String> warning) {

    /** Writes one file or several. */
    interface Content {
        void write() throws IOException;
    }

    /**
     * Writes something if that is possible.
     *
     * @param name what a reader of the warning knows it by: the file or the folder
     * @return whether it is written
     */
    boolean write(String name, Content content) {
        try {
            content.write();
            return true;
        } catch (UnwrittenFileException e) {
            warning.accept(e.getMessage() + "; the verdict is not affected");
        } catch (IOException | RuntimeException | LinkageError | InternalError e) {
            // To draw needs fonts and libraries of the system: where those are missing, Java throws errors.
            warning.accept(name + " could not be written (" + e + "); the verdict is not affected");
        }
        return false;
    }
}

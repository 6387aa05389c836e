package io.fetchmark.measure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writer of files that are there as a whole or not at all, even if this process dies or the disk is full: a file is written
 * beside its place and then moved, so until then the old one stays.
 */
public final class WholeFile {

    private WholeFile() {}

    /** What goes into a file. */
    public interface Content {
        void writeTo(OutputStream output) throws IOException;
    }

    /**
     * Replaces a file by a text, as UTF-8.
     *
     * @throws UnwrittenFileException if that fails; the old file is then still there
     */
    public static void write(Path file, String text) throws UnwrittenFileException {
        write(file, output -> output.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Replaces a file; makes its folder where that is missing.
     *
     * @throws UnwrittenFileException if that fails; the old file is then still there
     */
    public static void write(Path file, Content content) throws UnwrittenFileException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            makeFolder(folder);
        }
        // A temporary file of the JDK would be closed to all but its owner, and CI servers collect files as somebody
        // else.
        Path fresh = file.resolveSibling(UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream output = Files.newOutputStream(fresh, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(output);
            }
            replace(file, fresh);
        } catch (IOException e) {
            // Looked into before the half-written file is gone, which may be what fills the disk.
            UnwrittenFileException failure = UnwrittenFileException.of(file, e);
            delete(fresh);
            throw failure;
        }
    }

    /**
     * Makes a folder, and those above it, where they are missing.
     *
     * @throws UnwrittenFileException if that fails
     */
    public static Path makeFolder(Path folder) throws UnwrittenFileException {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw UnwrittenFileException.ofFolder(folder, e);
        }
    }

    private static void replace(Path file, Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            // What kept the file from being written is what has to be said.
        }
    }
}

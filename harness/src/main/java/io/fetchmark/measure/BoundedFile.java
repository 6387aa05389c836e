package io.fetchmark.measure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reader of files that anybody may have changed: only of regular ones, as a pipe may be waited for without end, and only up
 * to a size, as a file may be larger than the memory.
 */
public final class BoundedFile {

    private static final int MEBI = 1 << 20;

    private BoundedFile() {}

    /** How large a file may be to be read as a whole, in bytes: an eighth of the memory that this process may have. */
    public static long ofMemory() {
        return Math.min(Integer.MAX_VALUE / 4, Runtime.getRuntime().maxMemory() / 8);
    }

    /**
     * The text of a file.
     *
     * @param most bytes
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws IOException if it is no regular file, larger, or no UTF-8, or cannot be read; the message says which, without
     *     the name
     */
    public static String text(Path file, long most) throws IOException {
        try (InputStream bytes = open(file, most)) {
            byte[] read = bytes.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
            if (read.length > most) {
                throw tooLarge(read.length, most);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("is no text in UTF-8", e);
        }
    }

    /**
     * The bytes of a file, to be closed by the caller.
     *
     * @throws IOException as {@link #text} does, but for what is in it
     */
    public static InputStream open(Path file, long most) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new IOException(attributes.isDirectory() ? "is a folder" : "is no regular file");
        }
        if (attributes.size() > most) {
            throw tooLarge(attributes.size(), most);
        }
        return Files.newInputStream(file);
    }

    private static IOException tooLarge(long size, long most) {
        return new IOException("is too large: " + mebi(size) + " MiB, and at most " + mebi(most) + " MiB are read");
    }

    private static long mebi(long bytes) {
        return (bytes + MEBI - 1) / MEBI;
    }
}

package io.fetchmark.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The failure to write a file or to make a folder. The message names it, what is in the way, and what to do. The cause is
 * looked for in the file system, as what the system says of it may be in any language.
 */
public final class UnwrittenFileException extends IOException {

    private static final long serialVersionUID = 1;

    /** Of the file systems in use. */
    private static final int LONGEST_NAME = 255;

    private static final long FULL = 64 * 1024;

    private UnwrittenFileException(String message, IOException cause) {
        super(message, cause);
    }

    /** The failure to write, move or delete a file. */
    public static UnwrittenFileException of(Path file, IOException cause) {
        Path path = file.toAbsolutePath();
        String reason = Files.isDirectory(path)
                ? "it is a folder where a file has to be: delete or rename it"
                : obstacle(path.getParent()).orElseGet(() -> reason(path, cause));
        return new UnwrittenFileException(file + " could not be written: " + reason, cause);
    }

    /** The failure to make a folder. */
    public static UnwrittenFileException ofFolder(Path folder, IOException cause) {
        Path path = folder.toAbsolutePath();
        return new UnwrittenFileException(
                "the folder " + folder + " could not be made: " + obstacle(path).orElseGet(() -> reason(path, cause)),
                cause);
    }

    private static String reason(Path path, IOException cause) {
        for (Path name : path) {
            int length = name.toString().getBytes(StandardCharsets.UTF_8).length;
            if (length > LONGEST_NAME) {
                return "a name of " + length + " bytes is too long for a file system, which takes " + LONGEST_NAME
                        + ": give the <execution> a shorter <id>";
            }
        }
        Path there = existing(path);
        if (cause instanceof NoSuchFileException) {
            return "there is no folder " + path.getParent();
        }
        return ofStore(there).orElseGet(() -> {
            if (cause instanceof AccessDeniedException || !Files.isWritable(there)) {
                return "the user " + System.getProperty("user.name", "of this process") + " may not write to " + there
                        + ": give that user the right to, or build in another folder";
            }
            return cause instanceof FileSystemException system && system.getReason() != null
                    ? system.getReason()
                    : String.valueOf(cause.getMessage());
        });
    }

    /** What is to be a folder and is none: the highest on the way. */
    private static Optional<String> obstacle(@Nullable Path folder) {
        if (folder == null) {
            return Optional.empty();
        }
        Optional<String> above = obstacle(folder.getParent());
        if (above.isPresent() || Files.isDirectory(folder) || !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return above;
        }
        return Optional.of(folder
                + (Files.isSymbolicLink(folder)
                        ? " is a link that leads to no folder"
                        : " is a file where a folder has to be")
                + ": delete or rename it");
    }

    private static Optional<String> ofStore(Path there) {
        try {
            FileStore store = Files.getFileStore(there);
            if (store.isReadOnly()) {
                return Optional.of("the file system of " + there + " is read-only: build in another folder");
            }
            return store.getUsableSpace() < FULL
                    ? Optional.of("the disk of " + there + " is full: make room on it")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Path existing(Path path) {
        Path there = path;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }
}

package io.fetchmark.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What the embedded server serves: the files of a directory, or one page. As nginx does, it finds index.html. */
final class StaticContent {

    /** A file as it goes out. */
    static final class Found {
        private final String type;
        private final byte[] bytes;

        Found(String type, byte[] bytes) {
            this.type = type;
            this.bytes = bytes;
        }

        String type() {
            return type;
        }

        int length() {
            return bytes.length;
        }

        void writeTo(OutputStream output) throws IOException {
            output.write(bytes);
        }
    }

    private static final String INDEX = "index.html";

    private final Optional<Path> directory;
    private final Found welcome;

    /** The files of that directory; a page of ours if absent. */
    StaticContent(Optional<Path> directory) throws IOException {
        this.directory = directory.map(path -> path.toAbsolutePath().normalize());
        try (InputStream page = StaticContent.class.getResourceAsStream("welcome.html")) {
            if (page == null) {
                throw new IOException("the welcome page is missing from this library");
            }
            welcome = new Found(ContentTypes.of(INDEX), page.readAllBytes());
        }
    }

    /**
     * What belongs to a path; empty if nothing does.
     *
     * @param path decoded, with its slash at the front
     */
    Optional<Found> at(String path) throws IOException {
        if (directory.isEmpty()) {
            return path.equals("/") || path.equals("/" + INDEX) ? Optional.of(welcome) : Optional.empty();
        }
        Path root = directory.get();
        Path file;
        try {
            file = root.resolve(path.substring(1)).normalize();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        if (!file.startsWith(root)) {
            return Optional.empty();
        }
        Path found = Files.isDirectory(file) ? file.resolve(INDEX) : file;
        return Files.isRegularFile(found)
                ? Optional.of(new Found(ContentTypes.of(found.getFileName().toString()), Files.readAllBytes(found)))
                : Optional.empty();
    }
}

package io.fetchmark.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.testcontainers.images.builder.Transferable;

/**
 * A file of this machine, or a folder with all that is in it, as it is copied into a container: what a symbolic link
 * leads to has the place of the link, if it is in the folder, too. Nothing is left out: what cannot be copied is refused,
 * by its name.
 */
final class ContentTree implements Transferable {

    private static final int FOLDER_MODE = 040755;
    private static final int FILE = 0100000;
    private static final int PERMISSIONS = 07777;
    private static final int ALL_MAY_READ = 0644;

    private final Path root;
    private final OptionalInt mode;
    /** By their names in the folder: what is copied, with links followed. */
    private final Map<String, Path> entries = new LinkedHashMap<>();

    private ContentTree(Path root, OptionalInt mode) {
        this.root = root;
        this.mode = mode;
    }

    /**
     * What is there now.
     *
     * @param element names it in a message
     * @param mode the permissions that the files get; their own if empty
     * @throws TargetFailure if something of it cannot be copied
     */
    static ContentTree of(String element, Path from, OptionalInt mode) throws TargetFailure {
        try {
            ContentTree tree = new ContentTree(from.toRealPath(), mode);
            tree.add("", from, new ArrayDeque<>());
            return tree;
        } catch (Uncopied e) {
            throw new TargetFailure(
                    element + ": must be a file, or a folder of files and folders, that can be read, was " + from
                            + ", where " + e.getMessage(),
                    e);
        } catch (NoSuchFileException e) {
            throw new TargetFailure(element + ": must be a file or folder that can be read, was " + from, e);
        } catch (IOException e) {
            throw new TargetFailure(
                    element + ": must be a file or folder that can be read, was " + from + " (" + e + ")", e);
        }
    }

    private void add(String name, Path path, Deque<Path> parents) throws IOException, Uncopied {
        Path real = real(name, path);
        if (Files.isDirectory(real)) {
            if (parents.contains(real)) {
                throw new Uncopied(name + " is a link to a folder that it is in, which has no end: remove it");
            }
            entries.put(name, real);
            parents.push(real);
            for (Path child : children(name, real)) {
                add(name.isEmpty() ? child.getFileName().toString() : name + "/" + child.getFileName(), child, parents);
            }
            parents.pop();
        } else if (Files.isRegularFile(real) && Files.isReadable(real)) {
            entries.put(name, real);
        } else {
            throw new Uncopied((name.isEmpty() ? "it" : name) + " is no file or folder that can be read");
        }
    }

    private Path real(String name, Path path) throws IOException, Uncopied {
        Path real;
        try {
            real = path.toRealPath();
        } catch (IOException e) {
            throw new Uncopied(name + " is a link to " + target(path) + ", which is not there or leads back to it:"
                    + " remove or correct it");
        }
        if (!real.startsWith(root)) {
            throw new Uncopied(
                    name + " is a link out of the folder, to " + real + ": put a copy in its place, or move the file");
        }
        return real;
    }

    private static String target(Path path) throws IOException {
        return Files.isSymbolicLink(path) ? Files.readSymbolicLink(path).toString() : "nothing";
    }

    private static List<Path> children(String name, Path folder) throws IOException, Uncopied {
        if (!Files.isReadable(folder)) {
            throw new Uncopied((name.isEmpty() ? "it" : name) + " cannot be read");
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    /** Names and what is copied for them; the folder or file itself has the empty name. */
    Map<String, Path> entries() {
        return Map.copyOf(entries);
    }

    @Override
    public long getSize() {
        return 0;
    }

    @Override
    public String getDescription() {
        return root.toString();
    }

    @Override
    public void transferTo(TarArchiveOutputStream output, String destination) {
        try {
            for (Map.Entry<String, Path> entry : entries.entrySet()) {
                write(
                        output,
                        entry.getKey().isEmpty() ? destination : destination + "/" + entry.getKey(),
                        entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(TarArchiveOutputStream output, String name, Path path) throws IOException {
        if (Files.isDirectory(path)) {
            TarArchiveEntry folder = new TarArchiveEntry(name.endsWith("/") ? name : name + "/");
            folder.setMode(FOLDER_MODE);
            output.putArchiveEntry(folder);
        } else {
            TarArchiveEntry file = new TarArchiveEntry(name);
            file.setMode(FILE | mode.orElseGet(() -> permissions(path)));
            file.setSize(Files.size(path));
            output.putArchiveEntry(file);
            Files.copy(path, output);
        }
        output.closeArchiveEntry();
    }

    private static int permissions(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:mode") & PERMISSIONS;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // This machine has no such thing.
            return ALL_MAY_READ;
        }
    }

    /** Why something cannot be copied, as a part of a sentence. */
    private static final class Uncopied extends Exception {

        private static final long serialVersionUID = 1;

        Uncopied(String message) {
            super(message);
        }
    }
}

package io.fetchmark.plan;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A jar on disk that {@code java -jar} runs.
 *
 * @param libraries what its manifest has as {@code Class-Path}, as far as it is there and lies below the jar's folder:
 *     relative to that folder, in order
 */
public record ExecutableJar(Path file, List<Path> libraries) {

    public ExecutableJar {
        libraries = List.copyOf(libraries);
    }

    /**
     * The executable jar that is that file.
     *
     * @throws InvalidValue of the element {@code file} if it is none
     */
    public static ExecutableJar at(Path file) {
        if (!Files.exists(file)) {
            throw wrong(
                    "must be a jar that is there when the goal runs (the phase package makes that of a module), was "
                            + file);
        }
        if (!Files.isRegularFile(file)) {
            throw wrong("must be a jar and no folder (the phase package makes that of a module), was " + file);
        }
        Attributes manifest = manifest(file);
        if (manifest.getValue(Name.MAIN_CLASS) == null) {
            throw wrong("must be an executable jar, whose manifest has a Main-Class (as the plugins of frameworks and"
                    + " maven-shade-plugin make them), was " + file);
        }
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        String classPath =
                Optional.ofNullable(manifest.getValue(Name.CLASS_PATH)).orElse("");
        return new ExecutableJar(
                file,
                Stream.of(classPath.trim().split("\\s+", -1))
                        .flatMap(entry -> path(entry).stream())
                        .map(entry -> folder.resolve(entry).normalize())
                        .filter(library ->
                                library.startsWith(folder) && !library.equals(folder) && Files.exists(library))
                        .map(folder::relativize)
                        .distinct()
                        .toList());
    }

    private static Attributes manifest(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.getManifest() == null
                    ? new Attributes()
                    : jar.getManifest().getMainAttributes();
        } catch (IOException e) {
            throw wrong("must be a jar that can be read (" + e.getMessage() + "), was " + file);
        }
    }

    /** The path of an entry, which is a relative URL; empty if it is of another kind. */
    private static Optional<Path> path(String entry) {
        try {
            URI uri = new URI(entry);
            return uri.isAbsolute() || uri.getPath().isEmpty() ? Optional.empty() : Optional.of(Path.of(uri.getPath()));
        } catch (URISyntaxException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static InvalidValue wrong(String reason) {
        return new InvalidValue("file", reason);
    }
}

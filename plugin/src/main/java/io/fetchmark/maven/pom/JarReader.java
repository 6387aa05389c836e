package io.fetchmark.maven.pom;

import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.JarSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way from a {@code <jar>} to a target.
 *
 * @param baseDirectory where relative paths start
 * @param image of its container if the POM names none
 */
record JarReader(Path baseDirectory, String image, JarShelf shelf) {

    private static final JarShelf.Found NONE =
            new JarShelf.Found(new Coordinates("none", "none", "", "0"), Path.of("none.jar"));

    JarSpec read(Place place, JarElement element) {
        if ((element.file == null) == (element.artifact == null)) {
            place.problem("must have exactly one of <file> and <artifact>, was "
                    + (element.file == null ? "neither" : "both"));
        }
        Path file = place.read("file", element.file, NONE.file(), this::file);
        JarShelf.Found found =
                place.read("artifact", element.artifact, NONE, text -> shelf.find(Coordinates.parse(text)));
        return new JarSpec(
                element.file == null ? found.file() : file,
                element.file == null ? Optional.of(found.coordinates().toString()) : Optional.empty(),
                words(place, "jvmOptions", element.jvmOptions),
                words(place, "args", element.args),
                container(place, element));
    }

    private Path file(String text) {
        Path file = baseDirectory.resolve(text).normalize();
        shelf.check(file);
        return file;
    }

    private static List<String> words(Place place, String name, @Nullable CommandElement element) {
        if (element == null || !element.words.isEmpty()) {
            return element == null ? List.of() : List.copyOf(element.words);
        }
        // A property that is empty by default is no mistake.
        return element.line.isEmpty() ? List.of() : place.read(name, element.line, List.of(), CommandLine::words);
    }

    private ContainerSpec container(Place place, JarElement element) {
        ContainerElement container = new ContainerElement();
        container.image = element.image == null ? image : element.image;
        container.port = element.port;
        container.env = element.env;
        container.ready = element.ready;
        container.cpus = element.cpus;
        container.memory = element.memory;
        return new ContainerReader(baseDirectory).read(place, container);
    }
}

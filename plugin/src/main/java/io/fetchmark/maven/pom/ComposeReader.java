package io.fetchmark.maven.pom;

import io.fetchmark.plan.ComposeSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way from a {@code <compose>} to a target.
 *
 * @param baseDirectory where relative paths start
 */
record ComposeReader(Path baseDirectory) {

    private static final ComposeSpec SOUND = ComposeSpec.of(Path.of("sound.yaml"), "sound", 80);

    ComposeSpec read(Place place, ComposeElement element) {
        require(place, "file", element.file);
        require(place, "service", element.service);
        require(place, "port", element.port);
        Path file = place.read("file", element.file, SOUND.file(), this::file);
        String service = place.read(
                "service",
                element.service,
                SOUND.service(),
                text -> ComposeSpec.of(SOUND.file(), text, SOUND.port()).service());
        int port = place.read(
                "port",
                element.port,
                SOUND.port(),
                text -> ComposeSpec.of(SOUND.file(), SOUND.service(), Numbers.whole(text))
                        .port());
        Map<String, String> env = place.make(SOUND, () -> SOUND.with(NamedTexts.read(element.env)))
                .env();
        return new ComposeSpec(
                file,
                service,
                env,
                port,
                ReadyReader.read(place, element.ready, SOUND.ready().sign()));
    }

    private static void require(Place place, String element, @Nullable String text) {
        if (text == null) {
            place.problem(element, Place.ABSENT);
        }
    }

    private Path file(String text) {
        Path path = baseDirectory.resolve(text).normalize();
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new IllegalArgumentException("must be a file that can be read, was " + text);
        }
        return path;
    }
}

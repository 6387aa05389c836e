package io.fetchmark.maven.pom;

import io.fetchmark.plan.ContainerSetup;
import io.fetchmark.plan.CopiedFile;
import io.fetchmark.plan.MemorySize;
import io.fetchmark.plan.Resources;
import io.fetchmark.plan.Volume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The way from a {@code <container>} to what a container is given, the target's or a companion's. Each value is tried in
 * a container whose other values are right.
 *
 * @param baseDirectory where relative paths start
 */
record SetupReader(Path baseDirectory) {

    private static final ContainerSetup SOUND = ContainerSetup.of("sound");
    private static final String INSIDE = "/sound";

    ContainerSetup read(Place place, ContainerElement element) {
        if (element.image == null) {
            place.problem("image", Place.ABSENT);
        }
        String image = place.read(
                "image",
                element.image,
                SOUND.image(),
                text -> ContainerSetup.of(text).image());
        List<String> aliases = place.read(
                "aliases",
                element.aliases,
                List.of(),
                text -> SOUND.alias(Place.parts(text)).aliases());
        List<Volume> volumes = volumes(place.child("volumes"), element.volumes);
        return new ContainerSetup(
                image,
                place.make(SOUND, () -> SOUND.running(NamedTexts.read(element.env), List.of()))
                        .env(),
                command(place, element.command),
                content(place.child("content"), element.content),
                place.make(SOUND, () -> SOUND.holding(List.of(), volumes)).volumes(),
                aliases,
                resources(place, element));
    }

    private static List<String> command(Place place, @Nullable CommandElement element) {
        if (element == null) {
            return List.of();
        }
        return element.words.isEmpty()
                ? place.read("command", element.line, List.of(), CommandLine::words)
                : List.copyOf(element.words);
    }

    private List<CopiedFile> content(Place content, @Nullable List<FileElement> elements) {
        List<CopiedFile> files = new ArrayList<>();
        for (FileElement element : elements == null ? List.<FileElement>of() : elements) {
            Place place = content.child("file").entry("#" + (files.size() + 1));
            if (element.from == null) {
                place.problem("from", Place.ABSENT);
            }
            files.add(
                    new CopiedFile(place.read("from", element.from, baseDirectory, this::path), to(place, element.to)));
        }
        return files;
    }

    private List<Volume> volumes(Place volumes, @Nullable List<VolumeElement> elements) {
        List<Volume> read = new ArrayList<>();
        for (VolumeElement element : elements == null ? List.<VolumeElement>of() : elements) {
            Place place = volumes.child("volume").entry("#" + (read.size() + 1));
            String to = to(place, element.to);
            boolean readOnly = place.read("readOnly", element.readOnly, false, Flag::read);
            if (element.from != null && element.name != null) {
                place.problem("must have <from> or <name>, was both");
            }
            if (element.from != null) {
                read.add(new Volume.Bind(place.read("from", element.from, baseDirectory, this::path), to, readOnly));
            } else if (element.name != null) {
                String name =
                        place.read("name", element.name, "sound", text -> new Volume.Named(text, INSIDE, false).name());
                read.add(new Volume.Named(name, to, readOnly));
            } else {
                if (readOnly) {
                    place.problem(
                            "readOnly", "must not be true without <from> or <name>, for it stays empty, was true");
                }
                read.add(new Volume.Anonymous(to));
            }
        }
        return read;
    }

    private static String to(Place place, @Nullable String text) {
        if (text == null) {
            place.problem("to", Place.ABSENT);
        }
        return place.read("to", text, INSIDE, path -> new Volume.Anonymous(path).to());
    }

    private Path path(String text) {
        Path path = baseDirectory.resolve(text).normalize();
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException("must be a file or directory that can be read, was " + text);
        }
        return path;
    }

    private static Resources resources(Place place, ContainerElement element) {
        Resources plain = Resources.atMost(
                place.read("cpus", element.cpus, Resources.ALL.cpus(), SetupReader::cpus),
                place.read(
                        "memory", element.memory, Resources.ALL.memory(), text -> Optional.of(MemorySize.parse(text))));
        return place.read("cpuset", element.cpuset, plain, plain::on);
    }

    private static OptionalDouble cpus(String text) {
        return Resources.atMost(OptionalDouble.of(Numbers.real(text)), Optional.empty())
                .cpus();
    }
}

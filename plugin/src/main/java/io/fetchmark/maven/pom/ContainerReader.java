package io.fetchmark.maven.pom;

import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.Durations;
import io.fetchmark.plan.MemorySize;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.Resources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The way from a {@code <container>} to a target. Each value is tried in a container whose other values are right. */
final class ContainerReader {

    private static final ContainerSpec SOUND = ContainerSpec.of("sound", 80);
    private static final String ABSENT = "must be given, was absent";

    private ContainerReader() {}

    static ContainerSpec read(Place place, ContainerElement element) {
        if (element.image == null) {
            place.problem("image", ABSENT);
        }
        if (element.port == null) {
            place.problem("port", ABSENT);
        }
        return new ContainerSpec(
                place.read(
                        "image",
                        element.image,
                        SOUND.image(),
                        text -> ContainerSpec.of(text, SOUND.port()).image()),
                place.read(
                        "port",
                        element.port,
                        SOUND.port(),
                        text -> ContainerSpec.of(SOUND.image(), Numbers.whole(text))
                                .port()),
                env(place, element.env),
                command(place, element.command),
                ready(place, element.ready),
                resources(place, element));
    }

    private static Map<String, String> env(Place place, @Nullable Map<String, String> element) {
        Map<String, String> env = new LinkedHashMap<>();
        if (element != null) {
            // Maven has null for an element without text.
            element.forEach((name, value) -> env.put(name, value == null ? "" : value));
        }
        return place.make(SOUND, () -> SOUND.running(env, List.of())).env();
    }

    private static List<String> command(Place place, @Nullable CommandElement element) {
        if (element == null) {
            return List.of();
        }
        return element.words.isEmpty()
                ? place.read("command", element.line, List.of(), CommandLine::words)
                : List.copyOf(element.words);
    }

    private static Readiness ready(Place place, @Nullable ReadyElement element) {
        if (element == null) {
            return Readiness.ROOT;
        }
        Readiness ready = place.read("ready", element.path, Readiness.ROOT, Readiness::of);
        return place.child("ready")
                .read("timeout", element.timeout, ready, text -> ready.within(Durations.parse(text)));
    }

    private static Resources resources(Place place, ContainerElement element) {
        return Resources.atMost(
                place.read("cpus", element.cpus, Resources.ALL.cpus(), ContainerReader::cpus),
                place.read(
                        "memory", element.memory, Resources.ALL.memory(), text -> Optional.of(MemorySize.parse(text))));
    }

    private static OptionalDouble cpus(String text) {
        return Resources.atMost(OptionalDouble.of(Numbers.real(text)), Optional.empty())
                .cpus();
    }
}

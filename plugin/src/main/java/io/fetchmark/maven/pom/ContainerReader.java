package io.fetchmark.maven.pom;

import io.fetchmark.plan.Companion;
import io.fetchmark.plan.ContainerSetup;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.ReadySign;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The way from a {@code <container>} to a target, with the companions that it holds.
 *
 * @param baseDirectory where relative paths start
 */
record ContainerReader(Path baseDirectory) {

    private static final ContainerSpec SOUND = ContainerSpec.of("sound", 80);

    ContainerSpec read(Place place, ContainerElement element) {
        if (element.name != null) {
            place.problem(
                    "name",
                    "must be given for a <container> of <with> alone (here are <aliases>), was " + element.name);
        }
        if (element.port == null) {
            place.problem("port", Place.ABSENT);
        }
        ContainerSpec alone = new ContainerSpec(
                new SetupReader(baseDirectory).read(place, element),
                port(place, element.port).orElse(SOUND.port()),
                ReadyReader.read(place, element.ready, SOUND.ready().sign()),
                List.of());
        List<Companion> companions = companions(place.child("with"), element.with);
        return place.make(alone, () -> alone.with(companions.toArray(Companion[]::new)));
    }

    private List<Companion> companions(Place with, @Nullable List<ContainerElement> elements) {
        List<Companion> companions = new ArrayList<>();
        for (ContainerElement element : elements == null ? List.<ContainerElement>of() : elements) {
            String title = element.name == null ? "#" + (companions.size() + 1) : element.name.trim();
            companions.add(companion(with.child("container").entry(title), element));
        }
        return companions;
    }

    private Companion companion(Place place, ContainerElement element) {
        if (element.name == null) {
            place.problem("name", Place.ABSENT);
        }
        if (element.with != null) {
            place.problem("with", "must be in the <container> of the target alone, was in another");
        }
        Companion sound = new Companion(
                "sound",
                ContainerSetup.of("sound"),
                OptionalInt.of(SOUND.port()),
                Readiness.by(new ReadySign.Listens()));
        String name = place.read(
                "name",
                element.name,
                sound.name(),
                text -> new Companion(text, sound.setup(), sound.port(), sound.ready()).name());
        ContainerSetup setup = new SetupReader(baseDirectory).read(place, element);
        OptionalInt port = port(place, element.port);
        Readiness ready = ReadyReader.read(place, element.ready, new ReadySign.Listens());
        return place.make(sound, () -> new Companion(name, setup, port, ready));
    }

    private static OptionalInt port(Place place, @Nullable String text) {
        return text == null
                ? OptionalInt.empty()
                : OptionalInt.of(place.read(
                        "port",
                        text,
                        SOUND.port(),
                        given -> ContainerSpec.of(SOUND.image(), Numbers.whole(given))
                                .port()));
    }
}

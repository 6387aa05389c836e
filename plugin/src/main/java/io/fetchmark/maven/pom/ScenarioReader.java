package io.fetchmark.maven.pom;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Durations;
import io.fetchmark.plan.Limit;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way from a {@code <scenario>} to a scenario. Each value is tried in a scenario whose other values are right. */
final class ScenarioReader {

    private static final Scenario SOUND = Scenario.of("sound", Request.get("/"), new Load.Closed(1), Client.THREADS);

    /** A scenario that any number of workers can share. */
    static final Scenario ANY_WORKERS =
            Scenario.of("sound", Request.get("/"), new Load.Ladder(List.of(1)), Client.THREADS);

    private ScenarioReader() {}

    /**
     * @param number of the scenario among its siblings, from 1
     * @param sides what it is to fetch from
     * @param workers that share its load
     */
    static Scenario read(Place scenarios, int number, ScenarioElement element, Sides sides, int workers) {
        String title = element.name == null ? "#" + number : element.name.trim();
        Place place = scenarios.child("scenario").entry(title);
        String name = name(place, element.name);
        List<Client> clients = clients(place, element.clients);
        int threads = place.read(
                "threads",
                element.threads,
                SOUND.threads(),
                text -> sized(Numbers.whole(text), SOUND.connections()).threads());
        int connections = place.read(
                "connections",
                element.connections,
                SOUND.connections(),
                text -> sized(SOUND.threads(), Numbers.whole(text)).connections());
        Request request = RequestReader.read(place, element.request);
        Load load = LoadReader.read(place, element.load);
        Duration warmUp = place.read(
                "warmUp",
                element.warmUp,
                SOUND.warmUp(),
                text -> SOUND.lasting(Durations.parse(text), SOUND.duration()).warmUp());
        Duration duration = place.read(
                "duration",
                element.duration,
                SOUND.duration(),
                text -> SOUND.lasting(SOUND.warmUp(), Durations.parse(text)).duration());
        List<Limit> limits = LimitsReader.read(place, element.limits);
        Optional<Regression> regression = RegressionReader.read(place, element.regression, load, sides);
        return place.make(ANY_WORKERS, () -> {
            Scenario scenario = new Scenario(
                    name, clients, threads, connections, request, load, warmUp, duration, limits, regression);
            scenario.checkSharedBy(workers);
            sides.check(scenario);
            return scenario;
        });
    }

    private static String name(Place place, @Nullable String text) {
        if (text == null) {
            place.problem("name", "must be given, was absent");
        }
        return place.read(
                "name",
                text,
                SOUND.name(),
                name -> Scenario.of(name, SOUND.request(), SOUND.load(), Client.THREADS)
                        .name());
    }

    private static List<Client> clients(Place place, @Nullable String text) {
        if (text == null) {
            return SOUND.clients();
        }
        List<Client> known = Place.parts(text.trim()).stream()
                .flatMap(
                        part -> place
                                .read("clients", part, Optional.<Client>empty(), label -> Optional.of(Client.of(label)))
                                .stream())
                .toList();
        return known.isEmpty() ? SOUND.clients() : known;
    }

    private static Scenario sized(int threads, int connections) {
        return new Scenario(
                SOUND.name(),
                SOUND.clients(),
                threads,
                connections,
                SOUND.request(),
                SOUND.load(),
                SOUND.warmUp(),
                SOUND.duration(),
                List.of());
    }
}

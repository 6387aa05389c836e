package io.fetchmark.maven.pom;

import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Load;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way from a {@code <load>} to a load. */
final class LoadReader {

    private static final Load SOUND = new Load.Closed(1);
    private static final String ALLOWED = "must have exactly one of <concurrency>, <arrivalRate> and <fetches>, was ";

    private LoadReader() {}

    static Load read(Place scenario, @Nullable LoadElement element) {
        Place place = scenario.child("load");
        if (element == null) {
            place.problem(ALLOWED + "absent");
            return SOUND;
        }
        List<String> given = Stream.of(
                        entry("<concurrency>", element.concurrency),
                        entry("<arrivalRate>", element.arrivalRate),
                        entry("<fetches>", element.fetches))
                .filter(kind -> kind.getValue() != null)
                .map(Map.Entry::getKey)
                .toList();
        if (given.size() != 1) {
            place.problem(ALLOWED + (given.isEmpty() ? "none" : String.join(" and ", given)));
        }
        if (element.arrivals != null && element.arrivalRate == null) {
            place.problem("arrivals", "must go with <arrivalRate>, was " + element.arrivals);
        }
        Arrivals arrivals = place.read("arrivals", element.arrivals, Arrivals.UNIFORM, LoadReader::arrivals);
        Load closed =
                place.read("concurrency", element.concurrency, SOUND, text -> new Load.Closed(Numbers.whole(text)));
        Load open = place.read(
                "arrivalRate", element.arrivalRate, closed, text -> new Load.Open(Numbers.real(text), arrivals));
        return element.fetches == null ? open : ladder(place, element.fetches);
    }

    private static Load ladder(Place place, String fetches) {
        List<Integer> steps = Place.parts(fetches).stream()
                .map(part -> place.read("fetches", part, 1, text -> {
                    int step = Numbers.whole(text);
                    return new Load.Ladder(List.of(step)).fetches().get(0);
                }))
                .toList();
        return new Load.Ladder(steps);
    }

    private static Arrivals arrivals(String text) {
        return Arrays.stream(Arrivals.values())
                .filter(arrivals -> arrivals.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be uniform or poisson, was " + text));
    }

    private static Map.Entry<String, @Nullable String> entry(String name, @Nullable String value) {
        return new java.util.AbstractMap.SimpleEntry<>(name, value);
    }
}

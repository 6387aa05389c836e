package io.fetchmark.maven.pom;

import java.util.Arrays;
import java.util.Locale;

/** What a verdict in doubt does to the build. */
public enum OnInconclusive {
    /** The build goes on, with a warning. */
    WARN,
    /** The build fails. */
    FAIL;

    /**
     * The one of that name.
     *
     * @throws InvalidPom if there is none
     */
    public static OnInconclusive of(String text) throws InvalidPom {
        Place place = Place.configuration();
        OnInconclusive choice = read(place, text);
        place.check();
        return choice;
    }

    static OnInconclusive read(Place place, String text) {
        return place.read(
                "onInconclusive",
                text,
                WARN,
                name -> Arrays.stream(values())
                        .filter(choice -> choice.toString().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("must be warn or fail, was " + name)));
    }

    /** The name used in the POM. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

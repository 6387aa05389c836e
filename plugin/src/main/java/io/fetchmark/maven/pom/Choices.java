package io.fetchmark.maven.pom;

import java.util.Map;
import java.util.Optional;

/**
 * What the user asks for on the command line, or by the environment. It goes before what the POM says.
 *
 * @param image of nginx
 * @param runtime where the target is to run
 * @param seed where every random choice comes from
 * @param scenarios names or globs of the scenarios to run, with commas between; all if absent
 * @param failOnRegression true or false
 */
public record Choices(
        Optional<String> image,
        Optional<String> runtime,
        Optional<String> seed,
        Optional<String> scenarios,
        Optional<String> failOnRegression) {

    /** The variable that gives the default of {@code -Dfetchmark.image}. */
    public static final String IMAGE_VARIABLE = "FETCHMARK_IMAGE";

    /** Nothing in particular. */
    public static final Choices NONE =
            new Choices(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** These choices, with the image that the environment names if they have none. */
    public Choices orFrom(Map<String, String> environment) {
        Optional<String> named =
                Optional.ofNullable(environment.get(IMAGE_VARIABLE)).filter(name -> !name.isBlank());
        return new Choices(image.or(() -> named), runtime, seed, scenarios, failOnRegression);
    }
}

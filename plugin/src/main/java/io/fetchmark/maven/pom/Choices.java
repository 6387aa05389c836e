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
 * @param jdkImage of the container of a jar, if the POM names none
 */
public record Choices(
        Optional<String> image,
        Optional<String> runtime,
        Optional<String> seed,
        Optional<String> scenarios,
        Optional<String> failOnRegression,
        Optional<String> jdkImage) {

    /** The variable that gives the default of {@code -Dfetchmark.image}. */
    public static final String IMAGE_VARIABLE = "FETCHMARK_IMAGE";

    /** The variable that gives the default of a jar's {@code <image>}. */
    public static final String JDK_IMAGE_VARIABLE = "FETCHMARK_JDK_IMAGE";

    /** Nothing in particular. */
    public static final Choices NONE =
            new Choices(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What the command line says; the environment says nothing yet. */
    public Choices(
            Optional<String> image,
            Optional<String> runtime,
            Optional<String> seed,
            Optional<String> scenarios,
            Optional<String> failOnRegression) {
        this(image, runtime, seed, scenarios, failOnRegression, Optional.empty());
    }

    /** These choices, with the images that the environment names where they have none. */
    public Choices orFrom(Map<String, String> environment) {
        return new Choices(
                image.or(() -> named(environment, IMAGE_VARIABLE)),
                runtime,
                seed,
                scenarios,
                failOnRegression,
                jdkImage.or(() -> named(environment, JDK_IMAGE_VARIABLE)));
    }

    private static Optional<String> named(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(name -> !name.isBlank());
    }
}

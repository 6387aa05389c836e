package io.fetchmark.maven.pom;

import io.fetchmark.plan.InvalidValue;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An element of the POM by its path, which reads what is below it. Where a value is wrong it notes that and goes on with
 * a right one, so that all wrong values are found in one go.
 */
final class Place {

    /** What is wrong with an element that is not there. */
    static final String ABSENT = "must be given, was absent";

    private static final String WAS = ", was ";

    private final String path;
    private final Set<String> problems;

    private Place(String path, Set<String> problems) {
        this.path = path;
        this.problems = problems;
    }

    /** The {@code <configuration>} itself, with nothing wrong yet. */
    static Place configuration() {
        return new Place("", new LinkedHashSet<>());
    }

    /** The element of that name below this one. */
    Place child(String element) {
        return new Place(path + "<" + element + ">", problems);
    }

    /** This element, told apart from its siblings by a name or a number. */
    Place entry(String name) {
        return new Place(path + "[" + name + "]", problems);
    }

    /**
     * What the text of a child says.
     *
     * @param text null if there is no such child
     * @param otherwise the value to go on with where there is no text or it is wrong
     * @param parse throws {@link IllegalArgumentException} if the text is wrong
     */
    <T> T read(String element, @Nullable String text, T otherwise, Function<String, T> parse) {
        return text == null ? otherwise : child(element).attempt(text.trim(), otherwise, parse);
    }

    /** What a user property says, as {@link #read} does for a child. */
    <T> T setting(String property, Optional<String> text, T otherwise, Function<String, T> parse) {
        return text.isEmpty()
                ? otherwise
                : new Place("-Dfetchmark." + property, problems)
                        .attempt(text.get().trim(), otherwise, parse);
    }

    /** What is made of several children, each right by itself. The message tells which one is at odds with the others. */
    <T> T make(T otherwise, Supplier<T> making) {
        try {
            return making.get();
        } catch (InvalidValue e) {
            problem(e.element(), e.reason());
            return otherwise;
        }
    }

    /** Notes that a child is wrong. */
    void problem(String element, String reason) {
        child(element).problem(reason);
    }

    /** Notes that this element is wrong. */
    void problem(String reason) {
        problems.add(path + ": " + reason);
    }

    /** Throws if anything was wrong, here or at any other place of this configuration. */
    void check() throws InvalidPom {
        if (!problems.isEmpty()) {
            throw new InvalidPom(List.copyOf(problems));
        }
    }

    /** The parts of a list with commas between. */
    static List<String> parts(String list) {
        return List.of(list.split("\\s*,\\s*", -1));
    }

    /** Names as a sentence lists them. */
    static String listing(Collection<String> names) {
        return String.join(", ", names);
    }

    private <T> T attempt(String text, T otherwise, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (InvalidValue e) {
            problem(asWritten(e.reason(), text));
        } catch (IllegalArgumentException e) {
            problem(asWritten(String.valueOf(e.getMessage()), text));
        }
        return otherwise;
    }

    /** The reason with the value as the POM has it: 0ms and not 0.0 nanoseconds. */
    private static String asWritten(String reason, String text) {
        int was = reason.lastIndexOf(WAS);
        return was < 0 ? reason : reason.substring(0, was + WAS.length()) + shown(text);
    }

    private static String shown(String text) {
        return text.isEmpty() ? "nothing" : text;
    }
}

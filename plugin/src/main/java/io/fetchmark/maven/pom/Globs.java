package io.fetchmark.maven.pom;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names that are wanted, where {@code *} stands for any characters and {@code ?} for one.
 *
 * @param globs at least one must match
 */
public record Globs(List<String> globs) {

    /** The globs of a list with commas between. */
    public static Globs parse(String list) {
        return new Globs(Place.parts(list.trim()));
    }

    /** Whether any of the names is wanted. */
    public boolean matchAny(Collection<String> names) {
        return names.stream().anyMatch(this::match);
    }

    boolean match(String name) {
        return globs.stream().anyMatch(glob -> pattern(glob).matcher(name).matches());
    }

    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        glob.chars()
                .forEach(character -> regex.append(
                        switch (character) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(Character.toString(character));
                        }));
        return Pattern.compile(regex.toString());
    }
}

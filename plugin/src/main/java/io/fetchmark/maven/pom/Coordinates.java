package io.fetchmark.maven.pom;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A jar in the Maven repositories.
 *
 * @param classifier empty if it has none
 * @param version may be {@link #RELEASE}
 */
public record Coordinates(String group, String artifact, String classifier, String version) {

    /** In place of a version: the newest that is released. */
    public static final String RELEASE = "RELEASE";

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final String FORM = "must be group:artifact:version or group:artifact:classifier:version";

    public Coordinates {
        if (version.equals("LATEST")) {
            throw new IllegalArgumentException("must have a version, or " + RELEASE
                    + " for the newest that is released; LATEST may be a snapshot, and is another thing tomorrow, was "
                    + version);
        }
    }

    /**
     * The jar that a text names.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    static Coordinates parse(String text) {
        List<String> parts = List.of(text.split(":", -1));
        boolean named = parts.stream().allMatch(part -> PART.matcher(part).matches());
        if (!named || parts.size() < 3 || parts.size() > 4) {
            throw new IllegalArgumentException(FORM + ", was " + text);
        }
        String classifier = parts.size() == 4 ? parts.get(2) : "";
        return new Coordinates(parts.get(0), parts.get(1), classifier, parts.get(parts.size() - 1));
    }

    /** The same artifact in that version. */
    public Coordinates of(String otherVersion) {
        return new Coordinates(group, artifact, classifier, otherVersion);
    }

    public boolean isRelease() {
        return version.equals(RELEASE);
    }

    /** As a POM has it. */
    @Override
    public String toString() {
        return group + ":" + artifact + (classifier.isEmpty() ? "" : ":" + classifier) + ":" + version;
    }
}

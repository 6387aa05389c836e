package io.fetchmark.maven.pom;

import org.jspecify.annotations.Nullable;

/** The {@code <ready>} of a container: a path, or one sign and a {@code <timeout>}. */
public final class ReadyElement {

    /** What must be answered with a status from 200 to 399. */
    @Nullable String path;

    /** Its port must take connections. */
    @Nullable EmptyElement port;

    /** A regular expression of a line that it must have said. */
    @Nullable String log;

    /** How long that may take from the start of the container, for example {@code 2m}. */
    @Nullable String timeout;

    /** What Maven calls for an element with text. */
    public void set(String text) {
        path = text;
    }
}

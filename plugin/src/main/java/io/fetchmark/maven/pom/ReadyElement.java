package io.fetchmark.maven.pom;

import org.jspecify.annotations.Nullable;

/** The {@code <ready>} of a target: a path, or a {@code <path>} and a {@code <timeout>}. */
public final class ReadyElement {

    /** What must be answered with a status from 200 to 399. */
    @Nullable String path;

    /** How long that may take from the start of the target, for example {@code 2m}. */
    @Nullable String timeout;

    /** What Maven calls for an element with text. */
    public void set(String text) {
        path = text;
    }
}

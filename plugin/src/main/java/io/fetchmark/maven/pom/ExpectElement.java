package io.fetchmark.maven.pom;

import org.jspecify.annotations.Nullable;

/** The {@code <expect>} of a request: what a response must be to count as a success. */
public final class ExpectElement {

    /** The HTTP status code, 200 if absent. */
    @Nullable String status;

    /** A text that the body must contain. */
    @Nullable String contains;
}

package io.fetchmark.maven.pom;

import org.jspecify.annotations.Nullable;

/** A {@code <file>} in the {@code <content>} of a container. */
public final class FileElement {

    /** A file or directory of the project. */
    @Nullable String from;

    /** Where it is in the container. */
    @Nullable String to;
}

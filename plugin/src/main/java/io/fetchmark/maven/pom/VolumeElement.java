package io.fetchmark.maven.pom;

import org.jspecify.annotations.Nullable;

/** A {@code <volume>} of a container: of a directory if it has {@code <from>}, else of the run's own. */
public final class VolumeElement {

    /** A directory or file of this machine; not with a name. */
    @Nullable String from;

    /** What the containers that share it call it. */
    @Nullable String name;

    /** Where it is in the container. */
    @Nullable String to;

    /** Whether the container may only read it: true or false. */
    @Nullable String readOnly;
}

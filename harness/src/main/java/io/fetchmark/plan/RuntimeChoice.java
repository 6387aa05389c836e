package io.fetchmark.plan;

import java.util.Locale;

/** Where the target is to run. */
public enum RuntimeChoice {
    /** In a container where an engine answers, else embedded, which is said loudly, if that can be. */
    AUTO,
    /** In a container, or not at all. */
    DOCKER,
    /** In an HTTP server in a process of its own, without an engine. */
    EMBEDDED;

    /**
     * Checks that a target can run there.
     *
     * @throws InvalidValue if it cannot
     */
    public void checkAgainst(TargetSpec target) {
        if (this == EMBEDDED && target instanceof ContainerSpec) {
            throw new InvalidValue(
                    "runtime", "must be auto or docker with <container>, for which nothing can stand in, was " + this);
        }
    }

    /** The name used in the POM and in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.fetchmark.plan;

import java.util.Locale;

/** Where the target is to run. */
public enum RuntimeChoice {
    /** In a container where an engine answers, else embedded, which is said loudly. */
    AUTO,
    /** In a container, or not at all. */
    DOCKER,
    /** In an HTTP server in a process of its own, without an engine. */
    EMBEDDED;

    /** The name used in the POM and in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

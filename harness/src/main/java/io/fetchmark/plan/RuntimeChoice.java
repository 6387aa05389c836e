package io.fetchmark.plan;

import java.util.Locale;

/** Where the target is to run. */
public enum RuntimeChoice {
    /**
     * In a container where an engine answers, else as the embedded server or the process that can take its place, which
     * is said loudly, if one can.
     */
    AUTO,
    /** In a container, or not at all. */
    DOCKER,
    /** In an HTTP server in a process of its own, without an engine. */
    EMBEDDED,
    /** As a process of this machine, without an engine. */
    PROCESS;

    /**
     * Checks that a target can run there.
     *
     * @throws InvalidValue if it cannot
     */
    public void checkAgainst(TargetSpec target) {
        String kind = "<" + target.kind() + ">";
        if (this == EMBEDDED && (target instanceof ContainerSpec || target instanceof ComposeSpec)) {
            throw new InvalidValue(
                    "runtime", "must be auto or docker with " + kind + ", for which nothing can stand in, was " + this);
        }
        if (this == EMBEDDED && target instanceof JarSpec) {
            throw new InvalidValue(
                    "runtime",
                    "must be auto, docker or process with <jar>, for which no embedded server can stand in, was "
                            + this);
        }
        if (this == PROCESS && !(target instanceof JarSpec)) {
            throw new InvalidValue(
                    "runtime", "must not be process with " + kind + ": only a <jar> can run as a process, was " + this);
        }
    }

    /** The name used in the POM and in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

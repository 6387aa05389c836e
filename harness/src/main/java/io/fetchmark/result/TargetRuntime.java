package io.fetchmark.result;

import java.util.Locale;

/** Where the target ran. */
public enum TargetRuntime {
    /** In a container that was started for the run. */
    DOCKER,
    /** As a process that was started for the run. */
    PROCESS,
    /** In the embedded HTTP server, in a process of its own, because no engine answered or the user said so. */
    EMBEDDED,
    /** Somewhere; it was there before the run. */
    EXTERNAL;

    /** Whether nginx can be started to run in the same way: as a reference to measure beside it. */
    public boolean allowsReference() {
        return switch (this) {
            case DOCKER, EMBEDDED -> true;
            case PROCESS, EXTERNAL -> false;
        };
    }

    /** The name used in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

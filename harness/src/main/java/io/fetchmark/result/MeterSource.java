package io.fetchmark.result;

import java.util.Locale;

/** Where the figures of a target's use of the machine come from. */
public enum MeterSource {
    /** The accounts of its container's control group, as the kernel keeps them: to 1 us at rest, a tick behind under load. */
    CGROUP,
    /** The account of its process, as the kernel keeps it: on Linux to 10 ms. */
    PROCESS,
    /** What the container engine tells by itself, once a second. */
    STATS;

    /** Whether it answers at any instant, and not in its own time. */
    public boolean isPrompt() {
        return switch (this) {
            case CGROUP, PROCESS -> true;
            case STATS -> false;
        };
    }

    /** How far off what is counted between two instants may be by the counter alone. */
    long resolutionNanos() {
        return switch (this) {
            case CGROUP, STATS -> 1_000;
            case PROCESS -> 10_000_000;
        };
    }

    /** The name used in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

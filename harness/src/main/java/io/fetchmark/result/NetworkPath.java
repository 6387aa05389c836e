package io.fetchmark.result;

import java.util.Locale;

/** How requests reach the target. Results over different paths are not comparable. */
public enum NetworkPath {
    /** The container shares the network of this machine; requests go over loopback. */
    HOST,
    /** To the address of the container, or of another machine. */
    DIRECT,
    /** To a port of this machine that the engine forwards to the container. */
    MAPPED,
    /** Over loopback to a process. */
    LOOPBACK;

    /** The name used in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

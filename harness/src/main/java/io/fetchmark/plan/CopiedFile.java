package io.fetchmark.plan;

import java.nio.file.Path;

/**
 * A file that a container gets a copy of before it starts, with its permissions; or a directory, with all that is in it.
 *
 * @param from a file or directory of this machine
 * @param to where it is in the container, an absolute path
 */
public record CopiedFile(Path from, String to) {

    public CopiedFile {
        checkInside(to);
    }

    /**
     * Checks that a path is one below the root of a container.
     *
     * @throws InvalidValue if it is not
     */
    static void checkInside(String to) {
        if (!to.matches("/[^/:].*") || to.contains("..") || to.contains("//")) {
            throw new InvalidValue(
                    "to",
                    "must be an absolute path in the container such as /etc/shop, was "
                            + (to.isEmpty() ? "empty" : to));
        }
    }
}

package io.fetchmark.plan;

import java.nio.file.Path;

/** What a container has at a path of its own that is not of its image. */
public sealed interface Volume {

    /** Where it is in the container, an absolute path. */
    String to();

    /**
     * A directory or file of this machine itself, which the container may change unless it is read-only.
     *
     * @param from a directory or file of this machine
     */
    record Bind(Path from, String to, boolean readOnly) implements Volume {
        public Bind {
            CopiedFile.checkInside(to);
        }
    }

    /**
     * A volume that is empty when a run starts and gone when it ends; containers of the run that give it the same name
     * share it.
     *
     * @param name 1 to 64 letters, digits, dots, dashes and underscores
     */
    record Named(String name, String to, boolean readOnly) implements Volume {
        public Named {
            CopiedFile.checkInside(to);
            if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
                throw new InvalidValue(
                        "name",
                        "must be 1 to 64 letters, digits, dots, dashes or underscores, was "
                                + (name.isEmpty() ? "empty" : name));
            }
        }
    }

    /** A volume of one container, which is gone with it. */
    record Anonymous(String to) implements Volume {
        public Anonymous {
            CopiedFile.checkInside(to);
        }
    }
}

package io.fetchmark.plan;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What shows that something that was started can be used. */
public sealed interface ReadySign {

    /** Whether it can be seen only at a port of the container. */
    boolean needsPort();

    /**
     * A request for a path is answered with a status from 200 to 399.
     *
     * @param path the path and query, starting with a slash, already percent-encoded
     */
    record Answers(String path) implements ReadySign {
        public Answers {
            try {
                path = Request.get(path).path();
            } catch (InvalidValue e) {
                throw new InvalidValue("ready", e.reason());
            }
        }

        @Override
        public boolean needsPort() {
            return true;
        }
    }

    /** Its port takes connections and keeps them. */
    record Listens() implements ReadySign {
        @Override
        public boolean needsPort() {
            return true;
        }
    }

    /**
     * It has said a line that fits, on standard output or standard error; what has a port takes connections there, too.
     *
     * @param pattern a regular expression of Java's, which is found in the line
     */
    record Says(String pattern) implements ReadySign {
        public Says {
            if (pattern.isBlank()) {
                throw new InvalidValue("log", "must be a regular expression of a line, was empty");
            }
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw new InvalidValue(
                        "log", "must be a regular expression (" + e.getDescription() + "), was " + pattern);
            }
        }

        @Override
        public boolean needsPort() {
            return false;
        }
    }
}

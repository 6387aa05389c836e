package io.fetchmark.maven;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The name of an execution of the plugin as its directory has it. Ids that differ have names that differ.
 *
 * @param text letters, digits, dots, dashes and underscores, and percent signs that stand for a byte of UTF-8 each
 */
record ExecutionName(String text) implements Comparable<ExecutionName> {

    private static final String DEFAULT = "default";
    private static final Set<String> IDS_OF_THE_DEFAULT = Set.of("default", "default-cli", "");

    /** The name for an id of the POM. A call from the command line and an execution without an id are the default. */
    static ExecutionName of(String id) {
        if (IDS_OF_THE_DEFAULT.contains(id)) {
            return new ExecutionName(DEFAULT);
        }
        boolean isFolderAlready = id.matches("\\.+");
        StringBuilder name = new StringBuilder();
        for (byte each : id.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = Character.toString(each & 0xff).matches("[A-Za-z0-9._-]") && !isFolderAlready;
            name.append(plain ? Character.toString(each) : String.format(Locale.ROOT, "%%%02X", each & 0xff));
        }
        return new ExecutionName(name.toString());
    }

    /** Whether another one's directory is the same, at least on file systems that do not tell upper and lower case apart. */
    boolean meets(ExecutionName other) {
        return text.equalsIgnoreCase(other.text);
    }

    @Override
    public int compareTo(ExecutionName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}

package io.fetchmark.maven;

import java.util.Set;

/**
 * The name of an execution of the plugin as its directory has it.
 *
 * @param text letters, digits, dots, dashes and underscores
 */
record ExecutionName(String text) implements Comparable<ExecutionName> {

    private static final String DEFAULT = "default";
    private static final Set<String> IDS_OF_THE_DEFAULT = Set.of("default", "default-cli");

    /** The name for an id of the POM. A call from the command line and an execution without an id are the default. */
    static ExecutionName of(String id) {
        String name = id.replaceAll("[^A-Za-z0-9._-]", "_");
        boolean none = IDS_OF_THE_DEFAULT.contains(id) || name.matches("\\.*");
        return new ExecutionName(none ? DEFAULT : name);
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

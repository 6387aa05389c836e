package io.fetchmark.plan;

import java.util.Arrays;

/** A tool that watches trends, for which the figures of a build are written in its own format. */
public enum ExportFormat {
    /** Apache Otava: change points in a series of builds. */
    OTAVA("otava"),
    /** Bencher: continuous benchmarking. */
    BENCHER("bencher"),
    /** The action of GitHub that keeps charts on a branch. */
    GITHUB_ACTION_BENCHMARK("github-action-benchmark");

    private final String label;

    ExportFormat(String label) {
        this.label = label;
    }

    /**
     * The format of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ExportFormat of(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be some of " + Arrays.toString(values()) + ", was " + label));
    }

    /** The name used in the POM. */
    @Override
    public String toString() {
        return label;
    }
}

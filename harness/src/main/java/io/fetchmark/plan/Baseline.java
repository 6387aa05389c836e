package io.fetchmark.plan;

import java.nio.file.Path;

/** The other side of a comparison. */
public sealed interface Baseline permits Baseline.Beside, Baseline.Recorded {

    /** A target that is started beside the one to judge, and measured in turn with it. */
    record Beside(TargetSpec target) implements Baseline {}

    /**
     * What earlier runs have measured.
     *
     * @param directory holds the files of the recorded baseline; it need not be there yet
     */
    record Recorded(Path directory) implements Baseline {}
}

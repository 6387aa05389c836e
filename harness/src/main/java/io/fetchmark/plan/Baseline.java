package io.fetchmark.plan;

import java.nio.file.Path;

/** The other side of a comparison. */
public sealed interface Baseline permits Baseline.Beside, Baseline.Recorded {

    /** A target that is started beside the one to judge, and measured in turn with it. */
    record Beside(TargetSpec target) implements Baseline {}

    /**
     * What earlier runs have measured. As a machine is not the same from day to day, each run measures a reference beside
     * the target, nginx with its welcome page, and what is compared from run to run is how the two differ.
     *
     * @param directory holds the files of the recorded baseline; it need not be there yet
     * @param image of the reference, any whose command is nginx
     */
    record Recorded(Path directory, String image) implements Baseline {

        public Recorded {
            TargetSpec.checkImage(image);
        }

        /** A recorded baseline with the default image as the reference. */
        public Recorded(Path directory) {
            this(directory, NginxSpec.DEFAULT_IMAGE);
        }

        /** What is measured beside the target. */
        public TargetSpec reference() {
            return NginxSpec.welcome(image);
        }
    }
}

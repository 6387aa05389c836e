package io.fetchmark.maven.pom;

import org.jspecify.annotations.Nullable;

/** The {@code <regression>} of a scenario; all are optional. */
public final class RegressionElement {

    /** The metrics that may fail the build, with commas between, for example {@code p50,p99}. */
    @Nullable String metrics;

    /** The change that is put up with: of all metrics, or of some by name, for example {@code 1%, p99=5%}. */
    @Nullable String tolerance;

    /** The change that is to be found, likewise. */
    @Nullable String detect;

    /** How often each side is started. */
    @Nullable String starts;

    /** The most time that is spent on measuring, for example {@code 60s}. */
    @Nullable String budget;
}

package io.fetchmark.maven.pom;

import org.jspecify.annotations.Nullable;

/** The {@code <limits>} of a scenario; all are optional. */
public final class LimitsElement {

    /** The longest median response time, for example {@code 5ms}. */
    @Nullable String p50;

    /** The longest 99th percentile of the response time. */
    @Nullable String p99;

    /** The longest response time. */
    @Nullable String max;

    /** The largest share of arrivals that fail or are dropped, for example {@code 0.5%}; {@code 1%} by default. */
    @Nullable String errorRate;

    /** The least number of successful exchanges a second. */
    @Nullable String throughput;
}

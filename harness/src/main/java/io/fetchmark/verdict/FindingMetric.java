package io.fetchmark.verdict;

import io.fetchmark.measure.Units;
import io.fetchmark.plan.LimitMetric;
import io.fetchmark.plan.RegressionMetric;
import java.util.Optional;

/** The figure that a finding is about. */
public enum FindingMetric {
    /** Whether anything was measured at all; its value is the number of successful exchanges. */
    MEASURED("measured", Optional.empty()),
    /** Whether the generator of an open load kept up; its value is a high quantile of start lateness, in nanoseconds. */
    GENERATOR("generator", Optional.empty()),
    /** Median response time, in nanoseconds. */
    P50(LimitMetric.P50),
    /** 90th percentile of the response time; only as a ratio. */
    P90("p90", Optional.empty()),
    /** 95th percentile of the response time; only as a ratio. */
    P95("p95", Optional.empty()),
    /** 99th percentile of the response time, in nanoseconds. */
    P99(LimitMetric.P99),
    /** Longest response time, in nanoseconds. */
    MAX(LimitMetric.MAX),
    /** Share of arrivals that failed or were dropped, 0 to 1. */
    ERROR_RATE(LimitMetric.ERROR_RATE),
    /** Successful exchanges a second. */
    THROUGHPUT(LimitMetric.THROUGHPUT),
    /** CPU time of the target for each exchange; only as a ratio. */
    CPU_PER_REQUEST("cpuPerRequest", Optional.empty());

    private final String label;
    private final Optional<LimitMetric> limited;

    FindingMetric(LimitMetric limited) {
        this(limited.label(), Optional.of(limited));
    }

    FindingMetric(String label, Optional<LimitMetric> limited) {
        this.label = label;
        this.limited = limited;
    }

    /** The metric of a finding about such a limit. */
    public static FindingMetric of(LimitMetric metric) {
        return switch (metric) {
            case P50 -> P50;
            case P99 -> P99;
            case MAX -> MAX;
            case ERROR_RATE -> ERROR_RATE;
            case THROUGHPUT -> THROUGHPUT;
        };
    }

    /** The metric of a finding that holds the target against its baseline. */
    public static FindingMetric of(RegressionMetric metric) {
        return switch (metric) {
            case P50 -> P50;
            case P90 -> P90;
            case P95 -> P95;
            case P99 -> P99;
            case THROUGHPUT -> THROUGHPUT;
            case CPU_PER_REQUEST -> CPU_PER_REQUEST;
            case ERROR_RATE -> ERROR_RATE;
        };
    }

    /** A value of this metric as people read it, with its unit: {@code 12.3 ms}. */
    public String words(double value) {
        return switch (this) {
            case MEASURED -> Units.count(Math.round(value));
            case GENERATOR, P90, P95, CPU_PER_REQUEST -> Units.time(value);
            case P50, P99, MAX, ERROR_RATE, THROUGHPUT ->
                limited.map(metric -> Units.of(metric.kind(), value)).orElseThrow();
        };
    }

    /** The name used in files and in reports. */
    @Override
    public String toString() {
        return label;
    }
}

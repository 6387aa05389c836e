package io.fetchmark.plan;

import java.util.Arrays;

/** A figure of a block of load by which the candidate is held against the baseline. Times are response times. */
public enum RegressionMetric {
    /** Median response time, in nanoseconds. */
    P50("p50", 0.01, 0.05),
    /** 90th percentile of the response time, in nanoseconds. */
    P90("p90", 0.01, 0.05),
    /** 95th percentile of the response time, in nanoseconds. */
    P95("p95", 0.02, 0.1),
    /** 99th percentile of the response time, in nanoseconds. */
    P99("p99", 0.05, 0.2),
    /** Successful exchanges a second; of a closed load only, as that of an open one is the arrival rate. */
    THROUGHPUT("throughput", 0.01, 0.1),
    /** CPU time of the target for each exchange, in nanoseconds. */
    CPU_PER_REQUEST("cpuPerRequest", 0.01, 0.05),
    /** Share of exchanges that failed, 0 to 1: any increase that is more than chance is a regression. */
    ERROR_RATE("errorRate", 0, 0);

    private final String label;
    private final double tolerance;
    private final double detect;

    RegressionMetric(String label, double tolerance, double detect) {
        this.label = label;
        this.tolerance = tolerance;
        this.detect = detect;
    }

    /**
     * The metric of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RegressionMetric of(String label) {
        return Arrays.stream(values())
                .filter(metric -> metric.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be some of " + Arrays.toString(values()) + ", was " + label));
    }

    /** This metric with the tolerance and the change to detect that suit most. */
    public Gated gated() {
        return new Gated(this, tolerance, detect);
    }

    /** The name used in the POM, in files and in reports. */
    @Override
    public String toString() {
        return label;
    }
}

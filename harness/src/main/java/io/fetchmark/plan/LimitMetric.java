package io.fetchmark.plan;

/** A figure of a result that may be limited. Times are response times. */
public enum LimitMetric {
    /** Median response time, in nanoseconds. */
    P50("p50", Kind.TIME),
    /** 99th percentile of the response time, in nanoseconds. */
    P99("p99", Kind.TIME),
    /** Longest response time, in nanoseconds. */
    MAX("max", Kind.TIME),
    /** Share of arrivals that failed or were dropped, 0 to 1. */
    ERROR_RATE("errorRate", Kind.SHARE),
    /** Successful exchanges a second; the limit is the least that will do. */
    THROUGHPUT("throughput", Kind.RATE);

    /** The unit of a metric. */
    public enum Kind {
        /** Nanoseconds. */
        TIME,
        /** A fraction of 1. */
        SHARE,
        /** A number a second. */
        RATE
    }

    private final String label;
    private final Kind kind;

    LimitMetric(String label, Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** The name used in the POM, in files and in reports. */
    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether a measured value keeps a limit: at most the limit, or at least for a rate. */
    public boolean keeps(double measured, double limit) {
        return kind == Kind.RATE ? measured >= limit : measured <= limit;
    }

    @Override
    public String toString() {
        return label;
    }
}

package io.fetchmark.result;

import io.fetchmark.measure.Distribution;

/** A distribution of times in a few figures, in nanoseconds; all 0 if nothing was measured. */
public record TimeSummary(long min, double mean, long p50, long p90, long p95, long p99, long p999, long max) {

    public static TimeSummary of(Distribution times) {
        return new TimeSummary(
                times.min(),
                times.mean(),
                times.quantile(0.5),
                times.quantile(0.9),
                times.quantile(0.95),
                times.quantile(0.99),
                times.quantile(0.999),
                times.max());
    }
}

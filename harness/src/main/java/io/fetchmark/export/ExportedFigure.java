package io.fetchmark.export;

import io.fetchmark.history.BaselineRatio;
import io.fetchmark.history.BuildFigures;
import io.fetchmark.result.TimeSummary;
import io.fetchmark.verdict.FindingMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One figure as other tools know it. Names and units never change, as those tools find the figures of earlier builds by
 * them.
 *
 * @param name lower case letters, digits and dashes, at most 64; ends with the unit where there is one
 * @param unit of the value, in a word
 * @param moreIsBetter otherwise less is
 * @param low the least that the true value may be, if that is known
 * @param high the most that the true value may be, if that is known
 */
record ExportedFigure(
        String name, String unit, boolean moreIsBetter, double value, OptionalDouble low, OptionalDouble high) {

    private static final String NANOS = "ns";

    /** All that is known of one client in one scenario, always in this order. */
    static List<ExportedFigure> of(BuildFigures figures) {
        List<ExportedFigure> all = new ArrayList<>();
        times("response-time", figures.responseTimeNanos(), all);
        times("service-time", figures.serviceTimeNanos(), all);
        all.add(exact("throughput-per-second", "exchanges/s", true, figures.throughputPerSecond()));
        all.add(exact("error-rate", "share", false, figures.errorRate()));
        figures.targetCpuNanosPerRequest()
                .ifPresent(nanos -> all.add(exact("target-cpu-per-request-ns", NANOS, false, nanos)));
        figures.ratios().forEach(ratio -> all.add(of(ratio)));
        return all;
    }

    private static void times(String which, TimeSummary times, List<ExportedFigure> all) {
        all.add(exact(which + "-p50-ns", NANOS, false, (double) times.p50()));
        all.add(exact(which + "-p90-ns", NANOS, false, (double) times.p90()));
        all.add(exact(which + "-p99-ns", NANOS, false, (double) times.p99()));
    }

    private static ExportedFigure of(BaselineRatio ratio) {
        return new ExportedFigure(
                name(ratio.metric()) + "-by-baseline",
                "ratio",
                ratio.metric() == FindingMetric.THROUGHPUT,
                ratio.estimate(),
                ratio.low(),
                ratio.high());
    }

    private static String name(FindingMetric metric) {
        return switch (metric) {
            case P50, P90, P95, P99, MAX -> "response-time-" + metric;
            case THROUGHPUT -> "throughput";
            case CPU_PER_REQUEST -> "target-cpu-per-request";
            case ERROR_RATE -> "error-rate";
            case MEASURED, GENERATOR -> metric.toString();
        };
    }

    private static ExportedFigure exact(String name, String unit, boolean moreIsBetter, double value) {
        return new ExportedFigure(name, unit, moreIsBetter, value, OptionalDouble.empty(), OptionalDouble.empty());
    }
}

package io.fetchmark.report;

import io.fetchmark.history.BaselineRatio;
import io.fetchmark.history.BuildFigures;
import io.fetchmark.measure.Units;
import io.fetchmark.result.TimeSummary;
import io.fetchmark.verdict.FindingMetric;
import java.util.Optional;
import java.util.function.Function;

/**
 * A figure of a build, and how it is drawn and said.
 *
 * @param name what tells it from others on its chart; empty if there are none
 * @param value absent where a build does not have it
 */
record TrendReading(
        String name,
        LineStyle line,
        Function<BuildFigures, Optional<Double>> value,
        Function<BuildFigures, String> words) {

    static final TrendReading P99 = time(" p99", LineStyle.SOLID, TimeSummary::p99);
    static final TrendReading P50 = time(" p50", LineStyle.DOTTED, TimeSummary::p50);
    static final TrendReading THROUGHPUT = new TrendReading(
            "",
            LineStyle.SOLID,
            figures -> Optional.of(figures.throughputPerSecond()),
            figures -> Units.rate(figures.throughputPerSecond()));
    static final TrendReading CPU = new TrendReading(
            "",
            LineStyle.SOLID,
            TrendReading::cpu,
            figures -> cpu(figures).map(Units::time).orElse("–"));

    /** The change from the baseline, with its interval where that is known. */
    static TrendReading change(FindingMetric metric) {
        return new TrendReading(
                "",
                LineStyle.SOLID,
                figures -> figures.ratio(metric).map(ratio -> ratio.estimate() - 1),
                figures -> figures.ratio(metric).map(TrendReading::words).orElse("–"));
    }

    private static TrendReading time(String name, LineStyle line, Function<TimeSummary, Long> nanos) {
        return new TrendReading(
                name,
                line,
                // An axis of logarithms has no 0.
                figures -> Optional.of((double) nanos.apply(figures.responseTimeNanos()))
                        .filter(value -> value > 0),
                figures -> Units.time((double) nanos.apply(figures.responseTimeNanos())));
    }

    private static Optional<Double> cpu(BuildFigures figures) {
        return figures.targetCpuNanosPerRequest().stream().boxed().findFirst();
    }

    private static String words(BaselineRatio ratio) {
        return Percent.signed(ratio.estimate() - 1)
                + (ratio.low().isPresent() && ratio.high().isPresent()
                        ? " ("
                                + Percent.between(
                                        ratio.low().getAsDouble() - 1,
                                        ratio.high().getAsDouble() - 1) + ")"
                        : "");
    }
}

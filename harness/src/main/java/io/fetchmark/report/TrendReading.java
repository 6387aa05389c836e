package io.fetchmark.report;

import io.fetchmark.history.BaselineRatio;
import io.fetchmark.history.BuildFigures;
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

    static TrendReading p99(Language language) {
        return time(" p99", LineStyle.SOLID, TimeSummary::p99, language);
    }

    static TrendReading p50(Language language) {
        return time(" p50", LineStyle.DOTTED, TimeSummary::p50, language);
    }

    static TrendReading throughput(Language language) {
        return new TrendReading(
                "",
                LineStyle.SOLID,
                figures -> Optional.of(figures.throughputPerSecond()),
                figures -> language.rate(figures.throughputPerSecond()));
    }

    /** CPU time of the target. */
    static TrendReading cpu(Language language) {
        return new TrendReading(
                "",
                LineStyle.SOLID,
                TrendReading::cpu,
                figures -> cpu(figures).map(language::time).orElse("–"));
    }

    /** The change from the baseline, with its interval where that is known. */
    static TrendReading change(FindingMetric metric, Language language) {
        return new TrendReading(
                "",
                LineStyle.SOLID,
                figures -> figures.ratio(metric).map(ratio -> ratio.estimate() - 1),
                figures -> figures.ratio(metric)
                        .map(ratio -> words(ratio, language))
                        .orElse("–"));
    }

    private static TrendReading time(
            String name, LineStyle line, Function<TimeSummary, Long> nanos, Language language) {
        return new TrendReading(
                name,
                line,
                // An axis of logarithms has no 0.
                figures -> Optional.of((double) nanos.apply(figures.responseTimeNanos()))
                        .filter(value -> value > 0),
                figures -> language.time((double) nanos.apply(figures.responseTimeNanos())));
    }

    private static Optional<Double> cpu(BuildFigures figures) {
        return figures.targetCpuNanosPerRequest().stream().boxed().findFirst();
    }

    private static String words(BaselineRatio ratio, Language language) {
        String change = language.signed(ratio.estimate() - 1);
        return ratio.low().isPresent() && ratio.high().isPresent()
                ? change + " ("
                        + language.between(
                                ratio.low().getAsDouble() - 1, ratio.high().getAsDouble() - 1)
                        + ")"
                : change;
    }
}

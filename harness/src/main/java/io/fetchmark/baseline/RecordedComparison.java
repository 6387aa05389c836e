package io.fetchmark.baseline;

import io.fetchmark.measure.Distribution;
import io.fetchmark.measure.Interval;
import io.fetchmark.measure.IntervalLog;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.ScenarioHash;
import io.fetchmark.result.TimeSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the target of one run differed from the reference, for one client of one scenario.
 *
 * @param scenario its name
 * @param scenarioHash equal if and only if the same load was asked for
 * @param blockSeconds for how long each block was measured
 * @param metrics those that could be compared
 * @param targetResponseTimeNanos of the blocks of the target
 * @param referenceResponseTimeNanos of the blocks of the reference
 * @param targetHistogram the response times of the target, as {@link Distribution#encode} gives them
 * @param referenceHistogram those of the reference
 */
public record RecordedComparison(
        String scenario,
        Client client,
        Load load,
        String scenarioHash,
        double blockSeconds,
        List<RecordedMetric> metrics,
        TimeSummary targetResponseTimeNanos,
        TimeSummary referenceResponseTimeNanos,
        String targetHistogram,
        String referenceHistogram) {

    public RecordedComparison {
        metrics = List.copyOf(metrics);
        checkHistogram(targetHistogram);
        checkHistogram(referenceHistogram);
    }

    private static void checkHistogram(String text) {
        long unused = Distribution.decode(text).count();
    }

    static RecordedComparison of(Scenario scenario, int workers, Comparison comparison, Path folder)
            throws IOException {
        if (comparison.histograms().size() != 2) {
            throw new IOException("the comparison of " + scenario.name() + " names no histograms of both sides");
        }
        Distribution target = times(folder.resolve(comparison.histograms().get(0)));
        Distribution reference = times(folder.resolve(comparison.histograms().get(1)));
        return new RecordedComparison(
                scenario.name(),
                comparison.client(),
                comparison.load(),
                ScenarioHash.of(scenario, comparison.client(), workers),
                comparison.blockSeconds(),
                Arrays.stream(RegressionMetric.values())
                        .flatMap(metric -> RecordedMetric.of(metric, comparison.all()).stream())
                        .toList(),
                TimeSummary.of(target),
                TimeSummary.of(reference),
                target.encode(),
                reference.encode());
    }

    /** What is known of that metric. */
    public Optional<RecordedMetric> find(RegressionMetric metric) {
        return metrics.stream().filter(one -> one.metric() == metric).findFirst();
    }

    private static Distribution times(Path log) throws IOException {
        Distribution all = Distribution.of();
        for (Interval interval : IntervalLog.read(log)) {
            all = all.plus(interval.times());
        }
        return all;
    }
}

package io.fetchmark.report;

import io.fetchmark.plan.Load;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.result.Side;
import io.fetchmark.verdict.FindingMetric;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** One metric in all pairs of a comparison; a figure that a block does not have is not a number. */
record PairedMetric(FindingMetric metric, Comparison comparison) {

    private static final List<FindingMetric> USUAL = List.of(
            FindingMetric.P50,
            FindingMetric.P90,
            FindingMetric.P99,
            FindingMetric.THROUGHPUT,
            FindingMetric.CPU_PER_REQUEST,
            FindingMetric.ERROR_RATE);

    /** Those that are worth a look where no gate says which are. */
    static List<PairedMetric> usual(Comparison comparison) {
        return USUAL.stream()
                .filter(metric -> metric != FindingMetric.THROUGHPUT || comparison.load() instanceof Load.Closed)
                .map(metric -> new PairedMetric(metric, comparison))
                .filter(PairedMetric::isMeasured)
                .toList();
    }

    /** All pairs, in the order of measuring. */
    List<Pair> pairs() {
        return Stream.concat(comparison.screening().stream(), comparison.confirmation().stream())
                .toList();
    }

    /**
     * By how much the candidate's block of a pair differs from the baseline's: relative, 0.05 is 5 % more; of the error
     * rate the difference of both shares, as most blocks have none.
     */
    double change(Pair pair) {
        double candidate = value(pair.candidate());
        double baseline = value(pair.baseline());
        return isErrors() ? candidate - baseline : candidate / baseline - 1;
    }

    /** What blocks of a side are like: the median of all; of the error rate the share in all of them together. */
    OptionalDouble typical(Side side) {
        if (isErrors()) {
            long requests = blocks(side).mapToLong(PairedMetric::exchanges).sum();
            long failed = blocks(side).mapToLong(BlockFigures::failed).sum();
            return requests > 0 ? OptionalDouble.of((double) failed / requests) : OptionalDouble.empty();
        }
        double[] sorted = blocks(side)
                .mapToDouble(this::value)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
    }

    /** The changes of all pairs that have one, in ascending order. */
    double[] changes() {
        return pairs().stream()
                .mapToDouble(this::change)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    /** Whether there is something to see: a change at all, and of the error rate an error. */
    boolean isMeasured() {
        double[] changes = changes();
        return isErrors() ? Arrays.stream(changes).anyMatch(change -> change != 0) : changes.length > 0;
    }

    boolean isErrors() {
        return metric == FindingMetric.ERROR_RATE;
    }

    boolean isLessWorse() {
        return metric == FindingMetric.THROUGHPUT;
    }

    /** What it is called in a sentence. */
    String words(Language language) {
        return switch (metric) {
            case P50, P90, P95, P99, MEASURED, GENERATOR, MAX -> metric.toString();
            case THROUGHPUT -> language.say("metric-throughput");
            case CPU_PER_REQUEST -> language.say("metric-cpu");
            case ERROR_RATE -> language.say("metric-errors");
        };
    }

    private Stream<BlockFigures> blocks(Side side) {
        return pairs().stream().map(pair -> side == Side.CANDIDATE ? pair.candidate() : pair.baseline());
    }

    private double value(BlockFigures block) {
        return switch (metric) {
            case P50 -> time(block.p50());
            case P90 -> time(block.p90());
            case P95 -> time(block.p95());
            case P99 -> time(block.p99());
            case THROUGHPUT -> block.perSecond() > 0 ? block.perSecond() : Double.NaN;
            case CPU_PER_REQUEST -> block.targetCpuNanosPerRequest().orElse(Double.NaN);
            case ERROR_RATE -> exchanges(block) > 0 ? (double) block.failed() / exchanges(block) : Double.NaN;
            case MEASURED, GENERATOR, MAX -> Double.NaN;
        };
    }

    /** With dropped arrivals, which count as failed and are no requests, as near as can be told. */
    private static long exchanges(BlockFigures block) {
        return Math.max(block.requests(), block.failed());
    }

    private static double time(long nanos) {
        return nanos > 0 ? nanos : Double.NaN;
    }
}

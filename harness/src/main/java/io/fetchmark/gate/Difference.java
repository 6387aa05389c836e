package io.fetchmark.gate;

import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Pair;
import java.util.Optional;

/**
 * By how much the candidate's block of a pair is worse than the baseline's; swapped sides give the opposite. Of a time, the
 * CPU time and the throughput it is the logarithm of their ratio, as noise multiplies them. Of errors it is the difference
 * of the roots of their shares, times the root of the mean number of exchanges: the difference of the roots of counts,
 * whose variance does not depend on the counts (Bartlett, Supplement to JRSS 3, 1936), but fair to a side that serves more.
 */
final class Difference {

    /** A quantile q needs 3 / (1 − q) exchanges, so that a few of them are expected beyond it. */
    private static final int BEYOND = 3;

    private Difference() {}

    /** What a pair that has no {@link #gap} says. */
    static double of(RegressionMetric metric, Pair pair) {
        return switch (metric) {
            case P50, P90, P95, P99, THROUGHPUT, CPU_PER_REQUEST ->
                badness(metric, pair.candidate()) - badness(metric, pair.baseline());
            case ERROR_RATE -> {
                double mean = (exchanges(pair.candidate()) + exchanges(pair.baseline())) / 2.0;
                yield (Math.sqrt(figure(metric, pair.candidate())) - Math.sqrt(figure(metric, pair.baseline())))
                        * Math.sqrt(mean);
            }
        };
    }

    /** How bad a block is by itself, in steps that are ratios: the logarithm of its figure, or of the inverse of a rate. */
    static double badness(RegressionMetric metric, BlockFigures block) {
        return switch (metric) {
            case P50, P90, P95, P99, CPU_PER_REQUEST, ERROR_RATE -> Math.log(figure(metric, block));
            case THROUGHPUT -> -Math.log(figure(metric, block));
        };
    }

    /** Why a pair says nothing, if it does not. */
    static Optional<Gap> gap(RegressionMetric metric, Pair pair) {
        if (pair.stoodStill()) {
            return Optional.of(Gap.CLIENT_STOOD_STILL);
        }
        if (metric == RegressionMetric.ERROR_RATE) {
            return !succeeded(pair.candidate()) && !succeeded(pair.baseline())
                    ? Optional.of(Gap.NOTHING_SUCCEEDED)
                    : Optional.of(Gap.TOO_FEW_REQUESTS)
                            .filter(gap -> exchanges(pair.candidate()) == 0 || exchanges(pair.baseline()) == 0);
        }
        return gap(metric, pair.candidate()).or(() -> gap(metric, pair.baseline()));
    }

    private static Optional<Gap> gap(RegressionMetric metric, BlockFigures block) {
        if (!succeeded(block)) {
            return Optional.of(Gap.NOTHING_SUCCEEDED);
        }
        if (figure(metric, block) > 0) {
            return Optional.of(Gap.TOO_FEW_REQUESTS).filter(gap -> block.requests() < needed(metric));
        }
        return Optional.of(metric == RegressionMetric.CPU_PER_REQUEST ? Gap.NOT_METERED : Gap.TOO_FEW_REQUESTS);
    }

    private static int needed(RegressionMetric metric) {
        return switch (metric) {
            case P50 -> BEYOND * 2;
            case P90 -> BEYOND * 10;
            case P95 -> BEYOND * 20;
            case P99 -> BEYOND * 100;
            case THROUGHPUT, CPU_PER_REQUEST, ERROR_RATE -> 1;
        };
    }

    static double figure(RegressionMetric metric, BlockFigures block) {
        return switch (metric) {
            case P50 -> block.p50();
            case P90 -> block.p90();
            case P95 -> block.p95();
            case P99 -> block.p99();
            case THROUGHPUT -> block.perSecond();
            case CPU_PER_REQUEST -> block.targetCpuNanosPerRequest().orElse(0);
            case ERROR_RATE -> (double) block.failed() / exchanges(block);
        };
    }

    private static boolean succeeded(BlockFigures block) {
        return block.perSecond() > 0;
    }

    /** With dropped arrivals, which count as failed and are no requests, as near as can be told. */
    private static long exchanges(BlockFigures block) {
        return Math.max(block.requests(), block.failed());
    }
}

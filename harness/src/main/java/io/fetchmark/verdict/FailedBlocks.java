package io.fetchmark.verdict;

import io.fetchmark.measure.Units;
import io.fetchmark.plan.LimitMetric;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Side;
import java.util.List;

/**
 * The shares of exchanges that failed in the blocks of a comparison, of either side. Where they are above the error rate that
 * is in force, times, throughput and CPU time are those of failures, and two sides that fail alike are not as good as each
 * other.
 *
 * @param most the error rate in force, 0 to 1
 */
record FailedBlocks(double candidate, double baseline, double most) {

    static FailedBlocks of(Scenario scenario, Comparison comparison) {
        double most = scenario.limitsInForce().stream()
                .filter(limit -> limit.metric() == LimitMetric.ERROR_RATE)
                .mapToDouble(limit -> limit.value())
                .min()
                .orElse(1);
        return new FailedBlocks(share(Side.CANDIDATE, comparison), share(Side.BASELINE, comparison), most);
    }

    /**
     * Those findings, invalid where too many failed: all but that of the error rate, which is about failures. A regression
     * stays one, unless it is one against a baseline that fails itself.
     */
    List<Finding> judged(List<Finding> findings) {
        return findings.stream().map(this::judged).toList();
    }

    private Finding judged(Finding finding) {
        boolean open = finding.verdict().compareTo(VerdictKind.INVALID) < 0;
        if (finding.metric() == FindingMetric.ERROR_RATE) {
            return finding;
        }
        if (baseline > most && (open || finding.verdict() == VerdictKind.REGRESSION)) {
            return finding.as(VerdictKind.INVALID, reason(baseline, "baseline"));
        }
        return candidate > most && open ? finding.as(VerdictKind.INVALID, reason(candidate, "target")) : finding;
    }

    private String reason(double share, String side) {
        return Units.share(share) + " of the exchanges with the " + side + " failed, where an errorRate of "
                + Units.share(most)
                + " is the limit: figures of failures cannot be compared; mend what fails, or set an"
                + " <errorRate> in the <limits> that allows it";
    }

    private static double share(Side side, Comparison comparison) {
        long failed = 0;
        long exchanges = 0;
        for (var pair : comparison.screening()) {
            BlockFigures block = pair.of(side);
            failed += block.failed();
            // Dropped arrivals are failed, too, and are no requests.
            exchanges += Math.max(block.requests(), block.failed());
        }
        return exchanges == 0 ? 0 : (double) failed / exchanges;
    }
}

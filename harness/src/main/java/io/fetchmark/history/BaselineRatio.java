package io.fetchmark.history;

import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A metric of the target by that of the baseline of its own build: 1.05 is 5 % more, of a throughput too.
 *
 * @param estimate above 0
 * @param low the least that it may be, at 95 %
 * @param high the most that it may be, at 95 %
 */
public record BaselineRatio(FindingMetric metric, double estimate, OptionalDouble low, OptionalDouble high) {

    public BaselineRatio {
        if (!(estimate > 0 && Double.isFinite(estimate))) {
            throw new IllegalArgumentException("must be above 0 and finite, was " + estimate);
        }
    }

    /** Those that the gate has told. Of errors it tells none, as most builds have no error to divide by. */
    static List<BaselineRatio> of(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.againstBaseline() && finding.metric() != FindingMetric.ERROR_RATE)
                .filter(finding -> finding.estimate().orElse(0) > 0)
                .map(finding -> new BaselineRatio(
                        finding.metric(), finding.estimate().getAsDouble(), finding.low(), finding.high()))
                .toList();
    }
}

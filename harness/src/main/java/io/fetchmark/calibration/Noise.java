package io.fetchmark.calibration;

import io.fetchmark.plan.RegressionMetric;
import java.util.List;
import java.util.Optional;

/**
 * How much equal targets differ on a machine, as measured in pairs of blocks: A/A.
 *
 * @param target what was measured on both sides
 * @param runtime where it ran
 * @param pairs how many there were
 * @param pairSeconds what each took
 * @param starts of each side
 * @param metrics each once
 * @param replays what the gate says of builds made of these pairs, with its default metrics and budget
 * @param measuredAt ISO 8601
 */
public record Noise(
        String target,
        String runtime,
        int pairs,
        double pairSeconds,
        int starts,
        List<OfMetric> metrics,
        List<Replayed> replays,
        String measuredAt) {

    public Noise {
        metrics = List.copyOf(metrics);
        replays = List.copyOf(replays);
    }

    /**
     * The noise of one metric, in standard deviations of logarithms: 0.05 is 5 %.
     *
     * @param sd of pairs, robust: the noise floor
     * @param plainSd of pairs; much more than the robust one where there are bursts
     * @param tellingSd by how much all pairs would have to scatter to show as much as their least-disturbed ones do; at most
     *     the robust one, and what decides which changes can be found
     * @param startSd of the instances of one side, beyond what the noise of pairs explains
     */
    public record OfMetric(RegressionMetric metric, double sd, double plainSd, double tellingSd, double startSd) {}

    /**
     * What the gate says of replayed builds.
     *
     * @param slower by what share the candidate was made slower, 0 for equal targets
     * @param regression share of builds that fail, 0 to 1
     * @param inconclusive share of builds that could not be decided, 0 to 1
     * @param pairs that were needed, the median
     */
    public record Replayed(double slower, double regression, double inconclusive, double pairs) {}

    /** The noise of that metric. */
    public Optional<OfMetric> of(RegressionMetric metric) {
        return metrics.stream().filter(one -> one.metric() == metric).findFirst();
    }
}

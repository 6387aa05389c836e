package io.fetchmark.verdict;

import io.fetchmark.plan.Client;
import java.util.OptionalDouble;

/**
 * One thing that was judged, and how it came out. Figures are in the unit of the metric: nanoseconds, a share from 0 to
 * 1, a number a second, or a number of exchanges; where the target was held against its baseline they are ratios, the
 * target's by the baseline's, and there is a tolerance. A figure that is not known is absent.
 *
 * @param scenario its name
 * @param metric what was judged
 * @param estimate the measured value
 * @param low the least that the true value may be
 * @param high the most that the true value may be
 * @param tolerance the relative change that is put up with, for example 0.01
 * @param noiseFloor the relative change that this machine shows between equal targets
 * @param smallestDetectableChange the least relative change that so much measuring can tell from none
 * @param limit the absolute limit
 * @param improved whether the metric is better than the baseline's by more than the tolerance, as the gate decides it
 * @param reason the finding in words, with units
 */
public record Finding(
        String scenario,
        Client client,
        FindingMetric metric,
        VerdictKind verdict,
        OptionalDouble estimate,
        OptionalDouble low,
        OptionalDouble high,
        OptionalDouble tolerance,
        OptionalDouble noiseFloor,
        OptionalDouble smallestDetectableChange,
        OptionalDouble limit,
        boolean improved,
        String reason) {

    public Finding {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a finding needs a reason");
        }
        if (improved && verdict != VerdictKind.PASS) {
            throw new IllegalArgumentException("no improvement is " + verdict);
        }
    }

    /** A finding that is no improvement. */
    public Finding(
            String scenario,
            Client client,
            FindingMetric metric,
            VerdictKind verdict,
            OptionalDouble estimate,
            OptionalDouble low,
            OptionalDouble high,
            OptionalDouble tolerance,
            OptionalDouble noiseFloor,
            OptionalDouble smallestDetectableChange,
            OptionalDouble limit,
            String reason) {
        this(
                scenario,
                client,
                metric,
                verdict,
                estimate,
                low,
                high,
                tolerance,
                noiseFloor,
                smallestDetectableChange,
                limit,
                false,
                reason);
    }

    /** Whether the target was held against its baseline, so that the figures are ratios. */
    public boolean againstBaseline() {
        return tolerance.isPresent();
    }

    /** The same figures with another verdict. */
    Finding as(VerdictKind other, String otherReason) {
        return new Finding(
                scenario,
                client,
                metric,
                other,
                estimate,
                low,
                high,
                tolerance,
                noiseFloor,
                smallestDetectableChange,
                limit,
                otherReason);
    }

    /** Whether anything was measured, with no figure to compare. */
    static Finding measured(
            String scenario, Client client, VerdictKind verdict, OptionalDouble successes, String reason) {
        OptionalDouble unknown = OptionalDouble.empty();
        return new Finding(
                scenario,
                client,
                FindingMetric.MEASURED,
                verdict,
                successes,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                reason);
    }
}

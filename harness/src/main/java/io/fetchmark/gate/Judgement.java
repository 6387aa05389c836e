package io.fetchmark.gate;

import io.fetchmark.plan.Gated;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the gate says of one metric of one comparison, and why.
 *
 * @param screened how it stood when the first instances had been measured
 * @param confirming whether the figures are of new instances: they are as soon as a suspect has any
 * @param pairs how many pairs the figures are of
 * @param estimate of the change; absent with fewer than 6 pairs, where most cannot be compared, and for the error rate
 * @param smallestChange the smallest relative change that so much measuring finds in 19 of 20 cases, for example 0.04;
 *     absent where the estimate is
 * @param improved whether the candidate is better by more than the tolerance; so says at most one build of 40 in which
 *     nothing improved, whatever the number of metrics and of interim analyses
 */
public record Judgement(
        Standing screened,
        Ruling ruling,
        boolean confirming,
        int pairs,
        Optional<Estimate> estimate,
        OptionalDouble smallestChange,
        boolean improved) {

    public Gated gated() {
        return screened.gated();
    }
}

package io.fetchmark.gate;

import io.fetchmark.gate.SimulatedBuild.Result;
import io.fetchmark.stats.ClopperPearson;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * How many of so many simulated builds came out in some way. A share that is promised is not disproved by a tally that would
 * be seen in 1 of 100 simulations of just that share or more often; a claim needs more, {@link ClopperPearson}'s bound.
 *
 * @param count 0 to {@code builds}
 */
record Tally(int count, int builds) {

    /** How seldom a tally is to be called too large, or too small, where the share is just what is promised. */
    private static final double RARE = 0.01;

    static Tally of(List<Result> results, Predicate<Result> outcome) {
        return new Tally((int) results.stream().filter(outcome).count(), results.size());
    }

    /** Whether so many would be rare, at 1 %, if the share were this. */
    boolean isAbove(double share) {
        return BinomialDistribution.of(builds, share).survivalProbability(count - 1) < RARE;
    }

    /** Whether so few would be rare, at 1 %, if the share were this. */
    boolean isBelow(double share) {
        return BinomialDistribution.of(builds, share).cumulativeProbability(count) < RARE;
    }
}

package io.fetchmark.gate;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Gated;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.result.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Blocks, pairs and comparisons for tests. */
final class Blocks {

    static final Regression TIMES = Regression.of(RegressionMetric.P50.gated(), RegressionMetric.THROUGHPUT.gated());

    private Blocks() {}

    /** A block of a thousand successes whose times and CPU time are this many milliseconds, and whose rate is the inverse. */
    static BlockFigures of(double millis) {
        return of(1000, 0, millis);
    }

    /** A block of so many exchanges. */
    static BlockFigures of(long requests, long failed, double millis) {
        long nanos = Math.round(millis * 1e6);
        return new BlockFigures(
                requests,
                failed,
                (requests - Math.min(failed, requests)) / millis,
                nanos,
                nanos,
                nanos,
                nanos,
                0,
                OptionalDouble.of((double) nanos),
                OptionalDouble.of((double) nanos),
                OptionalLong.empty());
    }

    static Pair pair(BlockFigures candidate, BlockFigures baseline) {
        return new Pair(Side.CANDIDATE, 0, 0, candidate, baseline);
    }

    static Pair swapped(Pair pair) {
        return new Pair(
                pair.first().other(), pair.baselineStart(), pair.candidateStart(), pair.baseline(), pair.candidate());
    }

    static List<Pair> swapped(List<Pair> pairs) {
        return pairs.stream().map(Blocks::swapped).toList();
    }

    /** Pairs whose ratio scatters by 3 % or so. */
    static List<Pair> pairs(int count, double ratio, long seed) {
        return pairs(count, place -> ratio, seed);
    }

    /** Pairs of two starts of the candidate in turn, each with a ratio of its own. */
    static List<Pair> pairsOfStarts(int count, double first, double second, long seed) {
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : pairs(count, 1, seed)) {
            int start = pairs.size() % 2;
            pairs.add(new Pair(
                    pair.first(),
                    start,
                    0,
                    of(pair.candidate().p50() / 1e6 * (start == 0 ? first : second)),
                    pair.baseline()));
        }
        return pairs;
    }

    /** Pairs of which every third is like the others, and the others have a block that is held up, of either side in turn. */
    static List<Pair> disturbed(int count, double ratio, long seed) {
        SplittableRandom random = new SplittableRandom(~seed);
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : pairs(count, ratio, seed)) {
            double held = random.nextDouble(1.2, 2);
            pairs.add(
                    switch (pairs.size() % 3) {
                        case 0 -> pair;
                        case 1 -> pair(of(pair.candidate().p50() / 1e6 * held), pair.baseline());
                        default -> pair(pair.candidate(), of(pair.baseline().p50() / 1e6 * held));
                    });
        }
        return pairs;
    }

    /** Pairs whose ratio depends on their place, from 0 to 1. */
    static List<Pair> pairs(int count, DoubleUnaryOperator ratio, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(index -> pair(
                        of(10 * ratio.applyAsDouble((double) index / count) * random.nextDouble(0.96, 1.04)),
                        of(10 * random.nextDouble(0.96, 1.04))))
                .toList();
    }

    static Comparison comparison(int planned, List<Pair> screening, int confirming, List<Pair> confirmation) {
        return new Comparison(
                "home",
                Client.EVENT_LOOP,
                new Load.Closed(20),
                0.5,
                planned,
                screening,
                confirming,
                confirmation,
                List.of(),
                List.of());
    }

    static Regression gating(Gated... metrics) {
        return Regression.of(metrics);
    }
}

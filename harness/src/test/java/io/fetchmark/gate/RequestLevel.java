package io.fetchmark.gate;

import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Pair;
import io.fetchmark.result.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * Blocks whose single exchanges are drawn, so that they can be pooled: service times are lognormal (σ 0.35), all of them
 * longer by what the machine does, and those in a burst by what that does too.
 */
final class RequestLevel {

    private static final int REQUESTS = 400;
    private static final double SIGMA = 0.35;
    private static final double MEDIAN_NANOS = 5e6;

    private final NoisyMachine machine;
    private final SplittableRandom random;
    private final List<double[]> candidate = new ArrayList<>();
    private final List<double[]> baseline = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();

    RequestLevel(NoisyMachine.Kind kind, SplittableRandom random) {
        machine = new NoisyMachine(kind, 0, random.split());
        this.random = random;
    }

    /** Measures so many pairs of equal targets, in an order by the toss of a coin. */
    List<Pair> measure(int count) {
        for (int pair = 0; pair < count; pair++) {
            boolean candidateFirst = random.nextBoolean();
            double[] first = block();
            double[] second = block();
            candidate.add(candidateFirst ? first : second);
            baseline.add(candidateFirst ? second : first);
            pairs.add(new Pair(
                    candidateFirst ? Side.CANDIDATE : Side.BASELINE,
                    0,
                    0,
                    figures(candidate.get(pair)),
                    figures(baseline.get(pair))));
        }
        return List.copyOf(pairs);
    }

    /** The ratio of the 99th percentiles of all exchanges of each side. */
    double pooledRatio() {
        return Math.exp(quantile(pooled(candidate), 0.99) - quantile(pooled(baseline), 0.99));
    }

    /** The logarithms of its times, ascending. */
    private double[] block() {
        machine.nextBlock();
        double shared = Math.log(MEDIAN_NANOS) + machine.shared();
        double burst = Math.log(machine.burstFactor());
        double[] times = new double[REQUESTS];
        for (int request = 0; request < REQUESTS; request++) {
            times[request] =
                    shared + SIGMA * random.nextGaussian() + (random.nextDouble() < machine.covered() ? burst : 0);
        }
        Arrays.sort(times);
        return times;
    }

    private static BlockFigures figures(double[] times) {
        return new BlockFigures(
                REQUESTS,
                0,
                REQUESTS / NoisyMachine.BLOCK,
                nanos(quantile(times, 0.5)),
                nanos(quantile(times, 0.9)),
                nanos(quantile(times, 0.95)),
                nanos(quantile(times, 0.99)),
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }

    private static long nanos(double logarithm) {
        return Math.round(Math.exp(logarithm));
    }

    private static double[] pooled(List<double[]> blocks) {
        return blocks.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}

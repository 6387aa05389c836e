package io.fetchmark.gate;

import io.fetchmark.plan.RegressionMetric;
import java.util.SplittableRandom;

/**
 * A machine that two targets share, as a model: what it multiplies every time with drifts slowly (an autoregressive process
 * with a memory of 10 s) and quickly (0.5 s), and now and then something else takes its CPUs for half a second to three, so
 * that whatever is served meanwhile takes 2 to 5 times as long. Noise of a block's own comes on top, as much for each metric
 * as makes pairs scatter like those of a simulation of single requests at 3000 a second (p50 5 %, p90 9 %, p99 18 % on a
 * noisy machine). Stateful: time goes on with each block.
 */
final class NoisyMachine {

    /** How long a block is measured, and how long it takes with the switch before it, in seconds. */
    static final double BLOCK = 0.5;

    private static final double TURN = 0.55;
    private static final double SLOW_MEMORY = 10;
    private static final double QUICK_MEMORY = 0.5;
    private static final double LEAST_BURST = 0.5;
    private static final double MOST_BURST = 3;

    /** How much a machine does of all this. */
    enum Kind {
        QUIET(0.01, 0.01, 0, 2, 5, 1),
        NOISY(0.03, 0.02, 2 / 60.0, 2, 5, 1),
        HOSTILE(0.06, 0.04, 8 / 60.0, 2, 5, 1),
        /**
         * As real builds were measured to be on two CPUs of a shared machine (decision 21): more than half of the blocks are
         * held up, by a tenth or by twice as much, and those that are not hardly differ.
         */
        CROWDED(0.003, 0.002, 30 / 60.0, 1.1, 2, 0.2);

        private final double slow;
        private final double quick;
        private final double burstsPerSecond;
        private final double leastFactor;
        private final double mostFactor;
        private final double own;

        Kind(double slow, double quick, double burstsPerSecond, double leastFactor, double mostFactor, double own) {
            this.slow = slow;
            this.quick = quick;
            this.burstsPerSecond = burstsPerSecond;
            this.leastFactor = leastFactor;
            this.mostFactor = mostFactor;
            this.own = own;
        }
    }

    private final Kind kind;
    private final double rhythm;
    private final SplittableRandom random;
    private long blocks;
    private double slow;
    private double quick;
    private double seconds;
    private double burstBegins;
    private double burstEnds;
    private double burstFactor;
    private double covered;

    /**
     * A machine.
     *
     * @param rhythm what something that wakes up with every other block adds to the logarithm of that block's times
     */
    NoisyMachine(Kind kind, double rhythm, SplittableRandom random) {
        this.kind = kind;
        this.rhythm = rhythm;
        this.random = random;
        slow = kind.slow * random.nextGaussian();
        quick = kind.quick * random.nextGaussian();
        nextBurst();
    }

    /** Seconds since the machine was first used. */
    double seconds() {
        return seconds;
    }

    /** Lets the time of one block and of the switch before it go by. */
    void nextBlock() {
        slow = carried(slow, kind.slow, SLOW_MEMORY);
        quick = carried(quick, kind.quick, QUICK_MEMORY);
        seconds += TURN;
        blocks++;
        while (burstEnds < seconds - BLOCK) {
            nextBurst();
        }
        covered = Math.max(0, Math.min(seconds, burstEnds) - Math.max(seconds - BLOCK, burstBegins)) / BLOCK;
    }

    /** The logarithm of what this block's figure is multiplied with; drawn anew with each call. */
    double factor(RegressionMetric metric) {
        return shared() + burst(metric) + kind.own * ownNoise(metric) * random.nextGaussian();
    }

    /** The logarithm of what every exchange of this block is multiplied with, bursts left aside. */
    double shared() {
        return slow + quick + (blocks % 2 == 0 ? rhythm : 0);
    }

    /** The share of this block during which something else had the CPUs. */
    double covered() {
        return covered;
    }

    /** What it slows whatever is served meanwhile by. */
    double burstFactor() {
        return burstFactor;
    }

    /** A quantile is that of the slow exchanges once there are enough of them, and a rate falls with the mean time. */
    private double burst(RegressionMetric metric) {
        double full = Math.log(burstFactor);
        return switch (metric) {
            case P50 -> covered > 0.5 ? full : covered * full / 4;
            case P90 -> covered > 0.1 ? full : covered * full;
            case P95 -> covered > 0.05 ? full : covered * full;
            case P99 -> covered > 0.01 ? full : covered * full;
            case THROUGHPUT -> Math.log1p(covered * (burstFactor - 1));
            case CPU_PER_REQUEST -> covered * full / 4;
            case ERROR_RATE -> 0;
        };
    }

    private static double ownNoise(RegressionMetric metric) {
        return switch (metric) {
            case P50 -> 0.03;
            case P90 -> 0.06;
            case P95 -> 0.08;
            case P99 -> 0.125;
            case THROUGHPUT, CPU_PER_REQUEST -> 0.025;
            case ERROR_RATE -> 0;
        };
    }

    private double carried(double value, double sd, double memory) {
        double kept = Math.exp(-TURN / memory);
        return kept * value + sd * Math.sqrt(1 - kept * kept) * random.nextGaussian();
    }

    private void nextBurst() {
        if (kind.burstsPerSecond == 0) {
            burstBegins = Double.POSITIVE_INFINITY;
            burstEnds = Double.POSITIVE_INFINITY;
            burstFactor = 1;
            return;
        }
        burstBegins = burstEnds - Math.log(random.nextDouble(1e-12, 1)) / kind.burstsPerSecond;
        burstEnds = burstBegins + random.nextDouble(LEAST_BURST, MOST_BURST);
        burstFactor = Math.exp(random.nextDouble(Math.log(kind.leastFactor), Math.log(kind.mostFactor)));
    }
}

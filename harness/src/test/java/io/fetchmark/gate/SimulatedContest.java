package io.fetchmark.gate;

import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Pair;
import io.fetchmark.result.Side;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Several starts of each side that are measured in pairs on a simulated machine. Stateful: the machine's time goes on. */
final class SimulatedContest {

    private static final double BASE_NANOS = 5e6;
    private static final double BASE_RATE = 4000;
    private static final long REQUESTS = 2000;

    /** One exchange in 2000 fails on both sides, whatever is compared. */
    private static final double FAILING = 0.0005;

    /** How much longer an outlier instance takes, as a logarithm. */
    private static final double OUTLIER = Math.log(1.25);

    private final NoisyMachine machine;
    private final SimulatedBuild build;
    private final Effect effect;
    private final SplittableRandom random;
    private final double[] candidateLuck;
    private final double[] baselineLuck;
    private final double begun;
    private int pairs;

    SimulatedContest(NoisyMachine machine, SimulatedBuild build, Effect effect, SplittableRandom random) {
        this.machine = machine;
        this.build = build;
        this.effect = effect;
        this.random = random;
        candidateLuck = luck();
        baselineLuck = luck();
        begun = machine.seconds();
    }

    Pair measure() {
        int candidate = pairs % build.starts();
        int baseline = (candidate + pairs / build.starts()) % build.starts();
        pairs++;
        boolean baselineFirst = !build.tossed() || random.nextBoolean();
        if (baselineFirst) {
            BlockFigures before = block(Side.BASELINE, baselineLuck[baseline]);
            return new Pair(
                    Side.BASELINE, candidate, baseline, block(Side.CANDIDATE, candidateLuck[candidate]), before);
        }
        BlockFigures before = block(Side.CANDIDATE, candidateLuck[candidate]);
        return new Pair(Side.CANDIDATE, candidate, baseline, before, block(Side.BASELINE, baselineLuck[baseline]));
    }

    private BlockFigures block(Side side, double luck) {
        machine.nextBlock();
        return new BlockFigures(
                REQUESTS,
                failed(),
                BASE_RATE / worse(RegressionMetric.THROUGHPUT, side, luck),
                nanos(worse(RegressionMetric.P50, side, luck)),
                nanos(1.5 * worse(RegressionMetric.P90, side, luck)),
                nanos(1.8 * worse(RegressionMetric.P95, side, luck)),
                nanos(3 * worse(RegressionMetric.P99, side, luck)),
                0,
                OptionalDouble.of(worse(RegressionMetric.CPU_PER_REQUEST, side, luck)),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }

    private double worse(RegressionMetric metric, Side side, double luck) {
        double change = SimulatedBuild.GATED.metrics().stream()
                .filter(gated -> side == Side.CANDIDATE && gated.metric() == metric)
                .mapToDouble(gated -> effect.of(gated, machine.seconds() - begun))
                .sum();
        return Math.exp(machine.factor(metric) + luck) * (1 + change);
    }

    private static long nanos(double times) {
        return Math.round(BASE_NANOS * times);
    }

    /** A Poisson count, by its waiting times (Knuth, The Art of Computer Programming 2, section 3.4.1). */
    private long failed() {
        double limit = Math.exp(-FAILING * REQUESTS);
        double product = random.nextDouble();
        long count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private double outlier() {
        return build.outliers() > 0 && random.nextDouble() < build.outliers() ? OUTLIER : 0;
    }

    private double[] luck() {
        return random.doubles(build.starts())
                .map(unused -> build.startLuck() * random.nextGaussian() + outlier())
                .toArray();
    }
}

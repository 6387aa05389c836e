package io.fetchmark.result;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;

/** The run of {@link ResultFixtures}, compared with a baseline. The same on every machine; nothing is measured. */
public final class ComparisonFixtures {

    private static final int PAIRS = 24;

    private ComparisonFixtures() {}

    /** One comparison, of the closed scenario with threads, whose candidate is 3 % slower. */
    public static RunResult run() {
        return with(List.of(comparison("home-page", Client.THREADS, Math.log(1.03), 7)));
    }

    /** The run with these comparisons. */
    public static RunResult with(List<Comparison> comparisons) {
        RunResult plain = ResultFixtures.run();
        return new RunResult(
                plain.schemaVersion(),
                plain.environment(),
                plain.target(),
                plain.results(),
                plain.notMeasured(),
                Optional.of(plain.target()),
                Optional.of(comparisons));
    }

    /**
     * A comparison of 24 pairs without a confirmation.
     *
     * @param slower how much slower the candidate is, as a log ratio
     * @param seed where the noise comes from
     */
    public static Comparison comparison(String scenario, Client client, double slower, long seed) {
        Random random = new Random(seed);
        List<Pair> pairs =
                Stream.generate(() -> pair(random, slower)).limit(PAIRS).toList();
        String stem = scenario + "-" + client;
        return new Comparison(
                scenario,
                client,
                new Load.Closed(50),
                0.25,
                120,
                pairs,
                0,
                List.of(),
                List.of(stem + "-candidate.hlog", stem + "-baseline.hlog"),
                List.of());
    }

    private static Pair pair(Random random, double slower) {
        Side first = random.nextBoolean() ? Side.CANDIDATE : Side.BASELINE;
        return new Pair(first, random.nextInt(2), random.nextInt(2), block(random, Math.exp(slower)), block(random, 1));
    }

    /** A block whose times are so many times those of the baseline, with 2 % of noise. */
    private static BlockFigures block(Random random, double factor) {
        double noisy = factor * Math.exp(0.02 * random.nextGaussian());
        return new BlockFigures(
                Math.round(500 / noisy),
                0,
                2_000 / noisy,
                Math.round(500_000 * noisy),
                Math.round(700_000 * noisy),
                Math.round(900_000 * noisy),
                Math.round(1_500_000 * noisy),
                20_000,
                OptionalDouble.of(31_250 * noisy),
                OptionalDouble.of(98_400),
                OptionalLong.of(0));
    }
}

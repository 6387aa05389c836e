package io.fetchmark.gate;

import io.fetchmark.plan.Gated;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.stats.NestedSignedRank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Pairs of equal targets whose labels a fresh coin has swapped or not, and whose candidate is then slower by a known change:
 * draws of what might have been measured, with all noise of the machine.
 *
 * @param slower the change, as a share
 */
record LabelSwap(KeptPairs kept, double slower) {

    static final List<RegressionMetric> METRICS =
            List.of(RegressionMetric.P50, RegressionMetric.THROUGHPUT, RegressionMetric.CPU_PER_REQUEST);

    private static final Regression GATED =
            Regression.of(METRICS.stream().map(RegressionMetric::gated).toArray(Gated[]::new));

    private static final int TESTS = GATED.metrics().size();

    /** In the builds that are stopped; enough for six interim analyses. */
    private static final int PLANNED = 80;

    /** One metric of one draw. */
    record Drawn(Estimate estimate, boolean improved) {}

    /** Draws of all pairs, each looked at once: for each metric, in the order of {@link #METRICS}, as many as are asked for. */
    List<List<Drawn>> lookedAtOnce(int draws) {
        List<Pair> pairs = kept.read();
        Levels levels = Levels.of(TESTS, 1);
        return byMetric(draws, random -> {
            List<Pair> drawn = pairs.stream()
                    .map(pair -> Replay.labelled(pair, random.nextBoolean(), slower))
                    .toList();
            return METRICS.stream()
                    .map(RegressionMetric::gated)
                    .map(gated -> {
                        Differences differences = new Differences(gated.metric(), drawn);
                        Trial trial = new Trial(gated, NestedSignedRank::isAbove);
                        return new Drawn(
                                Estimate.of(differences, levels.clear()),
                                trial.isBetter(differences, levels.improve()));
                    })
                    .toList();
        });
    }

    /** Draws of builds that stop measuring as soon as nothing is open, likewise. */
    List<List<Drawn>> stopped(int draws) {
        Gate gate = new Gate(TESTS);
        Replay replay = new Replay(gate, GATED, kept.read(), PLANNED);
        return byMetric(draws, random -> {
            Comparison build = replay.build(slower, random).comparison();
            Comparison screened = new Comparison(
                    build.scenario(),
                    build.client(),
                    build.load(),
                    build.blockSeconds(),
                    build.plannedPairs(),
                    build.screening(),
                    0,
                    List.of(),
                    List.of(),
                    List.of());
            return gate.judge(GATED, screened, 1).stream()
                    .filter(judgement -> METRICS.contains(judgement.gated().metric()))
                    .map(judgement -> new Drawn(judgement.estimate().orElseThrow(), judgement.improved()))
                    .toList();
        });
    }

    private static List<List<Drawn>> byMetric(int draws, Function<SplittableRandom, List<Drawn>> draw) {
        List<List<Drawn>> each = LongStream.range(0, draws)
                .parallel()
                .mapToObj(seed -> draw.apply(new SplittableRandom(seed)))
                .toList();
        List<List<Drawn>> metrics = new ArrayList<>();
        for (int metric = 0; metric < METRICS.size(); metric++) {
            int index = metric;
            metrics.add(each.stream().map(drawn -> drawn.get(index)).toList());
        }
        return metrics;
    }

    Tally misses(List<Drawn> drawn) {
        return tally(
                drawn,
                one -> one.estimate().low() > 1 + slower || one.estimate().high() < 1 + slower);
    }

    static Tally improvements(List<Drawn> drawn) {
        return tally(drawn, Drawn::improved);
    }

    private static Tally tally(List<Drawn> drawn, Predicate<Drawn> hit) {
        return new Tally((int) drawn.stream().filter(hit).count(), drawn.size());
    }

    double[] errors(List<Drawn> drawn) {
        return drawn.stream()
                .mapToDouble(one -> Math.log(one.estimate().ratio()) - Math.log1p(slower))
                .toArray();
    }

    static double mean(double... values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}

package io.fetchmark.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.Pair;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class DifferencesTest {

    private static final RegressionMetric[] METRICS = {
        RegressionMetric.P50, RegressionMetric.THROUGHPUT, RegressionMetric.CPU_PER_REQUEST
    };

    @Test
    void theLeastDisturbedPairsAreThoseWithoutABlockThatIsHeldUp() {
        for (RegressionMetric metric : METRICS) {
            Differences differences = new Differences(metric, Blocks.disturbed(60, 1.05, 1));
            assertThat(Arrays.stream(differences.leastDisturbedFirst())
                            .limit(20)
                            .boxed()
                            .toList())
                    .as("%s", metric)
                    .allSatisfy(one -> assertThat(one).isCloseTo(Math.log(1.05), within(0.1)));
        }
    }

    @Test
    void theLeastDisturbedPairsCanBeHadInTheOrderOfMeasuring() {
        // The second of three pairs has a block that is held up.
        List<Pair> pairs = List.of(
                Blocks.pair(Blocks.of(11), Blocks.of(10)),
                Blocks.pair(Blocks.of(12), Blocks.of(30)),
                Blocks.pair(Blocks.of(9), Blocks.of(10)));
        Differences differences = new Differences(RegressionMetric.P50, pairs);
        double[] values = differences.values();
        assertThat(differences.leastDisturbedFirst()).containsExactly(values[2], values[0], values[1]);
        assertThat(differences.leastDisturbed(2)).containsExactly(values[0], values[2]);
    }

    /** The coin might have given each pair the other labels. If that changed the order, the coin would decide more. */
    @Property(tries = 200)
    void howDisturbedAPairIsDoesNotDependOnItsLabels(
            @ForAll long seed,
            @ForAll @IntRange(min = 6, max = 60) int count,
            @ForAll @DoubleRange(min = 0.9, max = 1.2) double ratio) {
        SplittableRandom coin = new SplittableRandom(seed);
        List<Pair> pairs = Blocks.disturbed(count, ratio, seed);
        List<Pair> relabelled = pairs.stream()
                .map(pair -> coin.nextBoolean() ? Blocks.swapped(pair) : pair)
                .toList();
        for (RegressionMetric metric : METRICS) {
            assertThat(sizes(new Differences(metric, relabelled).leastDisturbedFirst()))
                    .containsExactly(sizes(new Differences(metric, pairs).leastDisturbedFirst()));
        }
    }

    /** Nor does a change that all pairs share. */
    @Property(tries = 100)
    void aChangeOfAllPairsAltersNoOrder(@ForAll long seed, @ForAll @DoubleRange(min = -0.2, max = 0.2) double change) {
        List<Pair> equal = Blocks.disturbed(30, 1, seed);
        List<Pair> worse = equal.stream()
                .map(pair -> Blocks.pair(Blocks.of(pair.candidate().p50() / 1e6 * Math.exp(change)), pair.baseline()))
                .toList();
        double[] expected = new Differences(RegressionMetric.P50, equal).leastDisturbedFirst();
        double[] shifted = new Differences(RegressionMetric.P50, worse).leastDisturbedFirst();
        for (int pair = 0; pair < shifted.length; pair++) {
            assertThat(shifted[pair] - change).isCloseTo(expected[pair], within(1e-6));
        }
    }

    private static double[] sizes(double... differences) {
        return Arrays.stream(differences).map(Math::abs).toArray();
    }
}

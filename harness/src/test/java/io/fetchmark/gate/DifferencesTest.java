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
    void calmPairsAreThoseWithoutABlockThatIsHeldUp() {
        for (RegressionMetric metric : METRICS) {
            Differences differences = new Differences(metric, Blocks.disturbed(60, 1.05, 1));
            assertThat(Arrays.stream(differences.calm(Math.log(1.05))).boxed().toList())
                    .as("%s", metric)
                    .hasSize(20)
                    .allSatisfy(one -> assertThat(one).isCloseTo(Math.log(1.05), within(0.1)));
        }
    }

    @Test
    void calmPairsKeepTheirOrder() {
        double[] calm = new Differences(RegressionMetric.P50, Blocks.pairs(60, place -> 1 + place, 1)).calm(0);
        assertThat(Arrays.stream(calm).limit(5).average().orElseThrow())
                .isLessThan(Arrays.stream(calm).skip(15).average().orElseThrow());
    }

    /** The coin might have given each pair the other labels. If that changed which pairs are calm, it would decide more. */
    @Property(tries = 200)
    void whichPairsAreCalmDoesNotDependOnTheirLabels(
            @ForAll long seed,
            @ForAll @IntRange(min = 6, max = 60) int count,
            @ForAll @DoubleRange(min = 0.9, max = 1.2) double ratio) {
        SplittableRandom coin = new SplittableRandom(seed);
        List<Pair> pairs = Blocks.disturbed(count, ratio, seed);
        List<Pair> relabelled = pairs.stream()
                .map(pair -> coin.nextBoolean() ? Blocks.swapped(pair) : pair)
                .toList();
        for (RegressionMetric metric : METRICS) {
            assertThat(sizes(new Differences(metric, relabelled).calm(0)))
                    .containsExactly(sizes(new Differences(metric, pairs).calm(0)));
        }
    }

    /** Likewise if the candidate is worse, by as much as is asked for. */
    @Property(tries = 100)
    void aChangeOfJustThatSizeChangesNothing(
            @ForAll long seed, @ForAll @DoubleRange(min = -0.2, max = 0.2) double change) {
        List<Pair> equal = Blocks.disturbed(30, 1, seed);
        List<Pair> worse = equal.stream()
                .map(pair -> Blocks.pair(Blocks.of(pair.candidate().p50() / 1e6 * Math.exp(change)), pair.baseline()))
                .toList();
        double[] expected = new Differences(RegressionMetric.P50, equal).calm(0);
        double[] calm = new Differences(RegressionMetric.P50, worse).calm(change);
        assertThat(calm).hasSameSizeAs(expected);
        for (int pair = 0; pair < calm.length; pair++) {
            assertThat(calm[pair] - change).isCloseTo(expected[pair], within(1e-6));
        }
    }

    private static double[] sizes(double... differences) {
        return Arrays.stream(differences).map(Math::abs).toArray();
    }
}

package io.fetchmark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class NestedSignedRankTest {

    @Test
    void theSetsAreAllTwoThirdsHalfAndAThirdOfWhatTellsAnything() {
        assertThat(NestedSets.sizes(60)).containsExactly(60, 40, 30, 20);
        assertThat(NestedSets.sizes(13)).containsExactly(13, 8, 6);
        assertThat(NestedSets.sizes(8)).containsExactly(8);
        assertThat(NestedSets.sizes(3)).containsExactly(3);
    }

    /** All choices of signs of 14 values, counted one by one, against those that are drawn. */
    @Test
    void drawnSignsHaveTheChancesOfAllSigns() {
        double[] values = new SplittableRandom(1).doubles(14, -0.5, 1).toArray();
        double exact = Flips.share(values, NestedSignedRankTest::largest);
        NestedFlips flips = new NestedFlips(NestedSignedRank.ranks(values), 0.005);
        assertThat(flips.pValue(largest(values), 1)).isCloseTo(exact, within(4 * Math.sqrt(exact / 12_800)));
    }

    @Test
    void theCriticalValueIsTheLargestThatIsNotSignificant() {
        double[] values = new SplittableRandom(2).doubles(60, -1, 1).toArray();
        for (double level : new double[] {0.1, 0.025, 0.001}) {
            NestedFlips flips = new NestedFlips(NestedSignedRank.ranks(values), level);
            double critical = flips.critical(level);
            assertThat(flips.pValue(critical, 1)).isGreaterThan(level).isCloseTo(level, within(level / 10));
            assertThat(flips.pValue(critical + 1e-3, 1)).isLessThanOrEqualTo(level);
            assertThat(flips.pValue(critical, level)).as("ended early").isGreaterThan(level);
            assertThat(flips.pValue(critical + 1e-3, level)).isEqualTo(flips.pValue(critical + 1e-3, 1));
            assertThat(critical).isBetween(Normal.exceededWith(level), Normal.exceededWith(level / 4));
        }
    }

    /** Cauchy noise that is the wilder the more disturbed: what is symmetric about 0 is above it once in 40 at 2.5 %. */
    @Test
    void whatIsSymmetricIsHardlyEverAbove() {
        SplittableRandom random = new SplittableRandom(3);
        int above = 0;
        for (int sample = 0; sample < 2000; sample++) {
            above += NestedSignedRank.isAbove(0.025, noise(45, random)) ? 1 : 0;
        }
        // 50 at the level itself; the standard deviation is 7.
        assertThat(above).isBetween(28, 71);
    }

    @Test
    void aShiftIsFoundInTheLeastDisturbedAndInAllAlike() {
        double[] disturbed = IntStream.range(0, 60)
                .mapToDouble(index -> (index % 2 == 0 ? 1 : -1) * (index < 20 ? 0.3 : 10 + index) + 0.5)
                .toArray();
        assertThat(SignedRank.pValue(disturbed)).isGreaterThan(0.025);
        assertThat(NestedSignedRank.isAbove(0.005, disturbed)).isTrue();
        assertThat(NestedSignedRank.strongest(disturbed)).isEqualTo(20);
        double[] onlyDisturbed = IntStream.range(0, 60)
                .mapToDouble(index -> (index % 2 == 0 ? 0.1 : -0.1) * (1 + index) + (index < 20 ? 0 : 9))
                .toArray();
        assertThat(NestedSignedRank.isAbove(0.005, onlyDisturbed)).isTrue();
        assertThat(NestedSignedRank.strongest(onlyDisturbed)).isEqualTo(60);
    }

    @Test
    void zerosSpeakAgainstWhatIsToBeShown() {
        assertThat(NestedSignedRank.isAbove(0.5, new double[40])).isFalse();
        assertThat(NestedSignedRank.isAbove(
                        0.001, IntStream.rangeClosed(1, 40).asDoubleStream().toArray()))
                .isTrue();
    }

    @Test
    void valuesAreFinite() {
        assertThatThrownBy(() -> NestedSignedRank.isAbove(0.1, 1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 100)
    void theEstimateMovesAndTurnsWithItsValues(
            @ForAll @Size(min = 1, max = 80) List<@DoubleRange(min = -9, max = 9) Double> drawn,
            @ForAll @DoubleRange(min = -9, max = 9) double by) {
        double[] values = drawn.stream().mapToDouble(Double::doubleValue).toArray();
        double here = new NestedHodgesLehmann(values).estimate();
        double[] moved = Arrays.stream(values).map(value -> value + by).toArray();
        double[] turned = Arrays.stream(values).map(value -> -value).toArray();
        assertThat(new NestedHodgesLehmann(moved).estimate()).isCloseTo(here + by, within(1e-9));
        assertThat(new NestedHodgesLehmann(turned).estimate()).isCloseTo(-here, within(1e-9));
    }

    @Property(tries = 30)
    void ofOneSetTheEstimateIsThatOfHodgesAndLehmann(@ForAll long seed) {
        double[] values = new SplittableRandom(seed).doubles(8, -1, 1).toArray();
        assertThat(new NestedHodgesLehmann(values).estimate())
                .isCloseTo(new HodgesLehmann(values).estimate(), within(1e-12));
    }

    /** Just outside of the interval the test is significant, well inside it is not. */
    @Property(tries = 50)
    void theIntervalIsWhatTheTestDoesNotReject(@ForAll long seed) {
        double[] values = noise(45, new SplittableRandom(seed));
        NestedHodgesLehmann nested = new NestedHodgesLehmann(values);
        Bounds bounds = nested.interval(0.025).orElse(new Bounds(0, 0));
        if (bounds.high() > bounds.low()) {
            double width = bounds.high() - bounds.low();
            assertThat(NestedSignedRank.isAbove(0.035, minus(bounds.low() - width / 50, values)))
                    .isTrue();
            assertThat(NestedSignedRank.isAbove(0.018, minus(bounds.low() + width / 50, values)))
                    .isFalse();
        }
    }

    @Test
    void setsThatContradictEachOtherHaveNoShiftInCommon() {
        double[] slowNowAndThen = IntStream.range(0, 60)
                .mapToDouble(index -> (index % 2 == 0 ? 0.01 : -0.01) + index * 1e-5 + (index < 24 ? 0 : 1))
                .toArray();
        NestedHodgesLehmann nested = new NestedHodgesLehmann(slowNowAndThen);
        assertThat(nested.interval(0.025)).isEmpty();
        assertThat(nested.all().estimate()).isGreaterThan(0.4);
    }

    private static double largest(double... values) {
        return Arrays.stream(NestedSets.sizes(values.length))
                .mapToDouble(size -> NestedFlips.statistic(
                        Ranks.doubled(
                                Arrays.stream(values, 0, size).map(Math::abs).toArray()),
                        values))
                .max()
                .orElseThrow();
    }

    /** The ratio of two uniforms, which has a heavy tail, with a factor that grows from 1 to 10. */
    private static double[] noise(int values, SplittableRandom random) {
        double[] noise = new double[values];
        Arrays.setAll(
                noise,
                index -> Math.pow(10, (double) index / values) * random.nextDouble(-1, 1) / random.nextDouble(0.1, 1));
        return noise;
    }

    private static double[] minus(double by, double... values) {
        return Arrays.stream(values).map(value -> value - by).toArray();
    }
}

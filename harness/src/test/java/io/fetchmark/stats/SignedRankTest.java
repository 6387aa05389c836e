package io.fetchmark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoublePredicate;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignedRankTest {

    @Property(tries = 200)
    void itIsTheShareOfAllFlipsThatReachTheSum(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -9, max = 9) Double> values) {
        double[] apart = doubles(values, value -> value != 0);
        assertThat(SignedRank.pValue(apart)).isCloseTo(Flips.share(apart, SignedRankTest::sum), within(1e-12));
    }

    @Property(tries = 200)
    void tiesAreExactToo(@ForAll @Size(min = 1, max = 12) List<@IntRange(min = -3, max = 3) Integer> values) {
        double[] apart = doubles(values, value -> value != 0);
        assertThat(SignedRank.pValue(apart)).isCloseTo(Flips.share(apart, SignedRankTest::sum), within(1e-12));
    }

    @Property(tries = 200)
    void zeroesCountAsValuesJustBelow(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = -3, max = 3) Integer> values) {
        double[] zeroes = doubles(values, value -> true);
        double[] below =
                Arrays.stream(zeroes).map(value -> value == 0 ? -1e-3 : value).toArray();
        assertThat(SignedRank.pValue(zeroes)).isEqualTo(SignedRank.pValue(below));
    }

    @Property(tries = 200)
    void aLowerValueNeverMakesItMoreCertain(
            @ForAll @Size(min = 1, max = 80) List<@DoubleRange(min = -9, max = 9) Double> drawn,
            @ForAll @DoubleRange(min = 0, max = 3) double less) {
        double[] values = doubles(drawn, value -> true);
        double[] lower = Arrays.stream(values).map(value -> value - less).toArray();
        // Ties narrow the distribution, and a shift may make some.
        Assume.that(distinct(values) && distinct(lower));
        assertThat(SignedRank.pValue(lower)).isGreaterThanOrEqualTo(SignedRank.pValue(values));
    }

    @Property(tries = 100)
    void theOrderOfValuesSaysNothing(
            @ForAll @Size(min = 1, max = 80) List<@DoubleRange(min = -9, max = 9) Double> drawn, @ForAll long seed) {
        List<Double> shuffled = new ArrayList<>(drawn);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(SignedRank.pValue(doubles(shuffled, value -> true)))
                .isCloseTo(SignedRank.pValue(doubles(drawn, value -> true)), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 12, 24, 60})
    void theLibrarysExactTestSaysTheSame(int count) {
        SplittableRandom random = new SplittableRandom(count);
        for (int sample = 0; sample < 50; sample++) {
            double[] values = random.doubles(count, -1, 1.3).toArray();
            double expected = WilcoxonSignedRankTest.withDefaults()
                    .with(PValueMethod.EXACT)
                    .with(AlternativeHypothesis.GREATER_THAN)
                    .test(values)
                    .getPValue();
            assertThat(SignedRank.pValue(values)).isCloseTo(expected, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {61, 120})
    void theNormalApproximationErrsOnTheSafeSideOfTheExactTest(int count) {
        SplittableRandom random = new SplittableRandom(count);
        for (int sample = 0; sample < 300; sample++) {
            double shift = random.nextDouble(0.6);
            double[] values =
                    random.doubles(count, -1, 1).map(value -> value + shift).toArray();
            double exact = WilcoxonSignedRankTest.withDefaults()
                    .with(PValueMethod.EXACT)
                    .with(AlternativeHypothesis.GREATER_THAN)
                    .test(values)
                    .getPValue();
            if (exact < 0.03 && exact > 1e-4) {
                assertThat(SignedRank.pValue(values)).isBetween(exact, exact * 1.6);
            }
        }
    }

    /** 1 / 2^n is the chance of all signs being plus. */
    @ParameterizedTest
    @CsvSource({"5, 0.03125", "6, 0.015625", "10, 0.0009765625"})
    void nothingIsRarerThanThatAllLieAbove(int count, double chance) {
        double[] values = new double[count];
        Arrays.setAll(values, index -> index + 1);
        assertThat(SignedRank.pValue(values)).isEqualTo(chance);
    }

    @Test
    void valuesThatAreAllZeroShowNothing() {
        assertThat(SignedRank.pValue(new double[20])).isEqualTo(1);
        assertThat(SignedRank.pValue(new double[90])).isGreaterThan(0.99);
        assertThat(SignedRank.pValue()).isEqualTo(1);
    }

    @Test
    void aValueThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> SignedRank.pValue(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] doubles(List<? extends Number> values, DoublePredicate kept) {
        return values.stream().mapToDouble(Number::doubleValue).filter(kept).toArray();
    }

    private static boolean distinct(double[] values) {
        return Arrays.stream(values).map(Math::abs).distinct().count() == values.length;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            double below = 0;
            for (double other : values) {
                below += Math.abs(other) < Math.abs(value) ? 1 : Math.abs(other) == Math.abs(value) ? 0.5 : 0;
            }
            sum += value > 0 ? below + 0.5 : 0;
        }
        return sum;
    }
}

package io.fetchmark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HodgesLehmannTest {

    @Test
    void itIsTheMedianOfTheMeansOfEveryTwo() {
        // Means: 1, 1.5, 2, 5.5, 6, 10.
        assertThat(new HodgesLehmann(10, 1, 2).estimate()).isEqualTo(3.75);
    }

    @Property(tries = 100)
    void itMovesAndTurnsWithItsValues(
            @ForAll @Size(min = 6, max = 80) List<@DoubleRange(min = -9, max = 9) Double> drawn,
            @ForAll @DoubleRange(min = -9, max = 9) double by) {
        double[] values = drawn.stream().mapToDouble(Double::doubleValue).toArray();
        HodgesLehmann here = new HodgesLehmann(values);
        HodgesLehmann moved =
                new HodgesLehmann(Arrays.stream(values).map(value -> value + by).toArray());
        HodgesLehmann turned =
                new HodgesLehmann(Arrays.stream(values).map(value -> -value).toArray());
        assertThat(moved.estimate()).isCloseTo(here.estimate() + by, within(1e-9));
        assertThat(turned.estimate()).isCloseTo(-here.estimate(), within(1e-9));
        assertThat(turned.interval(0.95).low()).isCloseTo(-here.interval(0.95).high(), within(1e-9));
        assertThat(here.interval(0.95).contain(here.estimate())).isTrue();
    }

    /** The interval is what the test does not reject: just outside its ends the test is significant, inside it is not. */
    @Property(tries = 100)
    void itsIntervalIsWhatTheTestDoesNotReject(@ForAll long seed) {
        double[] values = new SplittableRandom(seed).doubles(24, -1, 1.3).toArray();
        double low = new HodgesLehmann(values).interval(0.95).low();
        assertThat(SignedRank.pValue(minus(low - 1e-9, values))).isLessThanOrEqualTo(0.025);
        assertThat(SignedRank.pValue(minus(low + 1e-9, values))).isGreaterThan(0.025);
    }

    /** Signed-rank intervals of published tables: Hollander and Wolfe, table A.4 (n = 10: P(W >= 47) = 0.024). */
    @ParameterizedTest
    @CsvSource({"6, 0.025, 1", "10, 0.025, 9", "20, 0.025, 53", "5, 0.025, 0", "10, 0.05, 11"})
    void theRankOfTheBoundIsThatOfPublishedTables(int values, double chance, int rank) {
        assertThat(SignedRank.boundRank(values, chance)).isEqualTo(rank);
    }

    @Test
    void theIntervalsRankHasNoJumpWhereTheApproximationBegins() {
        int exact = SignedRank.boundRank(60, 0.025);
        int next = SignedRank.boundRank(61, 0.025);
        assertThat(next - exact).isBetween(15, 25);
    }

    @Test
    void aFewValuesBoundNothing() {
        Bounds bounds = new HodgesLehmann(1, 2, 3, 4, 5).interval(0.95);
        assertThat(bounds).isEqualTo(new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    @Test
    void itsIntervalHoldsTheCentreAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(3);
        int held = 0;
        for (int sample = 0; sample < 2000; sample++) {
            // A heavy tail: the ratio of two uniforms, turned by a fair coin.
            double[] values = new double[30];
            Arrays.setAll(values, index -> 7 + random.nextDouble(-1, 1) / random.nextDouble(0.01, 1));
            held += new HodgesLehmann(values).interval(0.95).contain(7) ? 1 : 0;
        }
        // The exact level is 0.9505 or more (n = 30), with a binomial standard deviation of 0.5 %.
        assertThat(held / 2000.0).isBetween(0.933, 0.97);
    }

    @Test
    void withoutValuesThereIsNone() {
        assertThatThrownBy(HodgesLehmann::new).isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] minus(double by, double[] values) {
        return Arrays.stream(values).map(value -> value - by).toArray();
    }
}

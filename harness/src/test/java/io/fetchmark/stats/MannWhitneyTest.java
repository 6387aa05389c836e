package io.fetchmark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MannWhitneyTest {

    @ParameterizedTest
    @CsvSource({"4, 4", "8, 12", "12, 12", "13, 13", "40, 40"})
    void theLibrarysExactTestSaysTheSame(int first, int second) {
        SplittableRandom random = new SplittableRandom(first);
        for (int sample = 0; sample < 30; sample++) {
            double[] one = random.doubles(first, -1, 1).toArray();
            double[] other = random.doubles(second, -1, 1.5).toArray();
            double exact = MannWhitneyUTest.withDefaults()
                    .with(PValueMethod.EXACT)
                    .test(one, other)
                    .getPValue();
            double p = MannWhitney.pValue(one, other);
            if (first + second <= 24) {
                assertThat(p).isCloseTo(exact, Percentage.withPercentage(1e-6));
            } else if (exact > 0.01) {
                assertThat(p).isBetween(exact * 0.97, exact * 1.2);
            } else {
                assertThat(p).isGreaterThan(exact);
            }
        }
    }

    @Property(tries = 50)
    void tiesAreExactToo(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 3) Integer> first,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 3) Integer> second) {
        double[] one = toDoubles(first);
        double[] other = toDoubles(second);
        double[] all = DoubleStream.concat(DoubleStream.of(one), DoubleStream.of(other))
                .toArray();
        double observed = wins(one, other);
        int choices = 0;
        int below = 0;
        int above = 0;
        for (int chosen = 0; chosen < 1 << all.length; chosen++) {
            if (Integer.bitCount(chosen) == one.length) {
                double wins = wins(part(all, chosen), part(all, ~chosen));
                choices++;
                below += wins <= observed ? 1 : 0;
                above += wins >= observed ? 1 : 0;
            }
        }
        assertThat(MannWhitney.pValue(one, other))
                .isCloseTo(Math.min(1, 2.0 * Math.min(below, above) / choices), within(1e-12));
    }

    @Test
    void neitherSideOfTheTestIsPreferred() {
        double[] low = {1, 2, 3, 4, 5};
        double[] high = {6, 7, 8, 9, 10};
        assertThat(MannWhitney.pValue(low, high)).isEqualTo(MannWhitney.pValue(high, low));
        assertThat(MannWhitney.pValue(low, high)).isCloseTo(2 / 252.0, within(1e-12));
    }

    @Test
    void equalValuesAndNoValuesShowNothing() {
        assertThat(MannWhitney.pValue(new double[3], new double[4])).isEqualTo(1);
        assertThat(MannWhitney.pValue(new double[30], new double[40])).isEqualTo(1);
        assertThat(MannWhitney.pValue(new double[0], new double[4])).isEqualTo(1);
    }

    private static double[] part(double[] all, int chosen) {
        DoubleStream.Builder part = DoubleStream.builder();
        for (int index = 0; index < all.length; index++) {
            if ((chosen >> index & 1) == 1) {
                part.add(all[index]);
            }
        }
        return part.build().toArray();
    }

    private static double wins(double[] one, double[] other) {
        double wins = 0;
        for (double mine : one) {
            for (double theirs : other) {
                wins += mine > theirs ? 1 : mine == theirs ? 0.5 : 0;
            }
        }
        return wins;
    }

    private static double[] toDoubles(List<Integer> values) {
        return values.stream().mapToDouble(Integer::doubleValue).toArray();
    }
}

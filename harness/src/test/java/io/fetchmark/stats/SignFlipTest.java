package io.fetchmark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class SignFlipTest {

    @Property(tries = 200)
    void itIsTheShareOfAllFlipsThatReachTheSum(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = -2, max = 2) Integer> values) {
        // Integers whose magnitudes have a power of two as their sum are rounded to themselves.
        double[] exact = new double[values.size() + 1];
        int sum = 0;
        for (int index = 0; index < values.size(); index++) {
            exact[index] = values.get(index);
            sum += Math.abs(values.get(index));
        }
        exact[values.size()] = sum % 2 == 0 ? sum - 32 : 32 - sum;
        assertThat(SignFlip.pValue(exact))
                .isCloseTo(Flips.share(exact, all -> Arrays.stream(all).sum()), within(1e-12));
    }

    @Property(tries = 100)
    void roundingHardlyMatters(@ForAll long seed, @ForAll @IntRange(min = 6, max = 12) int count) {
        double[] values = new SplittableRandom(seed).doubles(count, -1, 1.5).toArray();
        assertThat(SignFlip.pValue(values))
                .isCloseTo(Flips.share(values, all -> Arrays.stream(all).sum()), within(0.02));
    }

    @Test
    void oneErrorInEachOfTenPairsIsAsRareAsTenHeads() {
        assertThat(SignFlip.pValue(1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1)).isCloseTo(1 / 1024.0, within(1e-15));
    }

    @Test
    void withoutAnyErrorNothingIsShown() {
        assertThat(SignFlip.pValue(new double[30])).isEqualTo(1);
        assertThat(SignFlip.pValue()).isEqualTo(1);
    }

    @Test
    void aValueThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> SignFlip.pValue(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignFlip.pValue(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

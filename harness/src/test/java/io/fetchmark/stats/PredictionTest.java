package io.fetchmark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PredictionTest {

    @Test
    void isTheOneOfTheTextbook() {
        Prediction of = Prediction.of(1, 2, 3, 4, 5);
        assertThat(of.mean()).isEqualTo(3);
        assertThat(of.sd()).isCloseTo(Math.sqrt(2.5), within(1e-12));
        // t(0.95, 4) = 2.132
        assertThat(of.margin(0.05)).isCloseTo(2.132 * Math.sqrt(2.5 * 1.2), within(2e-3));
    }

    /** 20 000 trials: the count of a chance of 1 % has a standard deviation of 14, of 5 % one of 31. */
    @ParameterizedTest
    @ValueSource(ints = {10, 20, 50})
    void theNextValueExceedsTheMarginAsOftenAsSaid(int runs) {
        Random random = new Random(runs);
        int ofHundred = 0;
        int ofTwenty = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            double[] values = new double[runs];
            for (int i = 0; i < runs; i++) {
                values[i] = 0.3 + 0.02 * random.nextGaussian();
            }
            Prediction prediction = Prediction.of(values);
            double next = 0.3 + 0.02 * random.nextGaussian() - prediction.mean();
            ofHundred += next > prediction.margin(0.01) ? 1 : 0;
            ofTwenty += next > prediction.margin(0.05) ? 1 : 0;
        }
        assertThat(ofHundred).isBetween(200 - 4 * 14, 200 + 4 * 14);
        assertThat(ofTwenty).isBetween(1000 - 4 * 31, 1000 + 4 * 31);
    }

    @Test
    void oneValuePredictsNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Prediction.of(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Prediction.of(1, Double.NaN));
    }

    @Test
    void equalValuesLeaveNoMargin() {
        assertThat(Prediction.of(2, 2, 2).margin(0.01)).isZero();
    }
}

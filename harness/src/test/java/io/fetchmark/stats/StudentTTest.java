package io.fetchmark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StudentTTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0.01, 31.821",
        "1, 0.05, 6.314",
        "2, 0.01, 6.965",
        "9, 0.01, 2.821",
        "9, 0.05, 1.833",
        "9, 0.025, 2.262",
        "9, 0.0025, 3.690",
        "29, 0.01, 2.462",
        "49, 0.01, 2.405",
        "120, 0.01, 2.358",
        "120, 0.005, 2.617"
    })
    void hasTheQuantilesOfThePublishedTables(int degrees, double chance, double quantile) {
        assertThat(new StudentT(degrees).exceededWith(chance)).isCloseTo(quantile, within(6e-4));
    }

    @Test
    void hasTheClosedFormsOfOneAndTwoDegrees() {
        for (double t : new double[] {-3, -0.5, 0, 0.1, 1, 2.5, 40}) {
            assertThat(new StudentT(1).above(t)).isCloseTo(0.5 - Math.atan(t) / Math.PI, within(1e-12));
            assertThat(new StudentT(2).above(t)).isCloseTo(0.5 - t / (2 * Math.sqrt(2 + t * t)), within(1e-12));
        }
    }

    @Test
    void comesCloseToTheNormalDistribution() {
        assertThat(new StudentT(1_000_000).exceededWith(0.01)).isCloseTo(Normal.exceededWith(0.01), within(1e-4));
    }

    @Test
    void refusesWhatIsNoChance() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StudentT(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new StudentT(3).exceededWith(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new StudentT(3).exceededWith(0.6));
    }
}

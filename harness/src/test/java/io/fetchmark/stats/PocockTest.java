package io.fetchmark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PocockTest {

    /**
     * Jennison and Turnbull, Group Sequential Methods (2000), table 2.1: two-sided levels, so α here is half of theirs. A
     * walk that crosses both sides is too rare to show in the third decimal at those levels.
     */
    @ParameterizedTest
    @CsvSource({
        "0.05, 2, 1.875",
        "0.05, 5, 2.122",
        "0.05, 10, 2.270",
        "0.025, 2, 2.178",
        "0.025, 3, 2.289",
        "0.025, 5, 2.413",
        "0.025, 10, 2.555",
        "0.025, 20, 2.672",
        "0.005, 2, 2.772",
        "0.005, 5, 2.986",
        "0.005, 10, 3.117"
    })
    void itsConstantsAreTheOnesPublished(double alpha, int looks, double constant) {
        assertThat(Normal.exceededWith(Pocock.level(alpha, looks))).isCloseTo(constant, within(0.002));
    }

    /** By another program, with fast Fourier transforms on a grid of 0.02 that the boundary lies beside. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 10, 0.0261",
        "0.05, 10, 0.0116",
        "0.025, 10, 0.00530",
        "0.0125, 10, 0.00246",
        "0.01, 10, 0.00194",
        "0.00625, 10, 0.00117",
        "0.005, 10, 0.000909",
        "0.0025, 10, 0.000439",
        "0.001, 10, 0.000164",
        "0.1, 5, 0.0368",
        "0.05, 5, 0.0170",
        "0.01, 5, 0.00291",
        "0.001, 5, 0.000265"
    })
    void itsLevelsAreThoseOfAnotherIntegration(double alpha, int looks, double level) {
        assertThat(Pocock.level(alpha, looks)).isCloseTo(level, Percentage.withPercentage(1.5));
    }

    /** On a grid eight times as fine they change in the eighth digit. */
    @ParameterizedTest
    @CsvSource({"0.1, 5, 0.0369572099", "0.01, 10, 0.00193532623", "0.001, 5, 0.000261783853"})
    void aFinerGridSaysTheSame(double alpha, int looks, double level) {
        assertThat(Pocock.level(alpha, looks)).isCloseTo(level, Percentage.withPercentage(0.001));
    }

    @Test
    void oneLookHasTheWholeLevel() {
        assertThat(Pocock.level(0.01, 1)).isEqualTo(0.01);
    }

    @Test
    void walksCrossAsOftenAsItSays() {
        double boundary = Normal.exceededWith(Pocock.level(0.1, 4));
        SplittableRandom random = new SplittableRandom(11);
        int crossed = 0;
        int walks = 40_000;
        for (int walk = 0; walk < walks; walk++) {
            double sum = 0;
            boolean over = false;
            for (int look = 1; look <= 4; look++) {
                sum += Normal.exceededWith(random.nextDouble(1e-15, 1));
                over |= sum > boundary * Math.sqrt(look);
            }
            crossed += over ? 1 : 0;
        }
        // Four standard deviations of the binomial are 0.6 %.
        assertThat((double) crossed / walks).isCloseTo(0.1, within(0.006));
    }

    @Test
    void aLevelThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Pocock.level(0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pocock.level(0.1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}

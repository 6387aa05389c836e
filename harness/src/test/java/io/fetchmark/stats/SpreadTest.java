package io.fetchmark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SpreadTest {

    @Test
    void theRobustOneIsTheMedianDistanceFromTheMedian() {
        // Median 4; distances 0, 1, 1, 3, 996: median 1.
        assertThat(Spread.robust(5, 4, 3, 1, 1000)).isCloseTo(1.4826, within(1e-4));
    }

    @Test
    void thePlainOneIsTheStandardDeviationOfASample() {
        assertThat(Spread.plain(2, 4, 4, 4, 5, 5, 7, 9)).isCloseTo(Math.sqrt(32 / 7.0), within(1e-12));
    }

    @Test
    void bothAreTheSameForNormalValues() {
        SplittableRandom random = new SplittableRandom(5);
        double[] values =
                random.doubles(20_000, 1e-12, 1).map(Normal::exceededWith).toArray();
        assertThat(Spread.robust(values)).isCloseTo(1, within(0.03));
        assertThat(Spread.plain(values)).isCloseTo(1, within(0.03));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Spread.median(9, 1, 2, 4)).isEqualTo(3);
    }

    @Test
    void withoutValuesThereIsNone() {
        assertThatThrownBy(Spread::median).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Spread.plain(1)).isInstanceOf(IllegalArgumentException.class);
    }
}

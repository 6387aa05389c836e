package io.fetchmark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SmallestChangeTest {

    /** 60 pairs, one look at 1 %, tolerance 0: figures of an earlier simulation, worked out by another program. */
    @ParameterizedTest
    @CsvSource({"0.049, 0.026", "0.089, 0.048", "0.178, 0.098"})
    void itIsWhatAnotherProgramFound(double sd, double change) {
        assertThat(new SmallestChange(0, 0.01, 0.05).of(sd, 60)).isCloseTo(change, within(0.001));
    }

    @Test
    void itIsMissedAsSeldomAsItSays() {
        double tolerance = 0.01;
        double change = new SmallestChange(tolerance, 0.01, 0.05).of(0.05, 60);
        SplittableRandom random = new SplittableRandom(17);
        int found = 0;
        for (int build = 0; build < 2000; build++) {
            double[] above = random.doubles(60, 1e-12, 1)
                    .map(chance -> 0.05 * Normal.exceededWith(chance) + Math.log1p(change) - Math.log1p(tolerance))
                    .toArray();
            found += SignedRank.pValue(above) <= 0.01 ? 1 : 0;
        }
        assertThat(found / 2000.0).isCloseTo(0.95, within(0.025));
    }

    @Test
    void withoutNoiseItIsTheTolerance() {
        assertThat(new SmallestChange(0.02, 0.01, 0.05).of(0, 10)).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void startsThatDifferMakeItLarger() {
        SmallestChange smallest = new SmallestChange(0.01, 0.01, 0.05);
        assertThat(smallest.of(0.05, 60, 0.01, 2)).isGreaterThan(smallest.of(0.05, 60, 0.01, 8));
        assertThat(smallest.of(0.05, 60, 0.01, 8)).isGreaterThan(smallest.of(0.05, 60));
    }

    @Test
    void aLevelThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new SmallestChange(0, 0, 0.05)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SmallestChange(-1, 0.1, 0.05)).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.fetchmark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoppingBiasTest {

    private static final int WALKS = 100_000;

    private final StoppingBias bias = new StoppingBias(5, 0.5, 2.4, 2, 2.4);

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 0.5, 1, 1.5, 2, 4})
    void theAverageIsThatOfManyWalks(double shift) {
        SplittableRandom random = new SplittableRandom(1);
        double sum = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            sum += estimate(shift, random);
        }
        assertThat(bias.average(shift)).isCloseTo(sum / WALKS, within(4 / Math.sqrt(WALKS)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, 0, 0.7, 1.3, 2, 9})
    void theShiftOfAnAverageIsFound(double shift) {
        assertThat(bias.without(bias.average(shift))).isCloseTo(shift, within(1e-6));
    }

    /** Far beyond a bound all stop at the first stage, and where nothing can stop them, at the last. */
    @ParameterizedTest
    @ValueSource(doubles = {-30, 30})
    void whoStopsAtOnceIsNotBiased(double shift) {
        assertThat(bias.average(shift)).isCloseTo(shift, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void whoDoesNotStopIsNotBiased(int stages) {
        StoppingBias never = new StoppingBias(stages, 0, 7, 0, 7);
        assertThat(never.average(0.1)).isCloseTo(0.1, within(1e-4));
    }

    private double estimate(double shift, SplittableRandom random) {
        double sum = 0;
        for (int stage = 1; stage < bias.stages(); stage++) {
            sum += shift + random.nextGaussian();
            double root = Math.sqrt(stage);
            if (sum >= bias.tolerance() * stage + bias.above() * root
                    || sum <= bias.detect() * stage - bias.below() * root) {
                return sum / stage;
            }
        }
        return (sum + shift + random.nextGaussian()) / bias.stages();
    }
}

package io.fetchmark.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fetchmark.gate.LabelSwap.Drawn;
import io.fetchmark.stats.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published change and its interval on kept pairs of real builds, with labels swapped by a coin and planted changes.
 * {@code dev/replay-kept-pairs} does the same with 2000 draws of each.
 */
final class LabelSwapTest {

    private static final int DRAWS = 200;
    private static final int STOPPED_DRAWS = 60;

    /** Nominally; an interval of 95 %. */
    private static final double MISSED = 0.05;

    private static final double BIAS = 0.003;

    private static final double CALLED_BETTER = 0.025;

    static Stream<Arguments> plantedChanges() {
        return Arrays.stream(KeptPairs.values())
                .flatMap(kept ->
                        Stream.of(0.0, 0.02, 0.05, 0.1).map(slower -> Arguments.of(new LabelSwap(kept, slower))));
    }

    @ParameterizedTest
    @MethodSource("plantedChanges")
    void theIntervalHoldsAPlantedChangeAndTheEstimateIsNotBiased(LabelSwap swap) {
        for (List<Drawn> drawn : swap.lookedAtOnce(DRAWS)) {
            keeps(swap, drawn);
        }
    }

    @ParameterizedTest
    @MethodSource("plantedChanges")
    void theIntervalHoldsAPlantedChangeWhereverTheGateHasStopped(LabelSwap swap) {
        for (List<Drawn> drawn : swap.stopped(STOPPED_DRAWS)) {
            keeps(swap, drawn);
        }
    }

    private static void keeps(LabelSwap swap, List<Drawn> drawn) {
        assertThat(swap.misses(drawn).isAbove(MISSED)).isFalse();
        assertThat(LabelSwap.improvements(drawn).isAbove(CALLED_BETTER)).isFalse();
        double[] errors = swap.errors(drawn);
        double standardError = Spread.plain(errors) / Math.sqrt(errors.length);
        assertThat(LabelSwap.mean(errors)).isCloseTo(0, within(BIAS + 2 * standardError));
    }
}

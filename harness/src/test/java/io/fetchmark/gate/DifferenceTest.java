package io.fetchmark.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Pair;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DifferenceTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ERROR_RATE")
    void twiceAsSlowIsTheLogarithmOfTwo(RegressionMetric metric) {
        Pair pair = Blocks.pair(Blocks.of(8), Blocks.of(4));
        assertThat(Difference.of(metric, pair)).isCloseTo(Math.log(2), within(1e-12));
    }

    @Property(tries = 100)
    void swappedSidesGiveTheOpposite(
            @ForAll RegressionMetric metric,
            @ForAll @DoubleRange(min = 0.1, max = 100) double one,
            @ForAll @DoubleRange(min = 0.1, max = 100) double other,
            @ForAll @IntRange(max = 900) int failed) {
        Pair pair = Blocks.pair(Blocks.of(1000, failed, one), Blocks.of(2000, 7, other));
        assertThat(Difference.of(metric, Blocks.swapped(pair))).isCloseTo(-Difference.of(metric, pair), within(1e-12));
    }

    @Test
    void asManyErrorsInMoreExchangesAreFewer() {
        Pair faster = Blocks.pair(Blocks.of(2000, 20, 5), Blocks.of(1000, 10, 10));
        assertThat(Difference.of(RegressionMetric.ERROR_RATE, faster)).isCloseTo(0, within(1e-12));
        Pair better = Blocks.pair(Blocks.of(2000, 10, 5), Blocks.of(1000, 10, 10));
        assertThat(Difference.of(RegressionMetric.ERROR_RATE, better)).isNegative();
    }

    @Test
    void ofAsManyExchangesErrorsDifferByTheRootsOfTheirCounts() {
        Pair pair = Blocks.pair(Blocks.of(1000, 9, 1), Blocks.of(1000, 4, 1));
        assertThat(Difference.of(RegressionMetric.ERROR_RATE, pair)).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"P50, 6", "P90, 30", "P95, 60", "P99, 300", "THROUGHPUT, 1", "CPU_PER_REQUEST, 1", "ERROR_RATE, 1"})
    void aQuantileNeedsThreeExchangesBeyondIt(RegressionMetric metric, int needed) {
        Pair enough = Blocks.pair(Blocks.of(needed, 0, 1), Blocks.of(1));
        Pair few = Blocks.pair(Blocks.of(needed - 1, 0, 1), Blocks.of(1));
        assertThat(Difference.gap(metric, enough)).isEmpty();
        assertThat(Difference.gap(metric, few)).isPresent();
        assertThat(Difference.gap(metric, Blocks.swapped(few))).isEqualTo(Difference.gap(metric, few));
    }

    @Test
    void whereNothingSucceedsThereIsNoTimeToCompare() {
        Pair broken = Blocks.pair(Blocks.of(1000, 1000, 0.1), Blocks.of(1));
        assertThat(Difference.gap(RegressionMetric.P50, broken)).contains(Gap.NOTHING_SUCCEEDED);
        assertThat(Difference.gap(RegressionMetric.THROUGHPUT, broken)).contains(Gap.NOTHING_SUCCEEDED);
        assertThat(Difference.gap(RegressionMetric.ERROR_RATE, broken)).isEmpty();
        Pair both = Blocks.pair(Blocks.of(1000, 1000, 0.1), Blocks.of(1000, 1000, 0.1));
        assertThat(Difference.gap(RegressionMetric.ERROR_RATE, both)).contains(Gap.NOTHING_SUCCEEDED);
    }

    @Test
    void aTargetWithoutMeterHasNoCpuTime() {
        BlockFigures metered = Blocks.of(1);
        BlockFigures unmetered = new BlockFigures(
                1000, 0, 1000, 1, 1, 1, 1, 0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty());
        assertThat(Difference.gap(RegressionMetric.CPU_PER_REQUEST, Blocks.pair(metered, unmetered)))
                .contains(Gap.NOT_METERED);
    }

    @Test
    void pairsCanBeComparedUnlessMostOfThemSayNothing() {
        Pair good = Blocks.pair(Blocks.of(1), Blocks.of(1));
        Pair few = Blocks.pair(Blocks.of(2, 0, 1), Blocks.of(1));
        assertThat(new Differences(RegressionMetric.P50, List.of(good, few)).gap())
                .isEmpty();
        assertThat(new Differences(RegressionMetric.P50, List.of(good, few, few)).gap())
                .contains(Gap.TOO_FEW_REQUESTS);
        assertThat(new Differences(RegressionMetric.P50, List.of(good, few, few)).count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aPairInWhichTheClientStoodStillSaysNothingWhicheverSideItMet(RegressionMetric metric) {
        Pair stalled = Blocks.pair(stalled(Blocks.of(1), 100), Blocks.of(1));
        Pair waited = Blocks.pair(stalled(Blocks.of(1), 99), Blocks.of(1));

        assertThat(Difference.gap(metric, stalled)).contains(Gap.CLIENT_STOOD_STILL);
        assertThat(Difference.gap(metric, Blocks.swapped(stalled))).contains(Gap.CLIENT_STOOD_STILL);
        assertThat(Difference.gap(metric, waited)).isEmpty();
    }

    private static BlockFigures stalled(BlockFigures block, long millis) {
        return new BlockFigures(
                block.requests(),
                block.failed(),
                block.perSecond(),
                block.p50(),
                block.p90(),
                block.p95(),
                block.p99(),
                block.startLatenessP50(),
                block.targetCpuNanosPerRequest(),
                block.clientCpuNanosPerRequest(),
                block.stealNanos(),
                OptionalLong.of(millis * 1_000_000));
    }
}

package io.fetchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.measure.WarmUpBounds;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Side;
import io.fetchmark.result.WarmUp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Instances are warmed up in turn until all of them are steady, both sides alike. Steps last for half a second here. */
final class WarmingTest {

    private static final WarmUpBounds BOUNDS = WarmUpBounds.of(Duration.ofSeconds(4));

    /** CPU time of a request in a step of one instance. */
    private interface Cost {
        double of(Side side, int number, int step);
    }

    @Test
    void steadyInstancesAreWarmedUpForAsLongAsWasAskedFor() {
        Warming warming = warmed((side, number, step) -> 40_000);
        assertThat(warming.outcome()).isEqualTo(new WarmUp(4, Optional.of(true)));
        assertThat(warming.cautions()).isEmpty();
    }

    @Test
    void anInstanceWhoseCpuTimeSettlesLateIsWarmedOnWithItsPartner() {
        int[] candidates = new int[2];
        int[] baselines = new int[2];
        Warming warming = warmed((side, number, step) -> {
            (side == Side.CANDIDATE ? candidates : baselines)[number] = step + 1;
            return side == Side.CANDIDATE && number == 1 ? Math.max(36_000, 80_000 - 2000 * step) : 36_000;
        });
        assertThat(candidates).isEqualTo(baselines);
        assertThat(candidates[0]).isEqualTo(8);
        assertThat(candidates[1]).isBetween(23, 60);
        assertThat(warming.outcome().steady()).contains(true);
        assertThat(warming.outcome().seconds()).isEqualTo(candidates[1] * 0.5);
        assertThat(warming.cautions()).isEmpty();
    }

    @Test
    void anInstanceThatCompilesOnAtALevelCostIsWarmedOn() {
        // 70 us at first, with its siblings at 36 to 40, and nothing to see in its times.
        int[] last = {0};
        Warming warming = warmed((side, number, step) -> {
            if (side == Side.CANDIDATE && number == 0) {
                last[0] = step;
                return step < 20 ? 70_000 : 38_000;
            }
            return side == Side.CANDIDATE ? 36_000 : 40_000;
        });
        assertThat(last[0]).isGreaterThanOrEqualTo(20);
        assertThat(warming.outcome().steady()).contains(true);
    }

    @Test
    void anInstanceThatWasLevelGoesOnWhenItsSiblingSettlesToLess() {
        int[] last = {0};
        warmed((side, number, step) -> {
            if (side == Side.BASELINE && number == 0) {
                last[0] = step;
                return step < 30 ? 70_000 : 38_000;
            }
            return side == Side.BASELINE && step < 3 ? 70_000 : 38_000;
        });
        assertThat(last[0]).isGreaterThanOrEqualTo(30);
    }

    @Test
    void aCandidateThatCostsMoreThanTheBaselineIsNotTakenForACold() {
        Warming warming = warmed((side, number, step) -> side == Side.CANDIDATE ? 80_000 : 40_000);
        assertThat(warming.outcome()).isEqualTo(new WarmUp(4, Optional.of(true)));
    }

    @Test
    void whatNeverSettlesIsToldWithItsFigures() {
        Warming warming =
                warmed((side, number, step) -> side == Side.BASELINE && number == 1 ? 200_000 - 1000 * step : 40_000);
        assertThat(warming.outcome()).isEqualTo(new WarmUp(60, Optional.of(false)));
        assertThat(warming.cautions())
                .containsExactly("instance 2 of the baseline was not steady when its warm-up ended after 60 s: its CPU"
                        + " time a request still went from 126 us to 95.5 us, so that the comparison may be of its"
                        + " warm-up; a longer <warmUp> gives it more time");
    }

    @Test
    void whatNeverComesDownToItsSiblingIsTold() {
        Warming warming = warmed((side, number, step) -> side == Side.CANDIDATE && number == 1 ? 60_000 : 40_000);
        assertThat(warming.outcome().endedTooEarly()).isTrue();
        assertThat(warming.cautions())
                .singleElement()
                .asString()
                .startsWith("instance 2 of the target")
                .contains("quarter");
    }

    @Test
    void noWarmUpIsNone() {
        Warming warming = new Warming(2, WarmUpBounds.of(Duration.ZERO));
        assertThat(warming.open()).isEmpty();
        assertThat(warming.outcome()).isEqualTo(new WarmUp(0, Optional.empty()));
        assertThat(warming.cautions()).isEmpty();
    }

    private static Warming warmed(Cost cost) {
        Warming warming = new Warming(2, BOUNDS);
        int[] steps = new int[2];
        for (List<Integer> open = warming.open(); !open.isEmpty(); open = warming.open()) {
            for (int number : open) {
                for (Side side : Side.values()) {
                    warming.add(side, number, figures(cost.of(side, number, steps[number])));
                }
                steps[number]++;
            }
        }
        return warming;
    }

    private static BlockFigures figures(double cpuNanosPerRequest) {
        return new BlockFigures(
                1000,
                0,
                2000,
                1_000_000,
                1_000_000,
                1_000_000,
                1_000_000,
                0,
                OptionalDouble.of(cpuNanosPerRequest),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }
}

package io.fetchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

final class SteadyStateDetectorTest {

    private static final Duration STEP = Duration.ofMillis(500);
    private static final int PER_STEP = 1000;
    private static final double TIME = 1e6;
    private static final double CPU = 100_000;

    @Test
    void sevenStepsAreNeeded() {
        SteadyStateDetector detector = new SteadyStateDetector();
        for (int step = 0; step < 6; step++) {
            detector.add(step(TIME, CPU));
        }
        assertThat(detector.canTell()).isFalse();
        assertThat(detector.isSteady()).isFalse();
        assertThat(detector.unsettled()).isEmpty();
        detector.add(step(TIME, CPU));
        assertThat(detector.canTell()).isTrue();
        assertThat(detector.isSteady()).isTrue();
    }

    @Test
    void aTargetWhoseCpuTimeStillFallsIsNotSteadyWhateverItsTimes() {
        SteadyStateDetector detector = after(12, step -> TIME, step -> CPU * (1 - 0.06 * step));
        assertThat(detector.isSteady()).isFalse();
        assertThat(detector.unsettled()).map(Unsettled::figure).contains(Unsettled.Figure.CPU_PER_REQUEST);
        assertThat(detector.unsettled().orElseThrow().words())
                .isEqualTo("its CPU time a request still went from 58 us to 40 us");
    }

    @Test
    void aTargetWhoseTimesStillFallIsNotSteadyWhateverItsCpuTime() {
        SteadyStateDetector detector = after(12, step -> TIME * (1 - 0.06 * step), step -> CPU);
        assertThat(detector.isSteady()).isFalse();
        assertThat(detector.unsettled()).map(Unsettled::figure).contains(Unsettled.Figure.P50);
    }

    @Test
    void aTargetWithoutAMeterGoesByItsTimes() {
        SteadyStateDetector detector = new SteadyStateDetector();
        for (int step = 0; step < 7; step++) {
            detector.add(new WarmUpStep(STEP, PER_STEP, TIME, OptionalDouble.empty()));
        }
        assertThat(detector.isSteady()).isTrue();
    }

    @Test
    void whatATargetWithNothingToDoUsesSaysNothing() {
        assertThat(after(7, step -> TIME, step -> step % 2 == 0 ? 10_000 : 0).isSteady())
                .isTrue();
    }

    @Test
    void aSlowDeclineShowsThoughNeighbouringStepsAreNear() {
        // 1/t: of 20 s, as of a JVM that has much to compile. Three steps beside three would be near each other from 12
        // s on.
        assertThat(after(30, step -> TIME * (1 + 40.0 / (step + 10)), step -> CPU)
                        .isSteady())
                .isFalse();
        assertThat(after(800, step -> TIME * (1 + 40.0 / (step + 10)), step -> CPU)
                        .isSteady())
                .isTrue();
    }

    @Test
    void aRestlessMachineIsNotTakenForAColdTarget() {
        for (double noise : new double[] {0.02, 0.1, 0.2}) {
            int late = 0;
            for (int seed = 0; seed < 200; seed++) {
                if (stepsUntilSteady(noise, new Random(seed)) > 40) {
                    late++;
                }
            }
            assertThat(late).as("of 200 whose steps vary by %s", noise).isLessThan(4);
        }
    }

    @Test
    void whatRisesDoesNotWarmUp() {
        assertThat(after(12, step -> TIME * (100 + 5 * step) / 100, step -> CPU).isSteady())
                .isTrue();
    }

    @Test
    void oneDisturbedStepDoesNotMatter() {
        assertThat(after(8, step -> step == 7 ? 5 * TIME : TIME, step -> CPU).isSteady())
                .isTrue();
    }

    @Test
    void stepsInWhichNothingEndedAreLeftOut() {
        SteadyStateDetector detector = new SteadyStateDetector();
        for (int step = 0; step < 20; step++) {
            detector.add(new WarmUpStep(STEP, step % 4 == 0 ? 1 : 0, TIME, OptionalDouble.empty()));
        }
        assertThat(detector.canTell()).isFalse();
    }

    @Test
    void anInstanceThatCostsFarMoreThanItsSiblingIsAboveIt() {
        SteadyStateDetector compiling = after(12, step -> TIME, step -> 70_000);
        SteadyStateDetector settled = after(12, step -> TIME, step -> 38_000);
        assertThat(compiling.isSteady()).isTrue();
        assertThat(compiling.isAbove(settled)).isTrue();
        assertThat(settled.isAbove(compiling)).isFalse();
        assertThat(after(12, step -> TIME, step -> 42_000).isAbove(settled)).isFalse();
    }

    private static int stepsUntilSteady(double noise, Random random) {
        SteadyStateDetector detector = new SteadyStateDetector();
        int steps = 0;
        do {
            detector.add(step(
                    TIME * Math.exp(noise * random.nextGaussian()), CPU * Math.exp(noise * random.nextGaussian())));
            steps++;
        } while (!detector.isSteady());
        return steps;
    }

    private static SteadyStateDetector after(int steps, IntToDoubleFunction time, IntToDoubleFunction cpu) {
        SteadyStateDetector detector = new SteadyStateDetector();
        for (int step = 0; step < steps; step++) {
            detector.add(step(time.applyAsDouble(step), cpu.applyAsDouble(step)));
        }
        return detector;
    }

    private static WarmUpStep step(double time, double cpuPerRequest) {
        return new WarmUpStep(STEP, PER_STEP, time, OptionalDouble.of(cpuPerRequest * PER_STEP));
    }
}

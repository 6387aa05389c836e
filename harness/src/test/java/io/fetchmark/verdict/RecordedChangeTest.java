package io.fetchmark.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fetchmark.plan.Gated;
import io.fetchmark.plan.RegressionMetric;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often a recorded baseline errs, simulated: runs whose differences from the reference have a standard deviation of
 * 1.3 %, as the ratio to a reference has in a noisy build (2.0 % is a worse one). 4000 builds, of which a share of 1 % has
 * a standard deviation of 6.3, and one of 5 % of 14.
 */
final class RecordedChangeTest {

    private static final int BUILDS = 4000;
    private static final double NOISE = 0.013;
    private static final Gated STRICT = new Gated(RegressionMetric.P50, 0, 0.05);
    private static final Gated P50 = RegressionMetric.P50.gated();

    @ParameterizedTest
    @ValueSource(ints = {10, 20, 50})
    void unchangedBuildsFailOnceInHundredAtMost(int runs) {
        assertThat(worse(STRICT, runs, NOISE, 0, 1)).isBetween(15, 65);
        assertThat(worse(P50, runs, NOISE, 0, 1)).isLessThan(65);
        assertThat(worse(P50, runs, 0.03, 0, 1)).isLessThan(65);
    }

    @Test
    void severalTestsTogetherFailOnceInHundredAtMost() {
        assertThat(4 * worse(STRICT, 10, NOISE, 0, 4)).isBetween(10, 80);
    }

    @Test
    void aChangeAtTheToleranceFailsOnceInHundredAtMostWhereRunsHardlyDiffer() {
        assertThat(worse(P50, 10, 0.0005, Math.log(1.005), 1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"10, 2900", "20, 3350", "50, 3450"})
    void fivePercentAreMostlyFound(int runs, int found) {
        assertThat(worse(P50, runs, NOISE, Math.log(1.05), 1)).isGreaterThan(found);
    }

    @Test
    void tenPercentAreAlwaysFound() {
        assertThat(worse(P50, 10, NOISE, Math.log(1.1), 1)).isGreaterThan(BUILDS * 99 / 100);
        assertThat(worse(P50, 10, NOISE, Math.log(1.1), 4)).isGreaterThan(BUILDS * 99 / 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50})
    void whatIsToBeFoundIsClearedOnceInFortyAtMost(int runs) {
        assertThat(count(P50, runs, NOISE, Math.log(1.05), 1, change -> change.isCleared() ? 1 : 0))
                .isBetween(60, 140);
    }

    @Test
    void mostUnchangedBuildsAreCleared() {
        assertThat(count(P50, 10, NOISE, 0, 1, change -> change.isCleared() ? 1 : 0))
                .isGreaterThan(BUILDS * 80 / 100);
    }

    @Test
    void unchangedBuildsAreSaidToBeBetterOnceInHundredAtMost() {
        assertThat(count(STRICT, 10, NOISE, 0, 1, change -> change.isBetter() ? 1 : 0))
                .isBetween(15, 65);
        assertThat(4 * count(STRICT, 10, NOISE, 0, 4, change -> change.isBetter() ? 1 : 0))
                .isBetween(10, 80);
        assertThat(count(P50, 10, NOISE, Math.log(0.9), 1, change -> change.isBetter() ? 1 : 0))
                .isGreaterThan(BUILDS * 99 / 100);
    }

    /** What is said of a change to detect agrees with the interval that stands beside it. */
    @Test
    void aChangeToDetectIsClearedJustWhereItIsAboveTheInterval() {
        assertThat(count(P50, 10, NOISE, 0.02, 1, change -> {
                    boolean above = change.ratio().high() < 1 + P50.detect();
                    return above == change.isCleared() ? 0 : 1;
                }))
                .isZero();
    }

    @Test
    void theSmallestChangeIsFoundInNineteenOfTwentyBuilds() {
        RecordedChange typical = RecordedChange.of(STRICT, 0.3, exact(10, NOISE), 1);
        assertThat(worse(STRICT, 10, NOISE, Math.log1p(typical.smallest()), 1)).isGreaterThan(BUILDS * 90 / 100);
    }

    @Test
    void theRatioOfThroughputIsHigherWhereItIsBetter() {
        Gated throughput = RegressionMetric.THROUGHPUT.gated();
        RecordedChange slower = RecordedChange.of(throughput, 0.3 + Math.log(1.25), exact(10, 0.001), 1);
        assertThat(slower.isWorse()).isTrue();
        assertThat(slower.ratio().estimate()).isCloseTo(0.8, within(1e-9));
        assertThat(slower.ratio().low()).isLessThan(0.8);
        assertThat(slower.ratio().high()).isBetween(0.8, 0.81);
        RecordedChange faster = RecordedChange.of(throughput, 0.3 - Math.log(1.25), exact(10, 0.001), 1);
        assertThat(faster.isWorse()).isFalse();
        assertThat(faster.isCleared()).isTrue();
        assertThat(faster.ratio().estimate()).isCloseTo(1.25, within(1e-9));
    }

    private static int worse(Gated gated, int runs, double noise, double change, int tests) {
        return count(gated, runs, noise, change, tests, one -> one.isWorse() ? 1 : 0);
    }

    private static int count(
            Gated gated, int runs, double noise, double change, int tests, ToIntFunction<RecordedChange> what) {
        Random random = new Random(runs);
        int sum = 0;
        for (int build = 0; build < BUILDS; build++) {
            double[] before = new double[runs];
            for (int run = 0; run < runs; run++) {
                before[run] = 0.3 + noise * random.nextGaussian();
            }
            double now = 0.3 + change + noise * random.nextGaussian();
            sum += what.applyAsInt(RecordedChange.of(gated, now, before, tests));
        }
        return sum;
    }

    /** Values around 0.3 with exactly that standard deviation. */
    private static double[] exact(int runs, double sd) {
        double[] values = new double[runs];
        double half = sd * Math.sqrt((runs - 1.0) / runs);
        for (int run = 0; run < runs; run++) {
            values[run] = 0.3 + (run % 2 == 0 ? half : -half);
        }
        return values;
    }
}

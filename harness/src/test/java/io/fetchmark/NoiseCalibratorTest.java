package io.fetchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.fork.Jdk;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Pair;
import io.fetchmark.result.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NoiseCalibratorTest {

    @TempDir
    private Path directory;

    @Test
    void aFileThatCannotBeReadStopsItBeforeAnythingIsMeasured() throws Exception {
        Files.writeString(file(), "torn");
        assertThatThrownBy(() -> new NoiseCalibrator(options(), RunListener.SILENT)
                        .calibrate("unused", RuntimeChoice.EMBEDDED, 10_000, 3))
                .isInstanceOf(MeasurementException.class)
                .hasMessageContaining("is torn");
        assertThat(file()).hasContent("torn");
    }

    @Test
    void whatStartsDifferByIsToldFromTheNoiseOfPairs() {
        assertThat(NoiseCalibrator.startSd(RegressionMetric.P50, pairs(0.05), 0.01))
                .isBetween(0.02, 0.09);
        assertThat(NoiseCalibrator.startSd(RegressionMetric.P50, pairs(0), 0.01))
                .isLessThan(0.005);
    }

    /** Of 400 pairs with a noise of 1 %, whose starts differ by so much, evenly spread. */
    private static List<Pair> pairs(double spread) {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, 400)
                .mapToObj(pair -> {
                    int candidate = pair % 4;
                    int baseline = random.nextInt(4);
                    return new Pair(
                            Side.CANDIDATE,
                            candidate,
                            baseline,
                            block(Math.exp(spread * (candidate - 1.5) + 0.007 * random.nextGaussian())),
                            block(Math.exp(spread * (baseline - 1.5) + 0.007 * random.nextGaussian())));
                })
                .toList();
    }

    private static BlockFigures block(double millis) {
        long nanos = Math.round(millis * 1e6);
        return new BlockFigures(
                1000,
                0,
                1000,
                nanos,
                nanos,
                nanos,
                nanos,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }

    private HarnessOptions options() {
        return new HarnessOptions(
                directory,
                HarnessOptions.in(directory).classPath(),
                Jdk.running(),
                List.of(),
                List.of(),
                file(),
                Optional.empty());
    }

    private Path file() {
        return directory.resolve("calibration.json");
    }
}

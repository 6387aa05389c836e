package io.fetchmark.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.fetchmark.measure.Distribution;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.ResultFile;
import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.ResultFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaselineFileTest {

    @TempDir
    private Path project;

    private Path directory = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void findFile() {
        directory = project.resolve("src/perf/baseline");
        file = directory.resolve(BaselineFile.NAME);
    }

    @Test
    void nothingIsRecordedWhereThereIsNoFile() throws Exception {
        assertThat(BaselineFile.read(directory)).isEqualTo(RecordedBaseline.NONE);
    }

    @Test
    void whatIsAddedIsThere() throws Exception {
        RecordedRun first = run(1);
        RecordedRun second = run(2);
        BaselineFile.add(directory, first);
        RecordedBaseline both = BaselineFile.add(directory, second);
        assertThat(both.runs()).containsExactly(first, second);
        assertThat(BaselineFile.read(directory)).isEqualTo(both);
        assertThat(both.holds(first.startedAt())).isTrue();
        assertThat(both.holds("2020-01-01T00:00:00Z")).isFalse();
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void theHistogramsAndTheValuesOfEachPairAreKept() throws Exception {
        BaselineFile.add(directory, run(1));
        RecordedComparison kept =
                BaselineFile.read(directory).runs().get(0).comparisons().get(0);
        assertThat(Distribution.decode(kept.targetHistogram()).count()).isEqualTo(3);
        assertThat(kept.targetResponseTimeNanos().p50()).isCloseTo(516_000L, within(600L));
        assertThat(kept.referenceResponseTimeNanos().p50()).isCloseTo(501_000L, within(600L));
        RecordedMetric p50 = kept.find(RegressionMetric.P50).orElseThrow();
        assertThat(p50.target()).hasSize(24).allMatch(value -> value > 400_000);
        assertThat(p50.difference()).isCloseTo(Math.log(1.3), within(0.03));
        assertThat(kept.find(RegressionMetric.ERROR_RATE).orElseThrow().difference())
                .isZero();
    }

    @Test
    void onlyTheNewestFiftyRunsAreKept() throws Exception {
        RecordedBaseline all = RecordedBaseline.NONE;
        for (int day = 1; day <= 53; day++) {
            all = all.with(run(day));
        }
        assertThat(all.runs()).hasSize(50);
        assertThat(all.runs().get(0)).isEqualTo(run(4));
        assertThat(all.runs().get(49)).isEqualTo(run(53));
    }

    @Test
    void aTornFileIsRefusedAndKept() throws Exception {
        BaselineFile.add(directory, run(1));
        String whole = Files.readString(file);
        IntStream.of(0, 1, whole.length() / 2, whole.length() - 3).forEach(length -> {
            keeps(whole.substring(0, length), "is torn or of another program");
        });
    }

    @Test
    void aFileOfAnotherProgramIsRefusedAndKept() throws Exception {
        keeps("[1, 2, 3]\n", "is torn or of another program");
        ResultFile.write(project, ResultFixtures.run());
        keeps(Files.readString(project.resolve("result.json")), "is torn or of another program");
    }

    @Test
    void aFileOfANewerVersionIsRefusedAndKept() throws Exception {
        BaselineFile.add(directory, run(1));
        keeps(
                Files.readString(file).replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"),
                "has schemaVersion 2, and this Fetchmark reads up to 1");
    }

    @Test
    void aSpoiltHistogramIsRefused() throws Exception {
        RecordedRun run = run(1);
        BaselineFile.add(directory, run);
        String histogram = run.comparisons().get(0).targetHistogram();
        keeps(Files.readString(file).replace(histogram, histogram.substring(8)), "not a compressed histogram");
    }

    @Test
    void oneRunCannotBeInAFileTwice() throws Exception {
        BaselineFile.add(directory, run(1));
        String once = Files.readString(file);
        int start = once.indexOf('[') + 1;
        String run = once.substring(start, once.lastIndexOf(']'));
        keeps(
                once.substring(0, start) + run + "," + run + once.substring(once.lastIndexOf(']')),
                "must hold each run once");
    }

    private void keeps(String content, String complaint) {
        try {
            Files.createDirectories(directory);
            Files.writeString(file, content);
            RecordedRun next = run(9);
            assertThatExceptionOfType(ResultFileException.class)
                    .isThrownBy(() -> BaselineFile.read(directory))
                    .withMessageContaining(complaint)
                    .withMessageContaining("move it away and record anew by mvn fetchmark:baseline");
            assertThatExceptionOfType(ResultFileException.class).isThrownBy(() -> BaselineFile.add(directory, next));
            assertThat(file).hasContent(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private RecordedRun run(int day) throws IOException {
        return BaselineFixtures.recorded(BaselineFixtures.run(day, Math.log(1.3)), project);
    }
}

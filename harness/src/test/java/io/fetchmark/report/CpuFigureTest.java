package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.result.FileNames;
import io.fetchmark.result.ResultFile;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.SliceSummary;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.result.TargetSlice;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The chart of the CPUs in use. The run {@code crowded-run.json} was measured on two CPUs on which other programs ran, too:
 * nginx with a quota of half a CPU on one, the client on the other.
 */
final class CpuFigureTest {

    private static final TargetFacts HELD = SampleRun.target(TargetRuntime.DOCKER, List.of());
    private static final OptionalLong UNKNOWN = OptionalLong.empty();

    @TempDir
    private Path directory;

    @Test
    void ofEachClientThereIsALineForClientTargetAndOthers() throws Exception {
        Figure figure = figure("home-page").orElseThrow();

        assertThat(figure.chart().curves())
                .extracting(Curve::line)
                .containsExactly(
                        LineStyle.SOLID,
                        LineStyle.DASHED,
                        LineStyle.DOTTED,
                        LineStyle.SOLID,
                        LineStyle.DASHED,
                        LineStyle.DOTTED,
                        LineStyle.SOLID,
                        LineStyle.DASHED,
                        LineStyle.DOTTED);
        assertThat(figure.chart().curves())
                .extracting(Curve::name)
                .containsExactly("threads", "", "", "async", "", "", "event-loop", "", "");
        assertThat(figure.chart().description())
                .contains("The client had 1 and the target 0.5: who comes up to that has no CPU time left.");
        assertThat(figure.key()).contains("Solid: client.", "Dashed: target", "Dotted: other programs");
        assertThat(figure.data().columns())
                .contains("Seconds", "threads", "threads, target", "threads, others", "event-loop, others");
        assertThat(figure.data().rows()).hasSize(10);
        assertThat(figure.drawing()).isPresent();
    }

    @Test
    void noMoreIsInUseThanThereIs() throws Exception {
        for (ScenarioResult result : run().results()) {
            assertThat(CpuStretch.of(result.slices().orElseThrow(), run().target()))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(stretch -> assertThat(stretch.client() + stretch.target() + stretch.others())
                            // Both CPUs were full all the time; ticks and ends of slices are a little off.
                            .isBetween(1.3, 2.1));
        }
    }

    @Test
    void whatIsNextToNothingIsLeftOut() {
        List<SliceSummary> quiet = slices(5, Optional.of(slice(0.5, OptionalLong.of(0), OptionalLong.of(0))));

        Figure figure =
                CpuFigure.of("id", List.of(with(quiet)), HELD, Language.ENGLISH).orElseThrow();

        assertThat(figure.chart().curves()).extracting(Curve::line).containsExactly(LineStyle.SOLID, LineStyle.DASHED);
        assertThat(figure.chart().description()).contains("Others took next to nothing.");
        assertThat(figure.data().columns()).hasSize(3);
    }

    @Test
    void ofATargetWithoutMeterThereIsNoLine() {
        Figure figure = CpuFigure.of("id", List.of(with(slices(5, Optional.empty()))), HELD, Language.ENGLISH)
                .orElseThrow();

        assertThat(figure.chart().curves()).extracting(Curve::line).containsExactly(LineStyle.SOLID);
        assertThat(figure.key()).isEqualTo("Solid: client.");
        assertThat(figure.chart().description()).doesNotContain("Others");
    }

    @Test
    void fewerThanThreeStretchesAreNoCourse() {
        assertThat(CpuFigure.of("id", List.of(with(slices(2, Optional.empty()))), HELD, Language.ENGLISH))
                .isEmpty();
        assertThat(CpuFigure.of("id", List.of(), HELD, Language.ENGLISH)).isEmpty();
    }

    @Test
    void whatIsLeftOfTheLastSecondIsPartOfTheOneBefore() {
        List<SliceSummary> slices = List.of(
                summary(0, 1, 1_000_000_000, Optional.empty()),
                summary(1, 2, 1_000_000_000, Optional.empty()),
                summary(2, 2.02, 0, Optional.empty()));

        List<CpuStretch> stretches = CpuStretch.of(slices, HELD);

        assertThat(stretches).hasSize(2);
        assertThat(stretches.get(1).endSeconds()).isEqualTo(2.02);
        assertThat(stretches.get(1).client()).isBetween(0.98, 0.99);
        assertThat(CpuStretch.of(slices(300, Optional.empty()), HELD)).hasSize(100);
    }

    private Optional<Figure> figure(String scenario) throws Exception {
        RunResult run = run();
        return CpuFigure.of(
                "id",
                run.results().stream()
                        .filter(result -> result.scenario().equals(scenario))
                        .toList(),
                run.target(),
                Language.ENGLISH);
    }

    private RunResult run() throws Exception {
        try (InputStream in = CpuFigureTest.class.getResourceAsStream("crowded-run.json")) {
            Files.write(
                    directory.resolve(FileNames.RESULT),
                    Objects.requireNonNull(in).readAllBytes());
        }
        return ResultFile.read(directory);
    }

    private ScenarioResult with(List<SliceSummary> slices) {
        return BottleneckTest.result(slices);
    }

    private static TargetSlice slice(double cpus, OptionalLong steal, OptionalLong others) {
        return new TargetSlice(Math.round(cpus * 1e9), UNKNOWN, UNKNOWN, steal, others);
    }

    private static List<SliceSummary> slices(int number, Optional<TargetSlice> target) {
        return IntStream.range(0, number)
                .mapToObj(i -> summary(i, i + 1.0, 700_000_000, target))
                .toList();
    }

    /** Without others on the CPUs of the client where there is a meter; without knowing of them where there is none. */
    private static SliceSummary summary(double from, double to, long cpuNanos, Optional<TargetSlice> target) {
        OptionalLong none = target.isPresent() ? OptionalLong.of(0) : UNKNOWN;
        return new SliceSummary(from, to, 0, 0, 0, 0, cpuNanos, 0, UNKNOWN, none, none, UNKNOWN, UNKNOWN, target);
    }
}

package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.result.ScenarioResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart of when exchanges failed. In the sample run, {@code async} fails in second 6 of the open load. */
final class ErrorsFigureTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void whereAllWentWellThereIsNoChart() throws Exception {
        assertThat(ErrorsFigure.of("errors", results("home-page"), Language.ENGLISH))
                .isEmpty();
    }

    @Test
    void thoseWhoFailedAreDrawnAndNoOthers() throws Exception {
        Figure figure = ErrorsFigure.of("errors", results("steady-arrivals"), Language.ENGLISH)
                .orElseThrow();

        assertThat(figure.chart().curves()).extracting(Curve::name).containsExactly("async", "");
        Curve failed = figure.chart().curves().get(0);
        Curve dropped = figure.chart().curves().get(1);
        assertThat(failed.ys()).containsExactly(0, 0, 0, 0, 0, 0, 12, 0, 0, 0);
        assertThat(dropped.ys()).containsExactly(0, 0, 0, 0, 0, 0, 37, 0, 0, 0);
        assertThat(failed.marked()).extracting(Curve.Point::title).containsExactly("async failed, 6 to 7 s: 12/s");
        assertThat(figure.key()).isEqualTo("Solid: failed exchanges. Dashed: dropped arrivals.");
    }

    @Test
    void theTableHasEachKindOfError() throws Exception {
        DataTable data = ErrorsFigure.of("errors", results("steady-arrivals"), Language.ENGLISH)
                .orElseThrow()
                .data();

        assertThat(data.columns())
                .containsExactly(
                        "Client", "status", "timeout", "connect", "protocol", "expectation", "reuse", "dropped");
        assertThat(data.rows()).singleElement().satisfies(row -> {
            assertThat(row.heading()).isEqualTo("async");
            assertThat(row.cells()).containsExactly("0", "12", "0", "0", "0", "0", "37");
        });
    }

    private List<ScenarioResult> results(String scenario) throws Exception {
        return new SampleRun(directory)
                .write().results().stream()
                        .filter(result -> result.scenario().equals(scenario))
                        .toList();
    }
}

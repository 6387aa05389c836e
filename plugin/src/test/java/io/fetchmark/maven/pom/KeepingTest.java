package io.fetchmark.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fetchmark.plan.ExportFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeepingTest {

    @TempDir
    Path project;

    @Test
    void nothingIsKeptWhereNothingIsSaid() throws Exception {
        assertThat(keeping(null, null)).isEqualTo(new Keeping(Optional.empty(), List.of()));
    }

    @Test
    void theFolderStartsAtTheProjectAndNeedNotBeThere() throws Exception {
        assertThat(keeping(" perf-history ", null).history()).contains(project.resolve("perf-history"));
        assertThat(keeping("/var/perf", null).history()).contains(Path.of("/var/perf"));
    }

    @Test
    void exportsAreAListWithCommas() throws Exception {
        assertThat(keeping(null, "otava, github-action-benchmark,otava").exports())
                .containsExactly(ExportFormat.OTAVA, ExportFormat.GITHUB_ACTION_BENCHMARK);
    }

    @Test
    void aWrongExportIsNamedWithItsElement() {
        assertThatExceptionOfType(InvalidPom.class)
                .isThrownBy(() -> keeping(null, "grafana"))
                .withMessage("<exports>: must be some of [otava, bencher, github-action-benchmark], was grafana");
    }

    @Test
    void whatAnExecutionSaysItselfGoesBeforeWhatTheJudgeSays() throws Exception {
        Configuration own = configuration("own", null);
        Configuration judge = configuration("judge", "bencher");

        assertThat(Keeping.of(project, own.keptAs(judge)))
                .isEqualTo(new Keeping(Optional.of(project.resolve("own")), List.of(ExportFormat.BENCHER)));
    }

    private Keeping keeping(@Nullable String history, @Nullable String exports) throws InvalidPom {
        return Keeping.of(project, configuration(history, exports));
    }

    private static Configuration configuration(@Nullable String history, @Nullable String exports) {
        return new Configuration(null, null, null, null, history, exports, List.of());
    }
}

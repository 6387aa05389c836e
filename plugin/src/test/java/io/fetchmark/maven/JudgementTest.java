package io.fetchmark.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.history.History;
import io.fetchmark.history.HistoryFolder;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.ExportFormat;
import io.fetchmark.report.Language;
import io.fetchmark.result.FileNames;
import io.fetchmark.result.ResultFile;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JudgementTest {

    private static final Path RESULT = Path.of("../harness/src/test/resources/result-v1.json");

    @TempDir
    Path project;

    private final List<String> warnings = new ArrayList<>();
    private Path folder = Path.of("");

    @BeforeEach
    void bringAResult() throws IOException {
        folder = Files.createDirectories(project.resolve("target/fetchmark/perf"));
        Files.copy(RESULT, folder.resolve(FileNames.RESULT));
    }

    @Test
    void allThatIsWrittenForOthersIsThere() throws Exception {
        write(project.resolve("step-summary.md"));

        assertThat(warnings).isEmpty();
        for (String file : List.of("junit.xml", "summary.md", "report.html", "export/bencher.json")) {
            assertThat(folder.resolve(file)).isNotEmptyFile();
        }
        assertThat(project.resolve("step-summary.md")).isNotEmptyFile();
        assertThat(project.resolve("kept/shop/perf")).isNotEmptyDirectory();
    }

    @Test
    void eachFileThatCannotBeWrittenIsWarnedOfAndCostsNoOther() throws Exception {
        Path summary = project.resolve("nowhere/step-summary.md");
        for (String file : List.of("junit.xml", "summary.md", "report.html", "export/bencher.json")) {
            Files.createDirectories(folder.resolve(file).resolve("in the way"));
        }
        Files.createFile(project.resolve("kept"));

        write(summary);

        assertThat(warnings)
                .hasSize(6)
                .allMatch(warning ->
                        warning.contains(" could not be ") && warning.endsWith("; the verdict is not affected"));
        assertThat(String.join("\n", warnings))
                .contains(
                        "junit.xml could not be written: it is a folder",
                        "summary.md could not be written: it is a folder",
                        "report.html could not be written: it is a folder",
                        "bencher.json could not be written: it is a folder",
                        project.resolve("kept") + " is a file where a folder has to be",
                        summary + " could not be written: there is no folder " + summary.getParent());
    }

    @Test
    void aFaultInTheDrawingIsWarnedOfToo() {
        ExtraFiles files = new ExtraFiles(warnings::add);

        assertThat(files.write("report.html", () -> {
                    throw new NoClassDefFoundError("sun.awt.X11FontManager");
                }))
                .isFalse();
        assertThat(warnings)
                .containsExactly("report.html could not be written (java.lang.NoClassDefFoundError:"
                        + " sun.awt.X11FontManager); the verdict is not affected");
    }

    private void write(Path summary) throws Exception {
        HistoryFolder history = HistoryFolder.of(project.resolve("kept"), "shop", "perf");
        Keeper keeper = new Keeper(
                "shop", ExecutionName.of("perf"), Optional.of(history), History.NONE, List.of(ExportFormat.BENCHER));
        OptionalDouble none = OptionalDouble.empty();
        Verdict verdict = Verdict.of(List.of(new Finding(
                "home-page",
                Client.THREADS,
                FindingMetric.P99,
                VerdictKind.PASS,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                "because")));
        new Judgement(folder, ResultFile.read(folder), verdict, keeper)
                .writeExtras(
                        new ExtraFiles(warnings::add),
                        Optional.of(summary.toString()),
                        Language.ENGLISH,
                        Optional.empty());
    }
}

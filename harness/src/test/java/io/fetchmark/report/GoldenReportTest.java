package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.result.ResultFile;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of a fixed run says what it said. Where it is to say something else, look at {@code target/golden-report.txt},
 * and let it take the place of the one in the resources.
 */
final class GoldenReportTest {

    @Test
    void theReportOfAFixedRunIsTheGoldenOne(@TempDir Path directory) throws Exception {
        Path run = Files.createDirectory(directory.resolve("golden"));
        ResultFile.write(run, new SampleRun(run).write());
        ReportPage page = ReportPage.of(ResultFile.read(run), Optional.of(SampleRun.verdict()), run);

        List<String> outline = Outline.of(page.fragment());

        Files.write(Path.of("target", "golden-report.txt"), outline);
        assertThat(outline).containsExactlyElementsOf(golden());
    }

    private static List<String> golden() throws Exception {
        try (InputStream in = GoldenReportTest.class.getResourceAsStream("golden-report.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}

package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.result.Comparison;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LargeReportTest {

    @Test
    void theClientsOfTwentyScenariosFitOnAPageOfLessThanFiveMegabytes(@TempDir Path directory) throws Exception {
        long began = System.nanoTime();
        String page = ReportPage.of(new SampleRun(directory).writeLarge(20), Optional.empty(), directory)
                .standalone();

        // No test asserts a time, as machines stand still.
        System.out.printf("drawn in %.1f s, %d bytes%n", (System.nanoTime() - began) / 1e9, page.length());
        assertThat(page.length()).isLessThan(5_000_000);
        assertThat(page.split("role=\"img\"", -1)).hasSizeGreaterThan(80);
    }

    @Test
    void theyFitWithTheComparisonsOfOneClientOfEachToo(@TempDir Path directory) throws Exception {
        SampleComparison.write(directory);
        RunResult plain = new SampleRun(directory).writeLarge(20);
        List<Comparison> comparisons = SampleComparison.ofAll(plain);
        RunResult run = plain.compared(SampleRun.target(TargetRuntime.DOCKER, List.of()), comparisons);
        Verdict verdict = Verdict.of(SampleComparison.findingsOfAll(comparisons));
        long began = System.nanoTime();
        String page = ReportPage.of(run, Optional.of(verdict), directory).standalone();

        System.out.printf("drawn in %.1f s, %d bytes%n", (System.nanoTime() - began) / 1e9, page.length());
        assertThat(page.length()).isLessThan(5_000_000);
        assertThat(page.split("role=\"img\"", -1)).hasSizeGreaterThan(160);
    }
}

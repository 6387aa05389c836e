package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.ResultFixtures;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says of comparisons with the baseline. */
final class ComparisonOnPageTest {

    private static final String HOSTILE = "<script>alert(1)</script>\" onload='x' {{style}} &amp; </style>";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void whatChangedIsToldAtOnceThenShownThenTheBaselineIsDescribed() throws Exception {
        assertThat(page(sample(), Optional.of(SampleRun.verdict())))
                .satisfies(InOrder.of(
                        "2 of 8 figures worse than the baseline",
                        "What changed since the baseline",
                        "+5.2 %",
                        "+4.5 to +5.9 %",
                        "Results</h2>",
                        "home-page</h2>",
                        "CPUs in use over the run",
                        "Against the baseline</h3>",
                        "Regression",
                        "p50 is 5.2 % longer (95 % interval +4.5 to +5.9 %), beyond the tolerance of 1 %",
                        "each pair against the baseline",
                        "Pair 108: ",
                        "Percentiles of both sides, threads",
                        "Inconclusive",
                        "Percentiles of both sides, async",
                        "Limits</h3>",
                        "Target</h2>",
                        "Baseline</h2>",
                        "nginx:1.28",
                        "Environment</h2>",
                        "pairs of blocks"));
    }

    @Test
    void whatIsNotJudgedYetIsDrawnAllTheSame() throws Exception {
        assertThat(page(sample(), Optional.empty()))
                .contains("Not judged yet. Measured in 48 pairs of blocks of 350 ms, and again on fresh starts in 60.")
                .contains("cpuPerRequest</strong></figcaption>", "Pair 108: ")
                .doesNotContain("What changed since the baseline", "tolerance</text>");
    }

    @Test
    void anImprovementIsCalledSo() throws Exception {
        assertThat(page(sample(), Optional.of(SampleRun.verdict())))
                .contains("CPU time per request is 5.9 % lower (95 % interval −6.1 to −5.8 %), an improvement")
                .contains("<span aria-hidden=\"true\">✓</span> Improvement")
                .contains("−5.9 %</strong> better");
    }

    @Test
    void changesAreNotAmongTheLimitsUnlessTheirPairsAreMissing() throws Exception {
        RunResult run = sample();
        RunResult alone = new RunResult(1, run.environment(), run.target(), run.results(), run.notMeasured());
        String limit = "<td>throughput</td><td><span class=\"fmk-badge";

        assertThat(page(run, Optional.of(SampleRun.verdict()))).doesNotContain(limit);
        assertThat(page(alone, Optional.of(SampleRun.verdict())))
                .contains(limit)
                .doesNotContain("Against the baseline</h3>", "Baseline</h2>");
    }

    @Test
    void logsThatAreMissingAreNamed() throws Exception {
        RunResult run = sample();
        Files.delete(directory.resolve("home-page-threads-baseline.hlog"));

        assertThat(page(run, Optional.of(SampleRun.verdict())))
                .contains("no chart of the percentiles of both sides: home-page-threads-baseline.hlog cannot be read.")
                .contains("Percentiles of both sides, async")
                .doesNotContain("Percentiles of both sides, threads");
    }

    @Test
    void aComparisonWithoutAPairOrALogIsSaid() {
        RunResult run = compared(
                new Comparison(
                        "home-page",
                        Client.THREADS,
                        new Load.Closed(1),
                        0.35,
                        96,
                        List.of(),
                        0,
                        List.of(),
                        List.of(),
                        List.of("half of it is missing")),
                List.of("baseline only"));

        assertThat(page(run, Optional.empty()))
                .contains("Not judged yet. Measured in 0 pairs of blocks of 350 ms.")
                .contains("There is no chart of the percentiles of both sides: the result names no interval logs.")
                .contains("<li>baseline: baseline only</li>")
                .contains("<li>home-page, threads against the baseline: half of it is missing</li>");
    }

    @Test
    void textOfOthersIsShownAsText() {
        Comparison async = SampleComparison.async();
        Comparison bad = new Comparison(
                "home-page",
                async.client(),
                async.load(),
                async.blockSeconds(),
                async.plannedPairs(),
                async.screening(),
                0,
                List.of(),
                List.of(HOSTILE, "\0"),
                List.of(HOSTILE));
        Finding finding = SampleComparison.finding(bad, FindingMetric.P50, VerdictKind.REGRESSION, HOSTILE);

        String page = page(compared(bad, List.of(HOSTILE)), Optional.of(Verdict.of(List.of(finding))));

        assertThat(page)
                .contains("<td colspan=\"8\">&lt;script&gt;alert(1)", "baseline: &lt;script&gt;")
                .doesNotContain("<script", "onload='x'");
    }

    @Test
    void aComparisonTakesLittleRoom() throws Exception {
        int with = page(sample(), Optional.of(SampleRun.verdict())).length();
        RunResult run = sample();
        RunResult alone = new RunResult(1, run.environment(), run.target(), run.results(), run.notMeasured());

        assertThat(with - page(alone, Optional.of(SampleRun.verdict())).length())
                .isBetween(50_000, 130_000);
    }

    private RunResult sample() throws Exception {
        return new SampleRun(directory).write();
    }

    private String page(RunResult run, Optional<Verdict> verdict) {
        return ReportPage.of(run, verdict, directory).standalone();
    }

    private static RunResult compared(Comparison comparison, List<String> warnings) {
        return ResultFixtures.run().compared(SampleRun.target(TargetRuntime.DOCKER, warnings), List.of(comparison));
    }
}

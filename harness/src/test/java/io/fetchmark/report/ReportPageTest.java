package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.measure.Distribution;
import io.fetchmark.measure.IntervalLog;
import io.fetchmark.measure.Slice;
import io.fetchmark.measure.Vitals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.result.LadderStep;
import io.fetchmark.result.NotMeasured;
import io.fetchmark.result.ResultFixtures;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportPageTest {

    private static final String HOSTILE = "<script>alert(1)</script>\" onload='x' {{style}} &amp; </style>";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void severalWorkersStandBesideTheLoad() {
        assertThat(page(ResultFixtures.run(), Optional.empty())).doesNotContain("workers");
        assertThat(page(ResultFixtures.sharedBy(4), Optional.empty()))
                .contains("closed load: 50 in flight at any time, shared by 4 workers");
    }

    @Test
    void thePageTellsItsStoryInOrder() throws Exception {
        String page = page(new SampleRun(directory).write(), Optional.of(SampleRun.verdict()));

        assertThat(page)
                .satisfies(InOrder.of(
                        "<h1>Fetchmark report</h1>",
                        "Limit broken",
                        "p99 612 ms, limit 20 ms",
                        "Before you read the figures",
                        "37 arrivals were dropped",
                        "The answer",
                        "Fetching 500 times took",
                        "Results</h2>",
                        "fetch-ladder</h2>",
                        "Total time against number of fetches",
                        "home-page</h2>",
                        "Percentiles of response and service time",
                        "Response time over the run",
                        "Throughput over the run",
                        "Client and target",
                        "CPUs in use over the run",
                        "Limits</h3>",
                        "steady-arrivals</h2>",
                        "Dashed: offered, 1000/s.",
                        "Errors over the run",
                        "Not measured</h2>",
                        "Target</h2>",
                        "nginx:1.28",
                        "Environment</h2>",
                        "20261122",
                        "How this was measured</h2>"));
    }

    @Test
    void thePageNeedsNothingElse() throws Exception {
        String page = page(new SampleRun(directory).write(), Optional.of(SampleRun.verdict()));

        assertThat(page).doesNotContain("<script", "<link", "<img", "@import", "src=");
        assertThat(Pattern.compile("url\\((?!#)").matcher(page).find()).isFalse();
        assertThat(page).hasSizeLessThan(290_000);
    }

    @Test
    void everyChartIsSmallXmlWithTextAndAName() throws Exception {
        String page = page(new SampleRun(directory).write(), Optional.empty());

        List<String> charts = Pattern.compile("<svg[^>]*role=\"img\".*?</svg>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(match -> match.group())
                .toList();
        assertThat(charts).hasSize(23);
        for (String chart : charts) {
            assertThat(chart.length()).isLessThan(20_000);
            assertThat(Xml.parse(chart).getElementsByTagName("text").getLength())
                    .isGreaterThan(5);
        }
    }

    @Test
    void aRunWithoutVerdictSaysSo() throws Exception {
        assertThat(page(new SampleRun(directory).write(), Optional.empty()))
                .contains("Not judged yet")
                .doesNotContain("No limit is set");
    }

    @Test
    void everyVerdictIsSaidInWords() throws Exception {
        RunResult run = new SampleRun(directory).write();
        for (VerdictKind kind : VerdictKind.values()) {
            Verdict verdict = Verdict.of(List.of(
                    SampleRun.finding("home-page", Client.ASYNC, FindingMetric.P99, kind, "because of " + kind)));
            assertThat(page(run, Optional.of(verdict)))
                    .contains(FindingView.words(kind, Language.ENGLISH) + "<span class=\"fmk-summary\">")
                    .contains("because of " + kind);
        }
    }

    @Test
    void aStandInForTheTargetIsSaidLoudly() throws Exception {
        RunResult run = new SampleRun(directory).write();
        TargetFacts embedded = SampleRun.target(
                TargetRuntime.EMBEDDED, List.of("no Docker engine answers, so an embedded server serves"));

        assertThat(page(new RunResult(1, run.environment(), embedded, run.results(), List.of()), Optional.empty()))
                .satisfies(InOrder.of("The target was a stand-in", "no Docker engine answers", "Results</h2>"));
    }

    @Test
    void textOfOthersIsShownAsText() throws Exception {
        RunResult run = new SampleRun(directory).write();
        ScenarioResult bad = EmptyResult.of(
                HOSTILE, new Load.Closed(1), List.of("../" + HOSTILE, "\0"), List.of(), List.of(HOSTILE));
        TargetFacts target = SampleRun.target(TargetRuntime.DOCKER, List.of(HOSTILE));
        Verdict verdict = Verdict.of(List.of(
                SampleRun.finding(HOSTILE, Client.ASYNC, FindingMetric.P99, VerdictKind.LIMIT_BROKEN, HOSTILE)));

        String page = page(
                new RunResult(
                        1,
                        run.environment(),
                        target,
                        List.of(bad),
                        List.of(new NotMeasured(HOSTILE, Client.THREADS, HOSTILE))),
                Optional.of(verdict));

        assertThat(page).doesNotContain("<script", "onload='x'").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void aRunOfNothingIsAPage() {
        RunResult empty = new RunResult(
                1, SampleRun.environment(), SampleRun.target(TargetRuntime.EXTERNAL, List.of()), List.of(), List.of());

        assertThat(page(empty, Optional.of(Verdict.of(List.of())))).contains("Nothing was measured.", "Invalid");
    }

    @Test
    void logsThatAreMissingOrTornOrEmptyAreNamed() throws Exception {
        Files.writeString(directory.resolve("torn.hlog"), "#[StartTime: 1 (seconds since epoch)]\n0.0,1.0,2.0,HIST");
        Files.writeString(directory.resolve("empty.hlog"), "");
        String missing = page(List.of("gone.hlog", "gone.hlog"));
        String torn = page(List.of("torn.hlog", "torn.hlog"));
        String empty = page(List.of("empty.hlog", "empty.hlog"));
        String none = page(List.of());

        assertThat(missing).contains("async is not on the charts: gone.hlog cannot be read.");
        assertThat(torn).contains("async is not on the charts: torn.hlog");
        assertThat(empty).contains("async is not on the charts: empty.hlog");
        assertThat(none).contains("async is not on the charts: the result names no interval logs.");
    }

    @Test
    void whatEachClientUsedOfTheMachineIsShown() throws Exception {
        String page = ReportPage.of(new SampleRun(directory).write(), Optional.empty(), directory)
                .standalone();

        assertThat(page)
                .contains("<h3>Client and target</h3>")
                // The open load: 1000 requests a second of 60 us each on one CPU, in nine of ten seconds and a bit.
                .contains("<td class=\"fmk-number\">5.6 % of 1</td><td class=\"fmk-number\">0.8 %</td>"
                        + "<td class=\"fmk-number\">–</td><td class=\"fmk-number\">1.4 %</td>"
                        + "<td class=\"fmk-number\">4 %</td><td class=\"fmk-number\">1.4 % of 1</td>")
                .contains("<td class=\"fmk-number\">68 us</td><td class=\"fmk-number\">14.8 us</td>");
    }

    @Test
    void aSingleSliceOrASingleExchangeIsDrawn() throws Exception {
        Slice slice = new Slice(
                0,
                400_000_000,
                Map.of(),
                Map.of(),
                Map.of(),
                0,
                0,
                Map.of(),
                Distribution.of(1_000_000),
                Distribution.of(1_000_000),
                Distribution.of(0),
                Vitals.NONE);
        IntervalLog.write(directory.resolve("one.hlog"), Instant.EPOCH, List.of(slice), Slice::responseTime);

        assertThat(page(List.of("one.hlog", "one.hlog")))
                .contains("-1-percentiles-title", "-1-throughput-title")
                .doesNotContain("could not be drawn");
    }

    @Test
    void aLadderWithoutAStepHasNoChart() {
        ScenarioResult ladder =
                EmptyResult.of("ladder", new Load.Ladder(List.of(1, 2)), List.of(), List.of(), List.of());

        assertThat(page(run(ladder), Optional.empty())).contains("No step of the ladder was climbed");
    }

    @Test
    void aLadderOfOneStepThatTookNoTimeIsDrawn() {
        ScenarioResult ladder = EmptyResult.of(
                "ladder", new Load.Ladder(List.of(1)), List.of(), List.of(new LadderStep(1, 0)), List.of());

        assertThat(page(run(ladder), Optional.empty())).contains("-1-ladder-title");
    }

    @Test
    void theFileIsWrittenBesideTheLogs() throws IOException {
        Path file = HtmlReport.write(directory.resolve("new"), run(), Optional.empty());

        assertThat(file).hasFileName("report.html").content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void theFragmentsOfTwoExecutionsShareNoId() {
        RunResult run = run(EmptyResult.of(
                "ladder", new Load.Ladder(List.of(1)), List.of(), List.of(new LadderStep(1, 1)), List.of()));

        Set<String> ids = ids(ReportPage.of(run, Optional.empty(), directory.resolve("quick")));
        assertThat(ids)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(ids(ReportPage.of(run, Optional.empty(), directory.resolve("nightly"))));
    }

    private static Set<String> ids(ReportPage page) {
        return Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page.fragment())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private String page(List<String> logs) {
        return page(run(EmptyResult.of("home", new Load.Closed(1), logs, List.of(), List.of())), Optional.empty());
    }

    private String page(RunResult run, Optional<Verdict> verdict) {
        return ReportPage.of(run, verdict, directory).standalone();
    }

    private static RunResult run(ScenarioResult... results) {
        TargetFacts target = SampleRun.target(TargetRuntime.DOCKER, List.of());
        return new RunResult(1, SampleRun.environment(), target, List.of(results), List.of());
    }
}

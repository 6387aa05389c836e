package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.history.Build;
import io.fetchmark.history.BuildFigures;
import io.fetchmark.history.History;
import io.fetchmark.history.HistoryFixtures;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The builds before this one, on the page. */
final class HistoryOnPageTest {

    private static final String HEADING = "<h3>History</h3>";
    private static final String HERE = SampleRun.environment().cpuModel();

    @TempDir
    private Path directory = Path.of("");

    private RunResult run = new RunResult(
            1, SampleRun.environment(), SampleRun.target(TargetRuntime.DOCKER, List.of()), List.of(), List.of());

    @BeforeEach
    void measure() throws IOException {
        run = new SampleRun(directory).write();
    }

    /** The builds of some days before the sample run, the slower the later. */
    static History history(RunResult run, int first, int last) {
        List<Build> builds = new ArrayList<>();
        for (int day = first; day <= last; day++) {
            builds.add(HistoryFixtures.of(HistoryFixtures.at(run, day, HERE), 1 + day / 500.0));
        }
        return new History(builds);
    }

    @Test
    void hasNoSectionWhereNoBuildWasKept() {
        assertThat(page(History.NONE)).doesNotContain(HEADING);
    }

    @Test
    void oneEarlierBuildIsEnoughForATrend() {
        String page = page(history(run, 3, 3));

        assertThat(page)
                .contains("One earlier build, of 4 October 2026, and this one.")
                .doesNotContain("Not on the charts");
        assertThat(charts(page, "home-page"))
                .containsExactly(
                        "Response time from build to build",
                        "Throughput from build to build",
                        "CPU per request from build to build",
                        "p50 against the baseline from build to build",
                        "throughput against the baseline from build to build");
        assertThat(charts(page, "steady-arrivals")).hasSize(3);
    }

    @Test
    void everyBuildIsInTheTableAndThisOneAtTheEnd() {
        String section = section(page(history(run, 1, 30)), "home-page");

        assertThat(section)
                .contains("30 earlier builds since 2 October 2026, and this one at the end.")
                .satisfies(InOrder.of(
                        "Response time from build to build",
                        ">this build</text>",
                        "<title>threads p99, this build: ",
                        "<th scope=\"col\">Build</th>",
                        "<th scope=\"row\">2026-10-02 07:03 UTC</th><td>01234567</td><td>Pass</td>",
                        "<th scope=\"row\">2026-10-31 07:03 UTC</th>",
                        "<th scope=\"row\">this build</th>",
                        "Throughput from build to build"));
    }

    @Test
    void buildsOfOtherMachinesAreCountedAndNotDrawn() {
        List<Build> builds = new ArrayList<>(history(run, 1, 2).builds());
        for (int day = 3; day <= 5; day++) {
            builds.add(HistoryFixtures.of(HistoryFixtures.at(run, day, "Other CPU"), 7));
        }

        String section = section(page(new History(builds)), "home-page");

        assertThat(section)
                .contains("2 earlier builds since 2 October 2026")
                .contains("Not on the charts, as they cannot be compared with this build: 3 builds of another machine.")
                .doesNotContain("2026-10-04");
    }

    @Test
    void aHistoryOfOtherMachinesAloneSaysThatThereIsNoTrend() {
        Build other = HistoryFixtures.of(HistoryFixtures.at(run, 1, "Other CPU"), 1);

        String section = section(page(new History(List.of(other))), "home-page");

        assertThat(section)
                .contains("There is no earlier build that can be compared with this one", "1 build of another machine.")
                .doesNotContain("from build to build");
    }

    @Test
    void onlyTheNewestFiftyAreDrawnAndThePageStaysSmall() {
        String page = page(history(run, -300, 50));
        String section = section(page, "home-page");

        assertThat(section).contains("The newest 50 of 352 builds since ");
        assertThat(Pattern.compile("<th scope=\"row\">2026-").matcher(section).results())
                .hasSize(49 * charts(page, "home-page").size());
        assertThat(page).hasSizeLessThan(480_000);
        List<String> svgs = Pattern.compile("<svg[^>]*role=\"img\".*?</svg>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(svgs).allSatisfy(svg -> {
            assertThat(svg.length()).isLessThan(20_000);
            assertThat(Xml.parse(svg).getElementsByTagName("text").getLength()).isGreaterThan(5);
        });
    }

    @Test
    void twentyScenariosWithALongHistoryFitOnAPageOfLessThanFiveMegabytes() throws Exception {
        run = new SampleRun(directory).writeLarge(20);

        String page = page(history(run, -60, 50));

        assertThat(page).contains("The newest 50 of 112 builds since ");
        assertThat(page.length()).isLessThan(5_000_000);
    }

    @Test
    void aFigureThatOnlyThisBuildHasMakesNoChart() {
        Build before = history(run, 1, 1).builds().get(0);
        List<BuildFigures> uncompared = before.results().stream()
                .map(one -> new BuildFigures(
                        one.scenario(),
                        one.client(),
                        one.load(),
                        one.scenarioHash(),
                        one.verdict(),
                        one.requests(),
                        one.errorRate(),
                        one.throughputPerSecond(),
                        one.serviceTimeNanos(),
                        one.responseTimeNanos(),
                        OptionalDouble.empty(),
                        List.of()))
                .toList();

        String page = page(new History(List.of(HistoryFixtures.with(before, before.target(), uncompared))));

        assertThat(charts(page, "home-page"))
                .containsExactly("Response time from build to build", "Throughput from build to build");
    }

    @Test
    void aLadderHasATrendToo() {
        assertThat(charts(page(history(run, 1, 9)), "fetch-ladder"))
                .contains("Response time from build to build", "CPU per request from build to build");
    }

    private String page(History history) {
        Optional<Verdict> verdict = Optional.of(SampleRun.verdict());
        return ReportPage.of(run, verdict, directory, history, Language.ENGLISH).standalone();
    }

    private static List<String> charts(String page, String scenario) {
        return Pattern.compile("<h4>([^<]*from build to build)</h4>")
                .matcher(section(page, scenario))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** What the page says of the history of a scenario. */
    private static String section(String page, String scenario) {
        int start = page.indexOf(HEADING, page.indexOf(">" + scenario + "</h2>"));
        assertThat(start).isPositive();
        return page.substring(start, page.indexOf("</section>", start));
    }
}

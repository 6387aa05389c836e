package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Client;
import io.fetchmark.result.ResultFile;
import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictFile;
import io.fetchmark.verdict.VerdictKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AggregatePageTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theOverviewComesFirstAndLinksToEachPart() throws IOException {
        String page = AggregatePage.of(List.of(judged("shop"), open("search")), List.of(), Language.ENGLISH)
                .standalone();

        assertThat(page)
                .satisfies(InOrder.of(
                        "<h1>Fetchmark report of all modules</h1>",
                        "Limit broken<span",
                        "the worst of 2 runs in 2 modules",
                        "Overview</h2>",
                        "href=\"#fmk-shop-perf\"",
                        "href=\"#fmk-shop-perf-2\">home-page</a>",
                        "href=\"#fmk-search-perf\"",
                        "Not judged yet",
                        "<h2 id=\"fmk-shop-perf\">shop, perf</h2>",
                        "<h2 id=\"fmk-shop-perf-2\">home-page</h2>",
                        "<h2 id=\"fmk-search-perf\">search, perf</h2>"))
                .doesNotContain("Before you read the figures</h2>\n<ul>\n<li>shop");
        assertThat(anchors(page)).isNotEmpty().isSubsetOf(ids(page));
    }

    @Test
    void everyScenarioAndClientHasALineWithItsVerdictAndFigures() throws IOException {
        String page = AggregatePage.of(List.of(judged("shop")), List.of(), Language.ENGLISH)
                .fragment();
        String overview = page.substring(page.indexOf("Overview</h2>"), page.indexOf("class=\"fmk-part\""));

        assertThat(overview.split("<th scope=\"row\">", -1)).hasSize(1 + 10);
        assertThat(overview)
                .containsPattern("steady-arrivals</a></th><td class=\"fmk-client\">(?s:.)*?</svg>\\s*async</td>"
                        + "<td><span class=\"fmk-badge fmk-bad\"><span aria-hidden=\"true\">✗</span> Limit broken</span></td>"
                        + "<td class=\"fmk-number\">[^<]+ ms</td><td class=\"fmk-number\">[^<]+ ms</td>"
                        + "<td class=\"fmk-number\">[^<]+/s</td><td class=\"fmk-number\">49</td>");
    }

    @Test
    void noTwoElementsShareAnIdAndTheStyleIsThereOnce() throws IOException {
        // Once all that is not a letter or a digit is a dash, these look the same.
        String page = AggregatePage.of(List.of(open("a-b"), open("a.b"), open("a b")), List.of(), Language.ENGLISH)
                .fragment();

        assertThat(ids(page)).doesNotHaveDuplicates();
        assertThat(page.split("<style>", -1)).hasSize(2);
    }

    @Test
    void aFileThatCannotBeReadIsToldOfAndTheRestIsDrawn() throws IOException {
        Path torn = Files.createDirectories(directory.resolve("torn"));
        Files.writeString(torn.resolve("result.json"), "{");

        String page = AggregatePage.of(
                        List.of(ModulePart.read("search", "perf", torn), open("shop")), List.of(), Language.ENGLISH)
                .fragment();

        assertThat(page)
                .satisfies(InOrder.of(
                        "Invalid<span", "Overview</h2>", "search, perf</a>", "Invalid</span>", "shop, perf</a>"))
                .satisfies(
                        InOrder.of("search, perf</h2>", "could not be drawn: ", "is torn", "shop, perf</h2>", "<svg"));
    }

    @Test
    void aPassOfSomeIsNoPassOfAll() throws IOException {
        RunResult run = new SampleRun(directory).write();
        Verdict pass = Verdict.of(
                List.of(SampleRun.finding("home-page", Client.ASYNC, FindingMetric.P99, VerdictKind.PASS, "kept")));
        ModulePart good = new ModulePart.Measured("shop", "perf", run, Optional.of(pass), directory);
        ModulePart torn = new ModulePart.Unreadable("search", "perf", "result.json is torn");

        assertThat(title(good)).contains("Pass<span");
        assertThat(title(good, open("search"))).contains("Not judged yet<span");
        assertThat(title(good, torn)).contains("Invalid<span");
        assertThat(title(judged("search"), torn)).contains("Limit broken<span");
    }

    private static String title(ModulePart... parts) {
        String page =
                AggregatePage.of(List.of(parts), List.of(), Language.ENGLISH).fragment();
        return page.substring(page.indexOf("id=\"fmk-all\""), page.indexOf("Overview</h2>"));
    }

    @Test
    void aRunIsReadWithItsVerdictIfItHasOne() throws Exception {
        RunResult run = new SampleRun(directory).write();
        ResultFile.write(directory, run);
        assertThat(ModulePart.read("shop", "perf", directory))
                .isEqualTo(new ModulePart.Measured("shop", "perf", run, Optional.empty(), directory));
        VerdictFile.write(directory, SampleRun.verdict());
        assertThat(ModulePart.read("shop", "perf", directory))
                .isEqualTo(new ModulePart.Measured("shop", "perf", run, Optional.of(SampleRun.verdict()), directory));
    }

    @Test
    void modulesThatMeasureLaterAreNamedBeforeTheFigures() throws IOException {
        assertThat(AggregatePage.of(List.of(open("shop")), List.of("search"), Language.ENGLISH)
                        .fragment())
                .satisfies(InOrder.of(
                        "Before you read the figures</h2>", "search measures only after this page", "Overview</h2>"));
    }

    private ModulePart judged(String module) throws IOException {
        RunResult run = new SampleRun(directory).write();
        return new ModulePart.Measured(module, "perf", run, Optional.of(SampleRun.verdict()), directory);
    }

    private ModulePart open(String module) throws IOException {
        RunResult run = new SampleRun(directory).write();
        return new ModulePart.Measured(module, "perf", run, Optional.empty(), directory);
    }

    private static List<String> ids(String page) {
        return all(" id=\"([^\"]+)\"", page);
    }

    private static List<String> anchors(String page) {
        return all(" href=\"#([^\"]+)\"", page);
    }

    private static List<String> all(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}

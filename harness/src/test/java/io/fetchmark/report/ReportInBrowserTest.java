package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fetchmark.result.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser; what it looks like is left in {@code target/screenshots}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportInBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private Optional<Chromium> chromium = Optional.empty();
    private Path standalone = Path.of("");
    private Path germanOfAllModules = Path.of("");
    private Path inSite = Path.of("");
    private Path withHistory = Path.of("");

    @BeforeAll
    void openTheReport(@TempDir Path directory) throws Exception {
        Optional<Path> executable = Chromium.search();
        assumeTrue(executable.isPresent(), "NOT TESTED IN A BROWSER: no chromium or google-chrome on the PATH");
        RunResult run = new SampleRun(directory).write();
        standalone = HtmlReport.write(directory, run, Optional.of(SampleRun.verdict()));
        withHistory = directory.resolve("history.html");
        Files.writeString(
                withHistory,
                ReportPage.of(
                                run,
                                Optional.of(SampleRun.verdict()),
                                directory,
                                HistoryOnPageTest.history(run, -40, 50),
                                Language.ENGLISH)
                        .standalone());
        inSite = directory.resolve("fetchmark.html");
        Files.writeString(
                inSite,
                SitePage.around(ReportPage.of(run, Optional.empty(), directory).fragment()));
        germanOfAllModules = directory.resolve("all-modules.html");
        List<ModulePart> parts = List.of(
                ModulePart.read("search", "perf", directory.resolve("none")),
                new ModulePart.Measured("shop", "perf", run, Optional.of(SampleRun.verdict()), directory));
        Files.writeString(
                germanOfAllModules,
                AggregatePage.of(parts, List.of("search"), Language.GERMAN).standalone());
        Files.createDirectories(SCREENSHOTS);
        chromium = Optional.of(Chromium.start(executable.orElseThrow(), directory.resolve("profile")));
    }

    @AfterAll
    void close() {
        if (chromium.isPresent()) {
            chromium.orElseThrow().close();
        }
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"360,light", "768,light", "1440,light", "360,dark", "768,dark", "1440,dark"})
    void theReportFitsAndCanBeReadAtEachWidthInLightAndDark(int width, String scheme) throws Exception {
        look(standalone, "report", width, scheme, 19);
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"360,light", "1440,light", "1440,dark"})
    void thePartOfASitePageStaysLightAndFits(int width, String scheme) throws Exception {
        // Where nothing is judged, all that the pairs have is shown.
        look(inSite, "site", width, scheme, 23);
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"360,light", "1440,dark"})
    void thePageOfAllModulesFitsAndCanBeReadInGerman(int width, String scheme) throws Exception {
        look(germanOfAllModules, "all-modules", width, scheme, 19);
    }

    @ParameterizedTest(name = "{0}, {1} px, {2}")
    @CsvSource({"report,360,light", "report,1440,dark", "history,1440,light", "all-modules,1440,light"})
    void axeFindsNothingToComplainOf(String name, int width, String scheme) throws Exception {
        Chromium browser = browser();
        browser.prepare(width, 900, scheme);
        browser.open(standalone.resolveSibling(name + ".html"));
        browser.evaluate(text("/axe.min.js"));

        JsonNode violations = browser.evaluate("""
                axe.run().then((found) => {
                  if (found.passes.length < 20) throw new Error('axe did not look');
                  return found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' | '));
                })""");

        assertThat(violations).isEmpty();
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"360,light", "1440,dark"})
    void theHistoryFitsAndCanBeRead(int width, String scheme) throws Exception {
        look(withHistory, "history", width, scheme, 30);
    }

    @Test
    void theReportCanBePrinted() throws Exception {
        Chromium browser = browser();
        // A4 within margins of 1 cm, at 96 px an inch.
        browser.prepare(718, 1047, "dark");
        browser.asPrinted();
        browser.open(standalone);
        JsonNode seen = browser.evaluate(text("look.js"));
        Files.write(SCREENSHOTS.resolve("report-printed.png"), browser.screenshot());
        assertThat(seen.path("texts").asInt()).isGreaterThan(200);
        assertThat(seen.path("scrollWidth").asInt())
                .as("parts " + seen.path("wideParts"))
                .isBetween(1, 718);
        for (String empty : List.of("cutTexts", "paleTexts")) {
            assertThat(seen.path(empty)).as(empty).isEmpty();
        }

        byte[] pdf = browser.print();

        Files.write(SCREENSHOTS.resolve("report.pdf"), pdf);
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private void look(Path page, String name, int width, String scheme, int charts) throws Exception {
        Chromium browser = browser();
        browser.prepare(width, 900, scheme);
        browser.open(page);

        JsonNode seen = browser.evaluate(text("look.js"));

        Files.write(SCREENSHOTS.resolve(name + "-" + width + "-" + scheme + ".png"), browser.screenshot());
        assertThat(browser.complaints()).isEmpty();
        assertThat(seen.path("charts").asInt()).isEqualTo(charts);
        assertThat(seen.path("texts").asInt()).isGreaterThan(200);
        assertThat(seen.path("scrollWidth").asInt())
                .as("parts " + seen.path("wideParts"))
                .isBetween(1, seen.path("innerWidth").asInt());
        for (String none : List.of(
                "namelessCharts",
                "textlessCharts",
                "scripts",
                "leaps",
                "tablesWithoutCaption",
                "headersWithoutScope")) {
            assertThat(seen.path(none).asInt(-1)).as(none).isZero();
        }
        for (String empty : List.of("cutTexts", "paleTexts", "twins")) {
            assertThat(seen.path(empty)).as(empty).isEmpty();
        }
    }

    private Chromium browser() {
        return chromium.orElseThrow();
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = ReportInBrowserTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

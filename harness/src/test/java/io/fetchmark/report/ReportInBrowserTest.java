package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fetchmark.history.History;
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
    private Path inSite = Path.of("");
    private Path withHistory = Path.of("");

    @BeforeAll
    void openTheReport(@TempDir Path directory) throws Exception {
        Optional<Path> executable = Chromium.search();
        assumeTrue(executable.isPresent(), "NOT TESTED IN A BROWSER: no chromium or google-chrome on the PATH");
        RunResult run = new SampleRun(directory).write();
        standalone = HtmlReport.write(directory, run, Optional.of(SampleRun.verdict()), History.NONE);
        withHistory = directory.resolve("history.html");
        Files.writeString(
                withHistory,
                ReportPage.of(run, Optional.of(SampleRun.verdict()), directory, HistoryOnPageTest.history(run, -40, 50))
                        .standalone());
        inSite = directory.resolve("fetchmark.html");
        Files.writeString(
                inSite,
                SitePage.around(ReportPage.of(run, Optional.empty(), directory).fragment()));
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
        look(standalone, "report", width, scheme, 18);
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"360,light", "1440,light", "1440,dark"})
    void thePartOfASitePageStaysLightAndFits(int width, String scheme) throws Exception {
        // Where nothing is judged, all that the pairs have is shown.
        look(inSite, "site", width, scheme, 22);
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"360,light", "1440,dark"})
    void theHistoryFitsAndCanBeRead(int width, String scheme) throws Exception {
        look(withHistory, "history", width, scheme, 29);
    }

    @Test
    void theReportCanBePrinted() throws Exception {
        Chromium browser = browser();
        browser.prepare(1440, 900, "dark");
        browser.open(standalone);

        byte[] pdf = browser.print();

        Files.write(SCREENSHOTS.resolve("report.pdf"), pdf);
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private void look(Path page, String name, int width, String scheme, int charts) throws Exception {
        Chromium browser = browser();
        browser.prepare(width, 900, scheme);
        browser.open(page);

        JsonNode seen = browser.evaluate(script());

        Files.write(SCREENSHOTS.resolve(name + "-" + width + "-" + scheme + ".png"), browser.screenshot());
        assertThat(browser.complaints()).isEmpty();
        assertThat(seen.path("scrollWidth").asInt())
                .isBetween(1, seen.path("innerWidth").asInt());
        assertThat(seen.path("charts").asInt()).isEqualTo(charts);
        assertThat(seen.path("texts").asInt()).isGreaterThan(200);
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

    private static String script() throws IOException {
        try (InputStream in = ReportInBrowserTest.class.getResourceAsStream("look.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.history.Build;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GermanPageTest {

    /** What is the same in both languages: names, signs and figures. */
    private static final Pattern NAMES = Pattern.compile("p50|p90|p95|p99|max|cpuPerRequest|errorRate|throughput"
            + "|connect|expectation|protocol|reuse|status|timeout"
            + "|sequential|threads|virtual-threads|async|event-loop|fetch-ladder|home-page|steady-arrivals|(?:sequential|threads|virtual-threads|async|event-loop)"
            + " p\\d\\d|(?:home-page|steady-arrivals), (?:sequential|threads|async)"
            + "|Client|Baseline|Build|Commit|Regression:?|Steal|CPUs|Image|Engine|Fetchmark|CPU|System|Maven|Starts|Clients|[^A-Za-z]*|[−+]?[\\d"
            + " ,]+ ?(?:[num]?s|/s|%)|[01]?\\d\\d? von [\\d,]+");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theStoryIsToldInGerman() throws IOException {
        String page = page(Optional.of(SampleRun.verdict()));

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"de\">")
                .satisfies(InOrder.of(
                        "<h1>Fetchmark-Bericht</h1>",
                        "nginx:1.28 in einem Container, gemessen am 22. November 2026, 14:00 UTC",
                        "Grenzwert verletzt",
                        "Was sich gegenüber der Baseline geändert hat",
                        "Bevor Sie die Werte lesen",
                        "37 Ankünfte wurden verworfen",
                        "Die Antwort",
                        "500 Abrufe dauerten 27 s nacheinander, 908 ms mit 32 Threads",
                        "Ergebnisse</h2>",
                        "Leiter: 1, 10, 50, 100, 500 Abrufe auf einmal",
                        "Perzentile von Antwort- und Bedienzeit",
                        "Client und Prüfling</h3>",
                        "Grundrauschen",
                        "Wie gemessen wurde</h2>"));
    }

    @Test
    void noHeadingLabelOrCellIsTheSameAsOnTheEnglishPage() throws IOException {
        for (Optional<Verdict> verdict : List.of(Optional.of(SampleRun.verdict()), Optional.<Verdict>empty())) {
            Set<String> german = texts(page(verdict));
            german.retainAll(texts(page(verdict, Language.ENGLISH)));

            assertThat(german.stream()
                            .filter(text -> !NAMES.matcher(text).matches())
                            .filter(text -> !isOfFacts(text))
                            .toList())
                    .isEmpty();
        }
    }

    @Test
    void whatTheFilesSayIsMarkedAsEnglish() throws IOException {
        assertThat(page(Optional.of(SampleRun.verdict())))
                .contains("<span lang=\"en\">p99 612 ms, limit 20 ms</span>")
                .contains(": <span lang=\"en\">the forked JVM used 97 % of its CPUs")
                .contains("<span lang=\"en\">sequential keeps one exchange in flight");
        assertThat(ReportPage.of(new SampleRun(directory).write(), Optional.of(SampleRun.verdict()), directory)
                        .standalone())
                .doesNotContain("<span lang=");
    }

    @Test
    void theEmptyAndTheEmbeddedRunHaveTheirWords() {
        RunResult empty = new RunResult(
                1, SampleRun.environment(), SampleRun.target(TargetRuntime.EMBEDDED, List.of()), List.of(), List.of());

        assertThat(ReportPage.of(empty, Optional.of(Verdict.of(List.of())), directory, History.NONE, Language.GERMAN)
                        .fragment())
                .startsWith("<div class=\"fetchmark\" lang=\"de\">")
                .contains("Es wurde nichts gemessen.", "Der Prüfling war ein Ersatz", "es gibt nichts zu beurteilen");
    }

    @Test
    void thePageOfAllModulesIsGerman() throws IOException {
        Path none = directory.resolve("none");
        RunResult run = new SampleRun(directory).write();
        List<ModulePart> parts = List.of(
                ModulePart.read("search", "perf", none),
                new ModulePart.Measured("shop", "perf", run, Optional.of(SampleRun.verdict()), directory));

        assertThat(AggregatePage.of(parts, List.of("search"), Language.GERMAN).standalone())
                .contains("<html lang=\"de\">")
                .satisfies(InOrder.of(
                        "Fetchmark-Bericht aller Module",
                        "das schlechteste von 2 Läufen in 2 Modulen",
                        "search misst erst",
                        "Überblick</h2>",
                        "Diese Ausführung konnte nicht dargestellt werden: <span lang=\"en\">"));
    }

    private String page(Optional<Verdict> verdict) throws IOException {
        return page(verdict, Language.GERMAN);
    }

    /** With builds before it, of this machine and of another. */
    private String page(Optional<Verdict> verdict, Language language) throws IOException {
        RunResult run = new SampleRun(directory).write();
        Stream<Build> others = Stream.of(HistoryFixtures.of(HistoryFixtures.at(run, 3, "Other CPU"), 1));
        History history = new History(Stream.concat(HistoryOnPageTest.history(run, 1, 9).builds().stream(), others)
                .toList());
        return ReportPage.of(run, verdict, directory, history, language).standalone();
    }

    /** The texts of all elements but quotes, and the labels for those who do not see. */
    private static Set<String> texts(String page) {
        String body = page.substring(page.indexOf("</style>\n</head>"))
                .replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("(?s)<span lang=\"en\">.*?</span>", "");
        List<String> texts = new ArrayList<>(Pattern.compile("aria-label=\"([^\"]*)\"")
                .matcher(body)
                .results()
                .map(match -> match.group(1))
                .toList());
        texts.addAll(List.of(body.split("<[^>]*>", -1)));
        return texts.stream().map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Values of the target and of the machine. */
    private static boolean isOfFacts(String text) {
        return text.matches("(?s).*(?:nginx|sha256|http:|unix:|Xeon|Linux|SNAPSHOT|[0-9a-f]{64}|2026-11-22T).*");
    }
}

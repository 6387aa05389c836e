package io.fetchmark.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fetchmark.history.Build;
import io.fetchmark.history.BuildFigures;
import io.fetchmark.history.History;
import io.fetchmark.history.HistoryFixtures;
import io.fetchmark.plan.ExportFormat;
import io.fetchmark.result.FileNames;
import io.fetchmark.verdict.VerdictKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files for other tools, against what those tools have published of their formats. */
final class ExportsTest {

    /** https://bencher.dev/docs/reference/bencher-metric-format/, made strict. */
    private static final String BENCHER_SCHEMA = """
            {"$schema": "http://json-schema.org/draft-07/schema", "type": "object",
             "patternProperties": {".+": {"type": "object",
              "patternProperties": {".{1,64}": {"type": "object",
               "properties": {"value": {"type": "number"}, "lower_value": {"type": "number"},
                              "upper_value": {"type": "number"}},
               "required": ["value"], "additionalProperties": false}}}}}
            """;

    private static final List<String> COLUMNS = List.of(
            "response-time-p50-ns",
            "response-time-p90-ns",
            "response-time-p99-ns",
            "service-time-p50-ns",
            "service-time-p90-ns",
            "service-time-p99-ns",
            "throughput-per-second",
            "error-rate",
            "target-cpu-per-request-ns");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path directory;

    private final Build now = HistoryFixtures.build(5);

    @Test
    void otavaGetsATableOfNumbersForEachClientAndAConfigurationOfThem() throws Exception {
        write(
                ExportFormat.OTAVA,
                new History(List.of(HistoryFixtures.build(1), HistoryFixtures.elsewhere(2), HistoryFixtures.build(3))));

        List<String> lines = Files.readAllLines(export("otava-home-page-async.csv"));
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo("time,commit," + String.join(",", COLUMNS));
        assertThat(lines.get(1)).startsWith("2026-10-02 07:03:12 +0000," + HistoryFixtures.COMMIT + ",");
        assertThat(lines.get(2)).startsWith("2026-10-04 07:03:12 +0000,");
        assertThat(lines.get(3)).startsWith("2026-10-06 07:03:12 +0000,");
        for (String line : lines.subList(1, 4)) {
            String[] cells = line.split(",", -1);
            assertThat(cells).hasSize(2 + COLUMNS.size());
            for (int i = 2; i < cells.length; i++) {
                assertThat(Double.parseDouble(cells[i])).as(COLUMNS.get(i - 2)).isNotNegative();
            }
        }
        assertThat(Files.readString(export("otava.yaml")))
                .containsSubsequence(
                        "tests:",
                        "  'shop/perf/home-page/async':",
                        "    type: csv",
                        "    file: 'otava-home-page-async.csv'",
                        "    time_column: time",
                        "    attributes: [commit]",
                        "    metrics:",
                        "      response-time-p50-ns: {direction: -1}",
                        "      throughput-per-second: {direction: 1}",
                        "test_groups:",
                        "  fetchmark:",
                        "    - 'shop/perf/home-page/threads'");
    }

    @Test
    void aBuildThatLacksAMetricIsNoLineForOtavaWhichWantsANumberInEachCell() throws Exception {
        Build before = HistoryFixtures.build(1);
        Build uncompared = HistoryFixtures.with(
                before,
                before.target(),
                before.results().stream().map(ExportsTest::uncompared).toList());

        write(ExportFormat.OTAVA, new History(List.of(uncompared, HistoryFixtures.build(2))));

        assertThat(Files.readAllLines(export("otava-home-page-threads.csv")))
                .hasSize(3)
                .first()
                .asString()
                .endsWith(",response-time-p50-by-baseline,throughput-by-baseline");
        assertThat(Files.readAllLines(export("otava-home-page-async.csv"))).hasSize(4);
    }

    @Test
    void bencherGetsItsMetricFormat() throws Exception {
        write(ExportFormat.BENCHER, History.NONE);

        String text = Files.readString(export("bencher.json"));
        JsonNode report = MAPPER.readTree(text);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(MAPPER.readTree(BENCHER_SCHEMA))
                        .validate(report))
                .isEmpty();
        JsonNode threads = report.path("shop/perf/home-page/threads");
        assertThat(threads.path("response-time-p50-ns").path("value").asLong())
                .isEqualTo(now.results().get(0).responseTimeNanos().p50());
        assertThat(threads.path("response-time-p50-ns").has("lower_value")).isFalse();
        assertThat(threads.path("response-time-p50-by-baseline").path("value").asDouble())
                .isEqualTo(1);
        assertThat(threads.path("response-time-p50-by-baseline")
                        .path("lower_value")
                        .asDouble())
                .isEqualTo(0.99);
        assertThat(threads.path("response-time-p50-by-baseline")
                        .path("upper_value")
                        .asDouble())
                .isEqualTo(1.01);
        assertThat(report.size()).isEqualTo(now.results().size());
    }

    @Test
    void theActionOfGitHubGetsAFileForEachDirection() throws Exception {
        write(ExportFormat.GITHUB_ACTION_BENCHMARK, History.NONE);

        JsonNode smaller =
                MAPPER.readTree(export("github-action-benchmark-smaller.json").toFile());
        JsonNode bigger =
                MAPPER.readTree(export("github-action-benchmark-bigger.json").toFile());
        Set<String> names = new TreeSet<>();
        for (JsonNode file : List.of(smaller, bigger)) {
            assertThat(file.isArray()).isTrue();
            assertThat(file).isNotEmpty();
            for (JsonNode entry : file) {
                assertThat(entry.path("name").isTextual()).isTrue();
                assertThat(entry.path("unit").asText()).isNotEmpty();
                assertThat(entry.path("value").isNumber()).isTrue();
                assertThat(names.add(entry.path("name").asText())).isTrue();
                List<String> fields = new ArrayList<>();
                entry.fieldNames().forEachRemaining(fields::add);
                assertThat(fields).isSubsetOf("name", "unit", "value", "range", "extra");
            }
        }
        assertThat(bigger)
                .allSatisfy(entry -> assertThat(entry.path("name").asText()).contains("/throughput-"));
        assertThat(smaller)
                .noneSatisfy(entry -> assertThat(entry.path("name").asText()).contains("/throughput-"));
        assertThat(smaller)
                .anySatisfy(entry -> assertThat(entry.toString())
                        .contains("\"shop/perf/home-page/threads/response-time-p50-by-baseline\"", "\"± 0.01\""));
    }

    @Test
    void whatCouldNotBeJudgedIsExportedNowhere() throws Exception {
        List<BuildFigures> invalid = now.results().stream()
                .map(one -> HistoryFixtures.as(one, one.scenarioHash(), VerdictKind.INVALID))
                .toList();
        Build worthless = HistoryFixtures.with(now, now.target(), invalid);

        Exports.write(
                directory,
                List.of(ExportFormat.values()),
                new Subject("shop", "perf", worthless, HistoryFixtures.until(4)));

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void theNextRunKnowsEveryFile() throws Exception {
        Exports.write(
                directory, List.of(ExportFormat.values()), new Subject("shop", "perf", now, HistoryFixtures.until(4)));

        try (Stream<Path> files = Files.list(directory.resolve("export"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(4 + now.results().size())
                    .allMatch(FileNames::isOfRun);
        }
    }

    @Test
    void namesStayAsTheyAre() {
        assertThat(ExportedFigure.of(now.results().get(1)).stream().map(ExportedFigure::name))
                .containsExactlyElementsOf(COLUMNS);
        assertThat(ExportedFigure.of(now.results().get(0)).stream().map(ExportedFigure::name))
                .endsWith("response-time-p50-by-baseline", "throughput-by-baseline");
    }

    private void write(ExportFormat format, History history) throws Exception {
        Exports.write(directory, List.of(format), new Subject("shop", "perf", now, history));
    }

    private Path export(String name) {
        return directory.resolve("export").resolve(name);
    }

    private static BuildFigures uncompared(BuildFigures like) {
        return new BuildFigures(
                like.scenario(),
                like.client(),
                like.load(),
                like.scenarioHash(),
                like.verdict(),
                like.requests(),
                like.errorRate(),
                like.throughputPerSecond(),
                like.serviceTimeNanos(),
                like.responseTimeNanos(),
                like.targetCpuNanosPerRequest(),
                List.of());
    }
}

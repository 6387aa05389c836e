package io.fetchmark.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fetchmark.baseline.BaselineFile;
import io.fetchmark.baseline.BaselineFixtures;
import io.fetchmark.calibration.Calibration;
import io.fetchmark.calibration.CalibrationFile;
import io.fetchmark.calibration.Ceiling;
import io.fetchmark.calibration.Fingerprint;
import io.fetchmark.calibration.Noise;
import io.fetchmark.history.Build;
import io.fetchmark.history.HistoryFixtures;
import io.fetchmark.history.HistoryFolder;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.verdict.Judge;
import io.fetchmark.verdict.VerdictFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published schemas, made strict, against the files: each describes every field that is written. */
final class SchemaTest {

    private static final Path SCHEMAS = Path.of("../site/src/site/resources/schema");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void theFirstFormatFitsItsSchema() throws Exception {
        Path file = Path.of("src/test/resources/result-v1.json");

        assertThat(complaints("result-v1.schema.json", Files.readString(file))).isEmpty();
    }

    @Test
    void aFreshResultFitsItsSchema() throws Exception {
        ResultFile.write(directory, ResultFixtures.run());

        assertThat(complaints("result-v1.schema.json", Files.readString(directory.resolve(FileNames.RESULT))))
                .isEmpty();
    }

    @Test
    void aFreshResultOfAJarFitsItsSchema() throws Exception {
        RunResult run = ResultFixtures.run();
        Path jar = Files.writeString(directory.resolve("shop.jar"), "abc");
        JarFacts facts = JarFacts.of(jar, Optional.of("acme:shop:1.1.0"), Optional.of("17.0.15"));
        assertThat(facts.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        ResultFile.write(
                directory,
                new RunResult(
                        run.schemaVersion(),
                        run.environment(),
                        run.target().running(facts),
                        run.results(),
                        run.notMeasured()));

        assertThat(complaints("result-v1.schema.json", Files.readString(directory.resolve(FileNames.RESULT))))
                .isEmpty();
    }

    @Test
    void aFreshComparisonFitsItsSchema() throws Exception {
        ResultFile.write(directory, ComparisonFixtures.run());

        assertThat(ResultFile.read(directory)).isEqualTo(ComparisonFixtures.run());
        assertThat(complaints("result-v1.schema.json", Files.readString(directory.resolve(FileNames.RESULT))))
                .isEmpty();
    }

    @Test
    void aFreshVerdictFitsItsSchema() throws Exception {
        VerdictFile.write(directory, Judge.judge(ResultFixtures.plan(), ResultFixtures.run()));

        assertThat(complaints("verdict-v1.schema.json", Files.readString(directory.resolve(FileNames.VERDICT))))
                .isEmpty();
    }

    @Test
    void aFreshCalibrationFitsItsSchema() throws Exception {
        Path file = directory.resolve("calibration.json");
        Ceiling ceiling = new Ceiling(Client.ASYNC, 17, 50, 14_600, 65_000, 0.98, "2026-11-22T14:30:00Z", "0.1.0");
        Fingerprint machine = Fingerprint.of(ResultFixtures.run().environment());
        Noise noise = new Noise(
                "nginx",
                "docker",
                12,
                0.7,
                4,
                List.of(new Noise.OfMetric(RegressionMetric.P50, 0.04, 0.1, 0.03, 0.005)),
                List.of(new Noise.Replayed(0.05, 0.9, 0.1, 36)),
                "now");
        CalibrationFile.write(
                file, Calibration.NONE.with(machine, List.of(ceiling)).with(machine, noise));

        assertThat(complaints("calibration-v1.schema.json", Files.readString(file)))
                .isEmpty();
        assertThat(complaints("calibration-v1.schema.json", "{}")).isNotEmpty();
    }

    @Test
    void aFreshRecordedBaselineFitsItsSchema() throws Exception {
        BaselineFile.add(directory, BaselineFixtures.recorded(BaselineFixtures.run(1, 0.3), directory));

        assertThat(complaints("baseline-v1.schema.json", Files.readString(directory.resolve(BaselineFile.NAME))))
                .isEmpty();
        assertThat(complaints("baseline-v1.schema.json", "{}")).isNotEmpty();
    }

    @Test
    void aFreshBuildOfTheHistoryFitsItsSchema() throws Exception {
        Build build = HistoryFixtures.build(1);
        HistoryFolder.of(directory, "shop", "perf").add(build);
        String text = Files.readString(directory.resolve("shop/perf/" + build.id() + ".json"));

        assertThat(complaints("history-v1.schema.json", text)).isEmpty();
        assertThat(complaints("history-v1.schema.json", text.replace("\"PASS\"", "\"GOOD\"")))
                .isNotEmpty();
        assertThat(complaints("history-v1.schema.json", "{}")).isNotEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoResult() throws Exception {
        String result = Files.readString(Path.of("src/test/resources/result-v1.json"));

        assertThat(complaints("result-v1.schema.json", "{}")).isNotEmpty();
        assertThat(complaints("result-v1.schema.json", result.replace("\"closed\"", "\"shut\"")))
                .isNotEmpty();
        assertThat(complaints("result-v1.schema.json", result.replace("\"p999\"", "\"p99.9\"")))
                .isNotEmpty();
        assertThat(complaints(
                        "result-v1.schema.json", result.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2")))
                .isNotEmpty();
    }

    private static List<Error> complaints(String name, String text) throws IOException {
        JsonNode node = MAPPER.readTree(SCHEMAS.resolve(name).toFile());
        forbidUnknownFields(node);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(node);
        return schema.validate(MAPPER.readTree(text));
    }

    /** Readers pass over unknown fields, so the schema allows them; but what we write must be described. */
    private static void forbidUnknownFields(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("type").asText().equals("object")) {
            object.put("additionalProperties", false);
        }
        node.forEach(SchemaTest::forbidUnknownFields);
    }
}

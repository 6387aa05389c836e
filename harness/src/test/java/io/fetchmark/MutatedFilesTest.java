package io.fetchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fetchmark.baseline.BaselineFile;
import io.fetchmark.baseline.BaselineFixtures;
import io.fetchmark.baseline.RecordedBaseline;
import io.fetchmark.calibration.Calibration;
import io.fetchmark.calibration.CalibrationFile;
import io.fetchmark.calibration.Ceiling;
import io.fetchmark.calibration.Fingerprint;
import io.fetchmark.calibration.KnownCeilings;
import io.fetchmark.calibration.Noise;
import io.fetchmark.history.Build;
import io.fetchmark.history.History;
import io.fetchmark.history.HistoryFixtures;
import io.fetchmark.history.HistoryFolder;
import io.fetchmark.history.Trend;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.report.ConsoleTable;
import io.fetchmark.report.JUnitXml;
import io.fetchmark.report.Language;
import io.fetchmark.report.ReportPage;
import io.fetchmark.report.SummaryMarkdown;
import io.fetchmark.result.FileNames;
import io.fetchmark.result.ResultFile;
import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.ResultFixtures;
import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.Judge;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody or something has changed: each is read and used, or refused by its name, and nothing else happens. */
final class MutatedFilesTest {

    private static final int MUTANTS = 400;
    /** Of a file that takes long to read. */
    private static final int FEW_MUTANTS = 100;

    private static final int DRAWN = 50;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> WRONG = List.of(
            "null",
            "-1",
            "0",
            "1e308",
            "\"NaN\"",
            "\"\"",
            "\"x\"",
            "\"../../x\"",
            "\"a\\u0000b\"",
            "\"-Infinity\"",
            "true",
            "[]",
            "{}",
            "[null]",
            "9223372036854775807",
            "-9223372036854775808",
            "1e-320",
            "\"1-\"",
            "\"3-1\"",
            "\"PT-1S\"");

    /** What reads a file, and does with it all that is done. */
    private interface Use {
        void use(boolean drawn) throws Exception;
    }

    @TempDir
    private Path directory;

    private final RunResult plain = ResultFixtures.run();
    private final RunResult compared = BaselineFixtures.run(1, 0.05);

    @Test
    void aResult() throws Exception {
        ResultFile.write(directory, plain);
        mutate(directory.resolve(FileNames.RESULT), 1, MUTANTS, drawn -> result(ResultFixtures.plan(), drawn));
    }

    @Test
    void aResultOfAComparison() throws Exception {
        ResultFile.write(directory, compared);
        mutate(directory.resolve(FileNames.RESULT), 2, FEW_MUTANTS, drawn -> result(BaselineFixtures.plan(), drawn));
    }

    @Test
    void aVerdict() throws Exception {
        VerdictFile.write(directory, Judge.judge(ResultFixtures.plan(), plain));
        mutate(
                directory.resolve(FileNames.VERDICT),
                3,
                MUTANTS,
                drawn -> show(plain, VerdictFile.read(directory), drawn));
    }

    @Test
    void aBuildOfTheHistory() throws Exception {
        HistoryFolder folder = HistoryFolder.of(directory, "shop", "perf");
        Build last = HistoryFixtures.build(2);
        Build build = HistoryFixtures.build(1);
        folder.add(build);
        Path file = folder.path().resolve(build.id() + ".json");
        mutate(file, 4, MUTANTS, drawn -> {
            List<String> warnings = new ArrayList<>();
            History history = folder.read(warnings::add);
            assertThat(warnings).allSatisfy(warning -> assertThat(warning).contains(file.toString()));
            assertThat(warnings.size() + history.builds().size()).isEqualTo(1);
            last.results().forEach(figures -> Trend.of(history, last, figures.scenario()));
            if (drawn) {
                page(plain, Optional.empty(), history);
            }
        });
    }

    @Test
    void aRecordedBaseline() throws Exception {
        BaselineFile.add(directory, BaselineFixtures.recorded(BaselineFixtures.run(3, 0.01), directory));
        Plan plan = BaselineFixtures.plan();
        mutate(directory.resolve(BaselineFile.NAME), 5, FEW_MUTANTS, drawn -> {
            RecordedBaseline recorded = BaselineFile.read(directory);
            show(compared, Judge.judge(plan, compared, recorded), drawn);
        });
    }

    @Test
    void aCalibration() throws Exception {
        Path file = directory.resolve("calibration.json");
        Fingerprint here = Fingerprint.of(plain.environment());
        Noise noise = new Noise(
                "nginx",
                "docker",
                120,
                0.5,
                2,
                List.of(new Noise.OfMetric(RegressionMetric.P50, 0.05, 0.06, 0.05, 0.01)),
                List.of(new Noise.Replayed(0.05, 0.9, 0.1, 30)),
                "2026-11-22T14:30:00Z");
        Ceiling ceiling = new Ceiling(Client.THREADS, 17, 50, 1000, 65_000, 0.98, "2026-11-22T14:30:00Z", "0.1.0");
        CalibrationFile.write(
                file, Calibration.NONE.with(here, List.of(ceiling)).with(here, noise));
        mutate(file, 6, MUTANTS, drawn -> {
            KnownNoise.read(file, here).warnings(BaselineFixtures.plan());
            List<String> warnings = new ArrayList<>();
            KnownCeilings known = KnownCeilings.read(file, here, warnings::add);
            plain.results().forEach(known::warning);
            assertThat(warnings).allSatisfy(warning -> assertThat(warning).contains(file.toString()));
        });
    }

    private void result(Plan plan, boolean drawn) throws Exception {
        RunResult run = ResultFile.read(directory);
        Verdict verdict = Judge.judge(plan, run);
        show(run, verdict, drawn);
        assertThat(Build.of(run, Optional.of(verdict), Optional.empty()).id()).isNotEmpty();
    }

    private void show(RunResult run, Verdict verdict, boolean drawn) {
        assertThat(SummaryMarkdown.text("perf", run, verdict)).isNotEmpty();
        assertThat(JUnitXml.text("perf", verdict)).isNotEmpty();
        assertThat(ConsoleTable.lines(run, verdict, (kind, text) -> text)).isNotEmpty();
        if (drawn) {
            page(run, Optional.of(verdict), History.NONE);
        }
    }

    private void page(RunResult run, Optional<Verdict> verdict, History history) {
        assertThat(ReportPage.of(run, verdict, directory, history, Language.ENGLISH)
                        .standalone())
                .isNotEmpty();
    }

    private static void mutate(Path file, int seed, int mutants, Use use) throws IOException {
        Random random = new Random(seed);
        byte[] whole = Files.readAllBytes(file);
        List<String> failures = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < mutants; i++) {
            String change;
            if (i % 4 == 0) {
                change = changeBytes(file, whole, random);
            } else {
                JsonNode root = MAPPER.readTree(whole);
                change = changeNode(root, "", random);
                Files.write(file, MAPPER.writeValueAsBytes(root));
            }
            try {
                use.use(i % DRAWN == 1);
            } catch (ResultFileException e) {
                refused++;
                assertThat(e).hasMessageContaining(file.toString());
            } catch (Exception | StackOverflowError | AssertionError e) {
                failures.add(change + ": " + e + " at "
                        + Arrays.asList(e.getStackTrace()).subList(0, 6));
            }
        }
        assertThat(failures).isEmpty();
        assertThat(refused).as("files that were refused").isLessThan(mutants);
    }

    private static String changeBytes(Path file, byte[] whole, Random random) throws IOException {
        int from = random.nextInt(whole.length);
        int length = 1 + random.nextInt(30);
        byte[] changed = whole.clone();
        switch (random.nextInt(3)) {
            case 0 -> changed = Arrays.copyOf(whole, from);
            case 1 -> changed[from] ^= (byte) (1 << random.nextInt(8));
            default ->
                System.arraycopy(
                        whole,
                        random.nextInt(whole.length - 30),
                        changed,
                        Math.min(from, whole.length - length),
                        length);
        }
        Files.write(file, changed);
        return "bytes at " + from + " of "
                + new String(whole, from, Math.min(40, whole.length - from), StandardCharsets.ISO_8859_1);
    }

    /** Goes down at random, and replaces, removes or doubles what it ends at. */
    private static String changeNode(JsonNode node, String path, Random random) throws IOException {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
        int index = node.isEmpty() ? 0 : random.nextInt(node.size());
        JsonNode child = names.isEmpty() ? node.path(index) : node.path(name);
        String there = path + "/" + (names.isEmpty() ? "" + index : name);
        if (child.isContainerNode() && !child.isEmpty() && random.nextInt(8) > 0) {
            return changeNode(child, there, random);
        }
        JsonNode wrong = MAPPER.readTree(WRONG.get(random.nextInt(WRONG.size())));
        boolean removed = random.nextInt(6) == 0;
        if (node instanceof ObjectNode object) {
            if (removed) {
                object.remove(name);
            } else {
                object.set(name, wrong);
            }
        } else if (node instanceof ArrayNode array) {
            if (removed) {
                array.add(child.deepCopy());
            } else {
                array.set(index, wrong);
            }
        }
        return there + (removed ? " removed or doubled" : " = " + wrong);
    }
}

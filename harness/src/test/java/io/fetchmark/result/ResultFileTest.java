package io.fetchmark.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fetchmark.measure.IntervalLog;
import io.fetchmark.measure.Outcome;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultFileTest {

    @TempDir
    private Path directory;

    @Test
    void readsWhatWasWritten() throws Exception {
        ResultFile.write(directory, ResultFixtures.run());

        assertThat(ResultFile.read(directory)).isEqualTo(ResultFixtures.run());
    }

    @Test
    void makesTheDirectoryAndLeavesNothingButTheFile() throws Exception {
        Path deep = directory.resolve("target/fetchmark/default");
        ResultFile.write(deep, ResultFixtures.run());
        ResultFile.write(deep, ResultFixtures.run());

        try (Stream<Path> files = Files.list(deep)) {
            assertThat(files).containsExactly(deep.resolve("result.json"));
        }
    }

    @Test
    void aFailedWriteKeepsTheOldFileAndLeavesNoOther() throws Exception {
        Files.createDirectory(directory.resolve("result.json"));
        Files.writeString(directory.resolve("result.json/inside"), "kept");

        assertThatThrownBy(() -> ResultFile.write(directory, ResultFixtures.run()))
                .isInstanceOf(IOException.class);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("result.json"));
        }
    }

    @Test
    void whoeverMayReadOtherFilesMayReadThisOne() throws Exception {
        assumeTrue(
                directory.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "needs a file system with POSIX permissions");
        ResultFile.write(directory, ResultFixtures.run());
        Path plain = Files.writeString(directory.resolve("plain"), "");

        assertThat(Files.getPosixFilePermissions(directory.resolve("result.json")))
                .isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void theFirstFormatStaysReadable() throws Exception {
        Files.writeString(directory.resolve("result.json"), firstFormat());

        RunResult run = ResultFile.read(directory);

        assertThat(run.schemaVersion()).isEqualTo(1);
        assertThat(run.environment().docker()).contains("20.10.24");
        assertThat(run.environment().seed()).isEqualTo(42);
        assertThat(run.target().runtime()).isEqualTo(TargetRuntime.DOCKER);
        assertThat(run.target().networkPath()).isEqualTo(NetworkPath.HOST);
        assertThat(run.target().delay().map(DelayFacts::way)).contains("echo");
        assertThat(run.results()).hasSize(6);
        assertThat(run.notMeasured()).extracting(NotMeasured::client).containsExactly(Client.VIRTUAL_THREADS);
        ScenarioResult closed = run.find("home-page", Client.THREADS).orElseThrow();
        assertThat(closed.load()).isEqualTo(new Load.Closed(50));
        assertThat(closed.requests()).isEqualTo(9500);
        assertThat(closed.workerCount()).isEqualTo(1);
        assertThat(closed.targetCpuNanosPerRequest()).hasValue(31_250.5);
        ScenarioResult open = run.find("steady", Client.ASYNC).orElseThrow();
        assertThat(open.errors()).containsEntry(Outcome.TIMEOUT, 2L).containsEntry(Outcome.REUSE, 0L);
        assertThat(open.dropped()).isEqualTo(1);
        assertThat(open.reconnected()).isEmpty();
        assertThat(open.unstarted()).isZero();
        ScenarioResult ladder = run.find("ladder", Client.SEQUENTIAL).orElseThrow();
        assertThat(ladder.steps()).endsWith(new LadderStep(500, 25.93));
    }

    @Test
    void theFixtureHasLogsThatAgreeWithIt() throws Exception {
        ResultFixtures.writeTo(directory);

        for (ScenarioResult result : ResultFile.read(directory).results()) {
            assertThat(result.histograms()).hasSize(3);
            for (String log : result.histograms()) {
                long logged = IntervalLog.read(directory.resolve(log)).stream()
                        .mapToLong(interval -> interval.times().count())
                        .sum();
                assertThat(logged).as(log).isEqualTo(result.requests());
            }
        }
    }

    @Test
    void aMissingFileSaysHowToGetOne() {
        assertThatThrownBy(() -> ResultFile.read(directory))
                .isInstanceOf(ResultFileException.class)
                .hasMessageStartingWith(directory.resolve("result.json") + " does not exist; ")
                .hasMessageContaining("fetchmark:run");
    }

    @Test
    void aFileThatIsTornAnywhereIsRefused() throws Exception {
        String whole = firstFormat().strip();
        for (int length = 0; length < whole.length(); length += 97) {
            Files.writeString(directory.resolve("result.json"), whole.substring(0, length));

            assertThatThrownBy(() -> ResultFile.read(directory))
                    .isInstanceOf(ResultFileException.class)
                    .hasMessageContaining("result.json is torn or of another program")
                    .hasMessageContaining("fetchmark:run");
        }
    }

    @Test
    void foreignContentIsRefused() throws Exception {
        List<String> foreign = List.of(
                "",
                "null",
                "[]",
                "1",
                "{}",
                "<html>",
                "\"text\"",
                "{\"schemaVersion\":1}",
                "{\"schemaVersion\":\"1\"}",
                "{\"schemaVersion\":1.5}",
                firstFormat().replace("\"threads\"", "\"gadgets\""),
                firstFormat().replace("\"requests\" : 9500", "\"requests\" : \"many\""),
                firstFormat().replace("\"requests\" : 9500", "\"requests\" : null"),
                firstFormat().replace("\"status\" : 0", "\"status\" : null"),
                firstFormat().replace("\"kind\" : \"closed\"", "\"kind\" : \"shut\""),
                firstFormat().replace("\"concurrency\" : 50", "\"concurrency\" : 0"),
                firstFormat().replace("\"results\" : [", "\"results\" : [ null,"));
        for (String text : foreign) {
            Files.writeString(directory.resolve("result.json"), text);

            assertThatThrownBy(() -> ResultFile.read(directory))
                    .as(text.substring(0, Math.min(text.length(), 60)))
                    .isInstanceOf(ResultFileException.class)
                    .hasMessageContaining("result.json");
        }
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws Exception {
        Files.write(directory.resolve("result.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThatThrownBy(() -> ResultFile.read(directory))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aNewerVersionIsRefusedEvenIfAllElseChanged() throws Exception {
        Files.writeString(directory.resolve("result.json"), "{\"schemaVersion\":2,\"results\":{}}");

        assertThatThrownBy(() -> ResultFile.read(directory))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("has schemaVersion 2, and this Fetchmark reads up to 1");
    }

    @Test
    void fieldsOfALaterWriterArePassedOver() throws Exception {
        Files.writeString(
                directory.resolve("result.json"),
                firstFormat().replaceFirst("\"environment\" : \\{", "\"extra\":[1],\"environment\":{\"altitude\":7,"));

        assertThat(ResultFile.read(directory).results()).hasSize(6);
    }

    @Test
    void theHashIsThatOfTheLoadAndNotOfTheLimits() {
        Plan plan = ResultFixtures.plan();
        var unlimited =
                plan.scenarios().stream().map(scenario -> scenario.limitedBy()).toList();

        assertThat(ScenarioHash.of(plan))
                .matches("[0-9a-f]{64}")
                .isEqualTo(ScenarioHash.of(with(unlimited)))
                .isNotEqualTo(ScenarioHash.of(with(plan.scenarios().subList(0, 2))))
                .isNotEqualTo(ScenarioHash.of(plan.sharedBy(2)))
                .isEqualTo(ResultFixtures.run().environment().scenarioHash());
    }

    @Test
    void theHashTellsNothingOfACredential() {
        assertThat(hash("Authorization", "Bearer a"))
                .isEqualTo(hash("Authorization", "Bearer b"))
                .isNotEqualTo(hash("Proxy-Authorization", "Bearer a"));
        assertThat(hash("Accept", "a")).isNotEqualTo(hash("Accept", "b"));
    }

    private static String hash(String header, String value) {
        Request plain = Request.get("/");
        Request request =
                new Request("/", "GET", Map.of(header, value), "", plain.expect(), plain.timeout(), plain.http());
        Scenario scenario = ResultFixtures.plan().scenarios().get(0);
        return ScenarioHash.of(with(List.of(scenario.fetching(request))));
    }

    private static Plan with(List<Scenario> scenarios) {
        Plan plan = ResultFixtures.plan();
        return new Plan(plan.target(), plan.runtime(), scenarios, plan.seed());
    }

    private static String firstFormat() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ResultFileTest.class.getResourceAsStream("/result-v1.json"),
                "result-v1.json is in the test resources")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

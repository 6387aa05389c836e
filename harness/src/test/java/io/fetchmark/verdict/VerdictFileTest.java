package io.fetchmark.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.ResultFixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerdictFileTest {

    @TempDir
    private Path directory;

    private final Verdict verdict = Judge.judge(ResultFixtures.plan(), ResultFixtures.run());

    @Test
    void readsWhatWasWritten() throws Exception {
        VerdictFile.write(directory, verdict);

        assertThat(VerdictFile.read(directory)).isEqualTo(verdict);
    }

    @Test
    void usesTheWordsOfTheContract() throws Exception {
        VerdictFile.write(directory, verdict);

        assertThat(Files.readString(directory.resolve("verdict.json")))
                .contains("\"verdict\" : \"LIMIT_BROKEN\"", "\"client\" : \"virtual-threads\"")
                .contains("\"metric\" : \"errorRate\"", "\"metric\" : \"measured\"");
    }

    @Test
    void aMissingFileSaysHowToGetOne() {
        assertThatThrownBy(() -> VerdictFile.read(directory))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("verdict.json does not exist")
                .hasMessageContaining("fetchmark:verify");
    }

    @Test
    void aVerdictThatDoesNotFollowFromItsFindingsIsRefused() throws Exception {
        VerdictFile.write(directory, verdict);
        Path file = directory.resolve("verdict.json");
        Files.writeString(
                file, Files.readString(file).replaceFirst("\"verdict\" : \"LIMIT_BROKEN\"", "\"verdict\" : \"PASS\""));

        assertThatThrownBy(() -> VerdictFile.read(directory))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("must be that of the worst finding");
    }
}

package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TargetLogTest {

    @TempDir
    Path directory;

    @Test
    void aLogIsBoundedAndHasTheLastLines() throws Exception {
        TargetLog log = new TargetLog(directory, "target.log", 1_000);
        for (int i = 0; i < 10_000; i++) {
            log.add("line " + i);
        }
        assertThat(Files.size(directory.resolve("target.log"))).isBetween(10L, 1_200L);
        assertThat(Files.size(directory.resolve("target.log.1"))).isBetween(900L, 1_200L);
        assertThat(Files.readString(directory.resolve("target.log.1"))
                        + Files.readString(directory.resolve("target.log")))
                .contains("line 9900\n")
                .endsWith("line 9999\n");
        assertThat(directory.toFile().list()).hasSize(2);
    }

    @Test
    void whatALogIsQuotedWithIsNoCommandToTheServerOfABuild() throws Exception {
        TargetLog log = new TargetLog(directory, "target.log");
        log.add("::error::no");
        assertThat(log.quote()).endsWith("\n    : :error::no");
        assertThat(directory.resolve("target.log")).hasContent("::error::no");
    }

    @Test
    void aLogThatIsClearedHasOnlyWhatIsSaidAfterwards() throws Exception {
        TargetLog log = new TargetLog(directory, "target.log");
        log.add("before");
        log.clear();
        log.add("after");
        assertThat(directory.resolve("target.log")).hasContent("after");
        assertThat(log.says("before")).isFalse();
    }
}

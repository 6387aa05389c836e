package io.fetchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void whatAnEarlierRunLeftIsDeletedAndNothingElse() throws Exception {
        List<String> ofRun = List.of(
                "result.json",
                "verdict.json",
                "home-page-threads-service.hlog",
                "target.log",
                "export/otava.yaml",
                "export/otava-home-page-threads.csv",
                "export/bencher.json",
                "export/github-action-benchmark-smaller.json",
                "export/github-action-benchmark-bigger.json");
        List<String> others = List.of("notes.txt", "export/notes.txt", "export/own.csv", "kept/result.json");
        Files.createDirectories(directory.resolve("export"));
        Files.createDirectories(directory.resolve("kept"));
        for (String name : Stream.of(ofRun, others).flatMap(List::stream).toList()) {
            Files.writeString(directory.resolve(name), "");
        }

        RunDirectory.clear(directory);

        assertThat(ofRun).allSatisfy(name -> assertThat(directory.resolve(name)).doesNotExist());
        assertThat(others)
                .allSatisfy(name -> assertThat(directory.resolve(name)).exists());
    }
}

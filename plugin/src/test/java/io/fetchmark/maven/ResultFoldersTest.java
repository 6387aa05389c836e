package io.fetchmark.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultFoldersTest {

    @TempDir
    Path target;

    @Test
    void onlyFoldersWithResultsAreListedInTheOrderOfTheirNames() throws IOException {
        ResultFolders folders = new ResultFolders(target.resolve("fetchmark"));
        assertThat(folders.withResults()).isEmpty();
        result(folders, "b");
        result(folders, "a");
        Files.createDirectories(folders.of(ExecutionName.of("failed")));
        assertThat(folders.withResults()).containsExactly(ExecutionName.of("a"), ExecutionName.of("b"));
    }

    @Test
    void whatAnEarlierRunLeftIsGoneAndOtherExecutionsKeepTheirs() throws IOException {
        ResultFolders folders = new ResultFolders(target);
        result(folders, "a");
        result(folders, "b");
        Files.createDirectories(folders.of(ExecutionName.of("a")).resolve("logs/deep"));
        folders.delete(ExecutionName.of("a"));
        assertThat(folders.of(ExecutionName.of("a"))).doesNotExist();
        assertThat(folders.withResults()).containsExactly(ExecutionName.of("b"));
    }

    @Test
    void ofAFolderThatIsALinkOnlyTheLinkIsDeleted(@TempDir Path elsewhere) throws IOException {
        Path file = Files.createFile(elsewhere.resolve("mine.txt"));
        ResultFolders folders = new ResultFolders(target);
        Files.createSymbolicLink(folders.of(ExecutionName.of("a")), elsewhere);
        folders.delete(ExecutionName.of("a"));
        assertThat(folders.of(ExecutionName.of("a"))).doesNotExist();
        assertThat(file).exists();
    }

    @Test
    void aFolderWithoutAResultIsNoResult() throws IOException {
        ResultFolders folders = new ResultFolders(target);
        Files.createDirectories(folders.of(ExecutionName.of("a")));
        assertThat(folders.haveResult(ExecutionName.of("a"))).isFalse();
        result(folders, "a");
        assertThat(folders.haveResult(ExecutionName.of("a"))).isTrue();
    }

    private static void result(ResultFolders folders, String execution) throws IOException {
        Path folder = Files.createDirectories(folders.of(ExecutionName.of(execution)));
        Files.createFile(folder.resolve("result.json"));
    }
}

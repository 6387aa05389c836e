package io.fetchmark.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitCommitTest {

    private static final String ONE = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "89abcdef0123456789abcdef0123456789abcdef";

    @TempDir
    private Path project;

    @Test
    void isWhatTheBranchPointsAtFromAnyFolderBelow() throws IOException {
        git("HEAD", "ref: refs/heads/main\n");
        git("refs/heads/main", ONE + "\n");
        Path module = Files.createDirectories(project.resolve("a/b"));
        assertThat(GitCommit.of(module, Map.of("GITHUB_SHA", OTHER))).contains(ONE);
    }

    @Test
    void isFoundAmongPackedBranchesAndWhereNoneIsCheckedOut() throws IOException {
        git("HEAD", "ref: refs/heads/main\n");
        git(
                "packed-refs",
                "# pack-refs with: peeled\n" + OTHER + " refs/heads/not-main\n" + ONE + " refs/heads/main\n");
        assertThat(GitCommit.of(project, Map.of())).contains(ONE);
        git("HEAD", OTHER + "\n");
        assertThat(GitCommit.of(project, Map.of())).contains(OTHER);
    }

    @Test
    void isWhatTheCiServiceSaysWhereThereIsNoRepository() throws IOException {
        git("HEAD", "ref: refs/heads/main\n");
        assertThat(GitCommit.of(project, Map.of("CI_COMMIT_SHA", ONE, "GITHUB_SHA", "main")))
                .contains(ONE);
        assertThat(GitCommit.of(project, Map.of("GIT_COMMIT", "none; rm -rf"))).isEmpty();
    }

    private void git(String name, String text) throws IOException {
        Path file = project.resolve(".git").resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}

package io.fetchmark.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
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

    @Test
    void isThatOfAWorktreeWithAndWithoutGit() throws Exception {
        Path repository = Files.createDirectories(project.resolve("repository"));
        Path worktree = project.resolve("worktree");
        run(repository, "init", "--quiet");
        commit(repository, "one");
        String first = run(repository, "rev-parse", "HEAD");
        run(repository, "worktree", "add", "--quiet", "-b", "side", worktree.toString());
        commit(repository, "two");

        assertThat(GitCommit.of(worktree, Map.of())).contains(first);
        assertThat(withoutGit(worktree)).contains(first);
        run(repository, "pack-refs", "--all");
        assertThat(withoutGit(worktree)).contains(first);
        assertThat(withoutGit(repository)).contains(run(repository, "rev-parse", "HEAD"));
    }

    @Test
    void isThatOfASubmoduleWithAndWithoutGit() throws Exception {
        Path library = Files.createDirectories(project.resolve("library"));
        run(library, "init", "--quiet");
        commit(library, "one");
        Path repository = Files.createDirectories(project.resolve("repository"));
        run(repository, "init", "--quiet");
        run(repository, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.toString(), "lib");
        commit(repository, "two");

        Path submodule = repository.resolve("lib");
        String own = run(library, "rev-parse", "HEAD");
        assertThat(GitCommit.of(submodule, Map.of("GITHUB_SHA", OTHER))).contains(own);
        assertThat(withoutGit(submodule)).contains(own);
    }

    @Test
    void aGitThatHangsIsNotWaitedForWithoutEnd() throws Exception {
        git("HEAD", ONE + "\n");
        Path hanging = Files.writeString(project.resolve("hanging-git"), "#!/bin/sh\nexec sleep 60\n");
        Files.setPosixFilePermissions(hanging, PosixFilePermissions.fromString("rwx------"));
        assertThat(new GitCommit(hanging.toString(), Duration.ofMillis(200), Map.of()).find(project))
                .contains(ONE);
    }

    private static Optional<String> withoutGit(Path directory) {
        return new GitCommit("no-such-git", Duration.ofSeconds(1), Map.of()).find(directory);
    }

    private static void commit(Path repository, String message) throws Exception {
        run(
                repository,
                "-c",
                "user.name=a",
                "-c",
                "user.email=a@b",
                "commit",
                "--quiet",
                "--allow-empty",
                "-m",
                message);
    }

    private static String run(Path directory, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git;
        try {
            git = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return Assumptions.abort("needs git: " + e);
        }
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        assertThat(git.waitFor()).as(said).isZero();
        return said;
    }

    private void git(String name, String text) throws IOException {
        Path file = project.resolve(".git").resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}

package io.fetchmark.baseline;

import io.fetchmark.measure.BoundedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The commit that is checked out. */
public final class GitCommit {

    /** Where CI services say what they build: GitHub Actions, GitLab CI, Jenkins. */
    private static final List<String> VARIABLES = List.of("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT");

    /** git reads a file or two; on a network drive that may take a while. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String REF = "ref: ";
    private static final String GIT_DIR = "gitdir: ";

    /** Of the files of git that are read: a list of packed branches may be long. */
    private static final long MOST = 64 << 20;

    private final String git;
    private final Duration patience;
    private final Map<String, String> environment;

    GitCommit(String git, Duration patience, Map<String, String> environment) {
        this.git = git;
        this.patience = patience;
        this.environment = environment;
    }

    /**
     * The commit of the repository that a directory is in, as git itself or else its files say, else the one that a CI
     * service names; in hexadecimal.
     *
     * @param environment the variables of the process
     */
    public static Optional<String> of(Path directory, Map<String, String> environment) {
        return new GitCommit("git", PATIENCE, environment).find(directory.toAbsolutePath());
    }

    Optional<String> find(Path directory) {
        return ask(directory)
                .or(() -> read(directory))
                .or(() -> VARIABLES.stream()
                        .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
                        .filter(GitCommit::isCommit)
                        .findFirst());
    }

    /** Empty if there is no git, no repository or no commit, or git takes too long. */
    private Optional<String> ask(Path directory) {
        try {
            Process process = new ProcessBuilder(git, "rev-parse", "--verify", "HEAD")
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                process.getOutputStream().close();
                // What it says fits into a pipe, so it need not be read for git to end.
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    return Optional.empty();
                }
                byte[] said = process.getInputStream().readNBytes(1000);
                return Optional.of(new String(said, StandardCharsets.US_ASCII).trim())
                        .filter(GitCommit::isCommit);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> read(Path directory) {
        return Stream.iterate(Optional.of(directory), Optional::isPresent, GitCommit::parent)
                .flatMap(Optional::stream)
                .map(folder -> folder.resolve(".git"))
                .filter(Files::exists)
                .findFirst()
                .flatMap(GitCommit::head);
    }

    private static Optional<Path> parent(Optional<Path> folder) {
        return folder.flatMap(path -> Optional.ofNullable(path.getParent()));
    }

    private static Optional<String> head(Path dotGit) {
        try {
            Path own = Files.isDirectory(dotGit) ? dotGit : linked(dotGit);
            String head = line(own.resolve("HEAD"));
            return Optional.of(head.startsWith(REF) ? ref(own, head.substring(REF.length())) : head)
                    .filter(GitCommit::isCommit);
        } catch (IOException | IllegalArgumentException e) {
            // A repository without a commit, or one that cannot be read: it is not known then.
            return Optional.empty();
        }
    }

    /** The folder that the file {@code .git} of a worktree or submodule names. */
    private static Path linked(Path file) throws IOException {
        String text = line(file);
        if (!text.startsWith(GIT_DIR)) {
            throw new IOException(file + " names no folder");
        }
        return file.resolveSibling(text.substring(GIT_DIR.length())).normalize();
    }

    private static String ref(Path own, String name) throws IOException {
        // A worktree has a HEAD of its own, and the branches of the repository that it is of.
        Path common = Files.exists(own.resolve("commondir"))
                ? own.resolve(line(own.resolve("commondir"))).normalize()
                : own;
        for (Path folder : List.of(own, common)) {
            Path loose = folder.resolve(name).normalize();
            if (Files.isRegularFile(loose)) {
                return line(loose);
            }
        }
        return BoundedFile.text(common.resolve("packed-refs"), MOST)
                .lines()
                .filter(line -> line.endsWith(" " + name))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElse("");
    }

    private static String line(Path file) throws IOException {
        return BoundedFile.text(file, MOST).trim();
    }

    private static boolean isCommit(String text) {
        return text.matches("[0-9a-f]{40}|[0-9a-f]{64}");
    }
}

package io.fetchmark.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The commit that is checked out, found without git itself. */
public final class GitCommit {

    /** Where CI services say what they build: GitHub Actions, GitLab CI, Jenkins. */
    private static final List<String> VARIABLES = List.of("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT");

    private static final String REF = "ref: ";

    private GitCommit() {}

    /**
     * The commit of the repository that a directory is in, else the one that a CI service names; in hexadecimal.
     *
     * @param environment the variables of the process
     */
    public static Optional<String> of(Path directory, Map<String, String> environment) {
        return Stream.iterate(Optional.of(directory.toAbsolutePath()), Optional::isPresent, GitCommit::parent)
                .flatMap(Optional::stream)
                .map(folder -> folder.resolve(".git"))
                .filter(Files::isDirectory)
                .findFirst()
                .flatMap(GitCommit::head)
                .or(() -> VARIABLES.stream()
                        .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
                        .filter(GitCommit::isCommit)
                        .findFirst());
    }

    private static Optional<Path> parent(Optional<Path> folder) {
        return folder.flatMap(path -> Optional.ofNullable(path.getParent()));
    }

    private static Optional<String> head(Path git) {
        try {
            String head = Files.readString(git.resolve("HEAD")).trim();
            return Optional.of(head.startsWith(REF) ? ref(git, head.substring(REF.length())) : head)
                    .filter(GitCommit::isCommit);
        } catch (IOException e) {
            // A repository without a commit, or one that cannot be read: it is not known then.
            return Optional.empty();
        }
    }

    private static String ref(Path git, String name) throws IOException {
        Path loose = git.resolve(name).normalize();
        if (Files.isRegularFile(loose)) {
            return Files.readString(loose).trim();
        }
        try (Stream<String> packed = Files.lines(git.resolve("packed-refs"))) {
            return packed.filter(line -> line.endsWith(" " + name))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .findFirst()
                    .orElse("");
        }
    }

    private static boolean isCommit(String text) {
        return text.matches("[0-9a-f]{40}|[0-9a-f]{64}");
    }
}

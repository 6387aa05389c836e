package io.fetchmark.maven;

import io.fetchmark.maven.pom.Coordinates;
import io.fetchmark.maven.pom.JarShelf;
import io.fetchmark.plan.ExecutableJar;
import io.fetchmark.plan.InvalidValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * The Maven repositories of a project, as a shelf of jars.
 *
 * @param own the {@code group:artifact:version} of what is being built, which is no release yet
 * @param warning takes sentences for the user
 */
record MavenRepositories(
        RepositorySystem system,
        RepositorySystemSession session,
        List<RemoteRepository> repositories,
        Set<String> own,
        Consumer<String> warning)
        implements JarShelf {

    static MavenRepositories of(
            RepositorySystem system,
            MavenSession session,
            List<RemoteRepository> repositories,
            Consumer<String> warning) {
        Set<String> own = session.getAllProjects().stream()
                .map(project -> project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion())
                .collect(Collectors.toCollection(TreeSet::new));
        return new MavenRepositories(system, session.getRepositorySession(), repositories, own, warning);
    }

    @Override
    public void check(Path file) {
        try {
            ExecutableJar.at(file);
        } catch (InvalidValue e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    @Override
    public Found find(Coordinates wanted) {
        Coordinates exact = wanted.isRelease() ? wanted.of(release(wanted)) : wanted;
        Path file = resolve(exact);
        try {
            ExecutableJar.at(file);
        } catch (InvalidValue e) {
            throw new IllegalArgumentException(
                    e.reason().replaceFirst(", was .*", " (it is " + file + "), was " + exact));
        }
        return new Found(exact, file);
    }

    private String release(Coordinates wanted) {
        ReleasedVersions versions = new ReleasedVersions(system, session, repositories);
        ReleasedVersions.Answer answer = versions.of(wanted);
        if (!answer.failures().isEmpty()) {
            warning.accept("RELEASE of " + wanted.group() + ":" + wanted.artifact()
                    + " is looked for without repositories that could not be asked: "
                    + String.join("; ", answer.failures()));
        }
        return answer.versions().stream()
                .filter(version -> !own.contains(wanted.group() + ":" + wanted.artifact() + ":" + version))
                .reduce((lower, higher) -> higher)
                .orElseThrow(() -> new IllegalArgumentException("must have a released version in a repository of this"
                        + " project (" + asked() + "), but none has, was " + wanted));
    }

    private Path resolve(Coordinates exact) {
        DefaultArtifact artifact =
                new DefaultArtifact(exact.group(), exact.artifact(), exact.classifier(), "jar", exact.version());
        try {
            return system.resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new IllegalArgumentException(
                    "must be in a repository of this project (" + asked() + "), but: "
                            + String.valueOf(e.getMessage()).replaceAll(", was ", "; was ") + ", was " + exact,
                    e);
        }
    }

    private String asked() {
        return repositories.stream()
                        .map(repository -> repository.getId() + " at " + repository.getUrl())
                        .collect(Collectors.joining(", "))
                + (session.isOffline() ? "; Maven is offline" : "");
    }
}

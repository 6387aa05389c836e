package io.fetchmark.maven;

import io.fetchmark.history.HistoryFolder;
import io.fetchmark.maven.pom.InvalidPom;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * Where the executions of a project keep their builds.
 *
 * @param named the folder that goes before those of the executions
 */
record HistoryFolders(Optional<String> named, PomExecutions executions, MavenProject project) {

    /**
     * Checks that no other module keeps its builds in the same folder, as a module has a folder by its artifact id alone.
     *
     * @param history the folder of the own module, as its POM names it
     * @param all modules of this build
     * @throws InvalidPom if one does
     */
    static void check(String history, MavenProject own, List<MavenProject> all) throws InvalidPom {
        if (!Path.of(history.trim()).isAbsolute()) {
            return;
        }
        for (MavenProject other : all) {
            if (other.getArtifactId().equalsIgnoreCase(own.getArtifactId())
                    && !other.getGroupId().equals(own.getGroupId())) {
                throw InvalidPom.of("<history>: must not be a folder that modules of one artifact id share, which were "
                        + own.getGroupId() + ":" + own.getArtifactId() + " and " + other.getGroupId() + ":"
                        + other.getArtifactId() + ": give each a folder of its own, was " + history.trim());
            }
        }
    }

    /** Where that execution keeps them; absent if it does not. */
    Optional<HistoryFolder> of(ExecutionName execution) throws MojoExecutionException {
        Optional<String> folder = named.isPresent() ? named : executions.history(execution);
        return folder.map(name -> HistoryFolder.of(
                project.getBasedir().toPath().resolve(name.trim()).normalize(),
                project.getArtifactId(),
                execution.text()));
    }
}

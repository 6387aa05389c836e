package io.fetchmark.maven;

import io.fetchmark.history.HistoryFolder;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * Where the executions of a project keep their builds.
 *
 * @param named the folder that goes before those of the executions
 */
record HistoryFolders(Optional<String> named, PomExecutions executions, MavenProject project) {

    /** Where that execution keeps them; absent if it does not. */
    Optional<HistoryFolder> of(ExecutionName execution) throws MojoExecutionException {
        Optional<String> folder = named.isPresent() ? named : executions.history(execution);
        return folder.map(name -> HistoryFolder.of(
                project.getBasedir().toPath().resolve(name.trim()).normalize(),
                project.getArtifactId(),
                execution.text()));
    }
}

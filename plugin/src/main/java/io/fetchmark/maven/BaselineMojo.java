package io.fetchmark.maven;

import io.fetchmark.baseline.BaselineFile;
import io.fetchmark.baseline.GitCommit;
import io.fetchmark.maven.pom.Configuration;
import io.fetchmark.maven.pom.InvalidPom;
import io.fetchmark.maven.pom.JarShelf;
import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.Plan;
import io.fetchmark.result.ResultFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Accepts the last results as a run of the recorded baseline, for each execution that has a {@code <baseline>} with
 * {@code <recorded>}. It measures nothing.
 */
@Mojo(name = "baseline", threadSafe = true, configurator = PomConfigurator.HINT)
public final class BaselineMojo extends FetchmarkMojo {

    /** Checks all results, and only then records them. */
    @Override
    public void work() throws InvalidPom, ResultFileException, IOException, MojoExecutionException {
        Optional<String> commit = GitCommit.of(baseDirectory(), System.getenv());
        List<Acceptance> acceptances = new ArrayList<>();
        for (Map.Entry<ExecutionName, Configuration> run : runs().entrySet()) {
            Plan plan = plan(run.getValue(), JarShelf.UNSEEN);
            if (plan.baseline().orElse(null) instanceof Baseline.Recorded recorded) {
                Path folder = folders().of(run.getKey());
                acceptances.add(Acceptance.of(run.getKey(), plan, folder, recorded.directory(), commit));
            }
        }
        checkDirectories(acceptances);
        for (Acceptance acceptance : acceptances) {
            acceptance.record().forEach(getLog()::info);
        }
    }

    private Map<ExecutionName, Configuration> runs() throws MojoExecutionException {
        PomExecutions pom = new PomExecutions(session, mojoExecution);
        return pom.running().isEmpty() ? Map.of(ownName(), configuration()) : pom.configurations();
    }

    private static void checkDirectories(List<Acceptance> acceptances) throws MojoExecutionException {
        if (acceptances.isEmpty()) {
            throw new MojoExecutionException(
                    "there is nothing to record: no execution has a <baseline> with <recorded>,"
                            + " and a scenario with a <regression>");
        }
        long directories =
                acceptances.stream().map(Acceptance::directory).distinct().count();
        if (directories < acceptances.size()) {
            throw new MojoExecutionException(
                    "each execution needs a directory of its own in <baseline><recorded>, for its "
                            + BaselineFile.NAME + ": "
                            + acceptances.stream().map(Acceptance::execution).toList() + " have "
                            + (directories == 1 ? "one" : directories) + " together");
        }
    }
}

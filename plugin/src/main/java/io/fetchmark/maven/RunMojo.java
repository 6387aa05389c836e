package io.fetchmark.maven;

import io.fetchmark.Harness;
import io.fetchmark.HarnessOptions;
import io.fetchmark.MeasurementException;
import io.fetchmark.baseline.BaselineFile;
import io.fetchmark.maven.pom.Configuration;
import io.fetchmark.maven.pom.InvalidPom;
import io.fetchmark.maven.pom.JarShelf;
import io.fetchmark.measure.WholeFile;
import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.Plan;
import io.fetchmark.result.ResultFile;
import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.TargetHash;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/**
 * Starts the target, drives the scenarios at it and writes what was measured. It fails where it could not measure, and
 * never because a number is bad: that is for {@code verify} to say.
 */
@Mojo(
        name = "run",
        defaultPhase = LifecyclePhase.INTEGRATION_TEST,
        threadSafe = true,
        configurator = PomConfigurator.HINT)
public final class RunMojo extends FetchmarkMojo {

    private final ToolchainManager toolchains;
    private final RepositorySystem repositorySystem;

    /**
     * Drives the load, and runs a jar that is a process: the home of a Java installation, or a version that Maven's
     * toolchains have; else the toolchain of the build, else the Java that runs Maven.
     */
    @Parameter(property = "fetchmark.jdk")
    private @Nullable String jdk;

    /** Further options of each JVM that drives the load, with blanks between, for example {@code -Xmx1g}. */
    @Parameter(property = "fetchmark.jvmOptions")
    private @Nullable String jvmOptions;

    /** The file of {@code calibrate} with the ceilings of this machine's clients; it need not be there. */
    @Parameter(property = "fetchmark.calibration")
    private @Nullable File calibration;

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true)
    private List<Artifact> artifacts;

    @Parameter(defaultValue = "${project.remoteProjectRepositories}", readonly = true)
    private List<RemoteRepository> repositories;

    @Parameter(defaultValue = "${maven.version}", readonly = true)
    private @Nullable String mavenVersion;

    @Inject
    RunMojo(ToolchainManager toolchains, RepositorySystem repositorySystem) {
        this.toolchains = toolchains;
        this.repositorySystem = repositorySystem;
    }

    /** Measures, and leaves the result in the directory of this execution. */
    @Override
    public void work() throws InvalidPom, MeasurementException, ResultFileException, IOException, InterruptedException {
        Configuration configuration = configuration();
        if (isWantedOnlyElsewhere(ownName(), configuration)) {
            return;
        }
        folders().delete(ownName());
        // As verify will see them, which looks for no jar in a repository.
        Optional<String> sides = TargetHash.of(plan(configuration, JarShelf.UNSEEN));
        Plan plan = plan(configuration, MavenRepositories.of(repositorySystem, session, repositories, getLog()::warn));
        if (plan.baseline().orElse(null) instanceof Baseline.Recorded recorded) {
            // One that verify cannot read is told before anything is measured.
            BaselineFile.read(recorded.directory());
        }
        Path folder = WholeFile.makeFolder(folders().of(ownName()));
        HarnessOptions options = new WorkerChoice(
                        Toolchains.of(toolchains, session), jdk, jvmOptions, calibration, artifacts, mavenVersion)
                .options(folder, System.getenv());
        warnOfCompany();
        Progress progress =
                Progress.of(getLog().isInfoEnabled(), session.getRequest().isInteractiveMode(), getLog()::info);
        MeasuringTurn turn = MeasuringTurn.await(MeasuringTurn.ofUser(), getLog()::info);
        try (BuildListener listener = new BuildListener(getLog(), progress, plan.workers())) {
            getLog().info("measures with seed " + plan.seed());
            RunResult measured = new Harness(options, listener).run(plan);
            ResultFile.write(folder, measured.madeOf(sides));
        } finally {
            turn.end();
        }
    }

    private void warnOfCompany() {
        if (session.getRequest().getDegreeOfConcurrency() > 1) {
            getLog().warn("other modules may be built while this one measures (-T"
                    + session.getRequest().getDegreeOfConcurrency() + "), which spoils the figures");
        }
    }
}

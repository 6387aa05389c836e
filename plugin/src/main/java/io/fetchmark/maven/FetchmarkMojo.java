package io.fetchmark.maven;

import io.fetchmark.maven.pom.BaselineElement;
import io.fetchmark.maven.pom.Choices;
import io.fetchmark.maven.pom.Configuration;
import io.fetchmark.maven.pom.Globs;
import io.fetchmark.maven.pom.InvalidPom;
import io.fetchmark.maven.pom.JarShelf;
import io.fetchmark.maven.pom.PlanReader;
import io.fetchmark.maven.pom.ScenarioElement;
import io.fetchmark.maven.pom.TargetElement;
import io.fetchmark.plan.Plan;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that needs to know what is to be measured. */
abstract class FetchmarkMojo extends AbstractMojo implements Doorway.Work {

    /** Does nothing at all. */
    @Parameter(property = "fetchmark.skip", defaultValue = "false")
    private boolean skip;

    /** Does nothing at all, as no tests are wanted. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Does nothing at all, as no integration tests are wanted. */
    @Parameter(property = "skipITs", defaultValue = "false")
    private boolean skipITs;

    /**
     * What the load is put on: at most one of nginx, container, jar, compose and url; nginx with its welcome page if
     * absent.
     */
    @Parameter
    private @Nullable TargetElement target;

    /**
     * What the target is held against in scenarios with a regression: one kind of target, or the directory of a recorded
     * baseline.
     */
    @Parameter
    private @Nullable BaselineElement baseline;

    /** How many forked JVMs drive the load together, each a part of it: 1 to 64; 1 if absent. */
    @Parameter
    private @Nullable String workers;

    /** What a verdict in doubt does to the build: warn or fail. */
    @Parameter(defaultValue = "warn")
    String onInconclusive;

    /**
     * The folder that keeps the figures of each build, a small file for each, in which the report finds the trends; nothing
     * is kept if absent.
     */
    @Parameter(property = "fetchmark.history")
    private @Nullable String history;

    /**
     * The tools that watch trends, for which {@code verify} writes the figures: some of otava, bencher and
     * github-action-benchmark, with commas between.
     */
    @Parameter(property = "fetchmark.exports")
    private @Nullable String exports;

    /** What is measured: at least one scenario. */
    @Parameter
    private @Nullable List<ScenarioElement> scenarios;

    /** Names or globs of the scenarios that are wanted, with commas between; all if absent. */
    @Parameter(property = "fetchmark.scenarios")
    private @Nullable String wanted;

    /**
     * The image of nginx. It goes before the ones of target and baseline, which must not differ then. The environment
     * variable {@code FETCHMARK_IMAGE} gives its default.
     */
    @Parameter(property = "fetchmark.image")
    private @Nullable String image;

    /**
     * Where the target is to run: docker, embedded, process (a jar without a container), or auto, which is docker where an
     * engine answers.
     */
    @Parameter(property = "fetchmark.runtime", defaultValue = "auto")
    private String runtime;

    /** Where every random choice comes from; by chance if absent. It is printed, and part of the result. */
    @Parameter(property = "fetchmark.seed")
    private @Nullable String seed;

    /** Whether a regression fails the build. */
    @Parameter(property = "fetchmark.failOnRegression", defaultValue = "true")
    String failOnRegression;

    /** Where the executions keep their results, a directory for each. */
    @Parameter(defaultValue = "${project.build.directory}/fetchmark", readonly = true)
    private File resultsDirectory;

    @Parameter(defaultValue = "${project.basedir}", readonly = true)
    private File baseDirectory;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    MojoExecution mojoExecution;

    @Parameter(defaultValue = "${session}", readonly = true)
    MavenSession session;

    /** Does what the goal is for, or says that it is skipped. */
    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        Optional<String> skipping = Stream.of(
                        named("fetchmark.skip", skip), named("skipTests", skipTests), named("skipITs", skipITs))
                .flatMap(Optional::stream)
                .findFirst();
        if (skipping.isPresent()) {
            getLog().info("execution " + mojoExecution.getExecutionId() + " is skipped, as " + skipping.get()
                    + " is true");
        } else {
            Doorway.pass(() -> {
                new PomExecutions(session, mojoExecution).check();
                if (history != null) {
                    HistoryFolders.check(history, session.getCurrentProject(), session.getProjects());
                }
                work();
            });
        }
    }

    private static Optional<String> named(String property, boolean set) {
        return set ? Optional.of(property) : Optional.empty();
    }

    /** Whether the scenarios that are wanted are those of other executions or modules of this build; says so. */
    boolean isWantedOnlyElsewhere(ExecutionName name, Configuration configuration) {
        boolean elsewhere = wanted != null
                && new PomExecutions(session, mojoExecution).haveInsteadOf(configuration, Globs.parse(wanted));
        if (elsewhere) {
            getLog().info("execution " + name + " is skipped: -Dfetchmark.scenarios=" + wanted
                    + " matches none of its scenarios");
        }
        return elsewhere;
    }

    Path baseDirectory() {
        return baseDirectory.toPath();
    }

    /** What tells this project from the others of the build. */
    String module() {
        return session.getCurrentProject().getArtifactId();
    }

    ResultFolders folders() {
        return new ResultFolders(resultsDirectory.toPath());
    }

    ExecutionName ownName() {
        return ExecutionName.of(mojoExecution.getExecutionId());
    }

    /** The configuration of this execution. */
    Configuration configuration() {
        return new Configuration(
                target, baseline, workers, onInconclusive, history, exports, scenarios == null ? List.of() : scenarios);
    }

    /** @param shelf has the jars */
    Plan plan(Configuration configuration, JarShelf shelf) throws InvalidPom {
        if (configuration.scenarios().isEmpty()) {
            new PomExecutions(session, mojoExecution).checkNotMeant();
        }
        Choices choices = new Choices(
                        Optional.ofNullable(image),
                        Optional.ofNullable(runtime),
                        Optional.ofNullable(seed),
                        Optional.ofNullable(wanted),
                        Optional.ofNullable(failOnRegression))
                .orFrom(System.getenv());
        return new PlanReader(baseDirectory(), ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE), shelf)
                .read(configuration, choices);
    }
}

package io.fetchmark.maven;

import io.fetchmark.Calibrator;
import io.fetchmark.HarnessOptions;
import io.fetchmark.MeasurementException;
import io.fetchmark.NoiseCalibrator;
import io.fetchmark.calibration.Ceiling;
import io.fetchmark.calibration.Noise;
import io.fetchmark.maven.pom.InvalidPom;
import io.fetchmark.plan.Durations;
import io.fetchmark.report.CalibrationTable;
import io.fetchmark.report.NoiseTable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/**
 * Measures what each client does at most on this machine, against a trivial target, and how much nginx differs from itself,
 * and keeps both, so that later runs can say how much of what they see is the client, and which changes they can detect. Needs no project. Give the machine nothing else to do meanwhile.
 */
@Mojo(name = "calibrate", requiresProject = false, threadSafe = true)
public final class CalibrateMojo extends AbstractMojo implements Doorway.Work {

    private final ToolchainManager toolchains;

    /** Does nothing at all. */
    @Parameter(property = "fetchmark.skip", defaultValue = "false")
    private boolean skip;

    /** As for {@code run}: ceilings are kept by the version of Java. */
    @Parameter(property = "fetchmark.jdk")
    private @Nullable String jdk;

    /** As for {@code run}. */
    @Parameter(property = "fetchmark.jvmOptions")
    private @Nullable String jvmOptions;

    /**
     * The file that keeps the ceilings; {@code fetchmark/calibration.json} in {@code XDG_CACHE_HOME} or {@code ~/.cache} if
     * absent.
     */
    @Parameter(property = "fetchmark.calibration")
    private @Nullable File calibration;

    /** How long each client is measured, after a warm-up of the same length. */
    @Parameter(property = "fetchmark.calibrationTime", defaultValue = "5s")
    private String calibrationTime;

    /**
     * How many pairs of blocks of nginx and itself are compared after that, to see how much equal targets differ here: 12 to
     * 10000, or 0 for none. A pair takes about a second.
     */
    @Parameter(property = "fetchmark.calibrationPairs", defaultValue = "120")
    private String calibrationPairs;

    /** As for {@code run}: where that nginx runs. */
    @Parameter(property = "fetchmark.runtime", defaultValue = "auto")
    private String runtime;

    /** As for {@code run}. */
    @Parameter(property = "fetchmark.image")
    private @Nullable String image;

    /** As for {@code run}. */
    @Parameter(property = "fetchmark.seed")
    private @Nullable String seed;

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true)
    private List<Artifact> artifacts;

    @Parameter(defaultValue = "${maven.version}", readonly = true)
    private @Nullable String mavenVersion;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    @Inject
    CalibrateMojo(ToolchainManager toolchains) {
        this.toolchains = toolchains;
    }

    /** Calibrates, or says that it is skipped. */
    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped, as fetchmark.skip is true");
        } else {
            Doorway.pass(this);
        }
    }

    /** Measures, keeps what was found, and tells it. */
    @Override
    public void work() throws InvalidPom, MeasurementException, IOException, InterruptedException {
        Duration each = each();
        NoiseOrder order = NoiseOrder.of(calibrationPairs, runtime, image, seed, System.getenv());
        Toolchains known = Toolchains.of(toolchains, session);
        HarnessOptions options = new WorkerChoice(known, jdk, jvmOptions, calibration, artifacts, mavenVersion)
                .options(Path.of(""), System.getenv());
        Progress progress =
                Progress.of(getLog().isInfoEnabled(), session.getRequest().isInteractiveMode(), getLog()::info);
        MeasuringTurn turn = MeasuringTurn.await(MeasuringTurn.ofUser(), getLog()::info);
        List<Ceiling> ceilings;
        Optional<Noise> measured = Optional.empty();
        try (BuildListener listener = new BuildListener(getLog(), progress, 1)) {
            ceilings = new Calibrator(options, listener).calibrate(each);
            if (order.pairs() > 0) {
                measured = Optional.of(new NoiseCalibrator(options, listener)
                        .calibrate(order.image(), order.runtime(), order.pairs(), order.seed()));
            }
        } finally {
            turn.end();
        }
        getLog().info("");
        CalibrationTable.lines(ceilings).forEach(getLog()::info);
        measured.ifPresent(found -> {
            getLog().info("");
            NoiseTable.lines(found).forEach(getLog()::info);
        });
        getLog().info("kept in " + options.calibration());
    }

    private Duration each() throws InvalidPom {
        try {
            Duration each = Durations.parse(calibrationTime);
            if (each.compareTo(Duration.ofMillis(100)) < 0 || each.compareTo(Duration.ofMinutes(10)) > 0) {
                throw new IllegalArgumentException("must be from 100ms to 10m, was " + calibrationTime);
            }
            return each;
        } catch (IllegalArgumentException e) {
            throw InvalidPom.ofProperty("calibrationTime", String.valueOf(e.getMessage()));
        }
    }
}

package io.fetchmark.maven;

import io.fetchmark.HarnessOptions;
import io.fetchmark.calibration.CalibrationFile;
import io.fetchmark.fork.Jdk;
import io.fetchmark.maven.pom.InvalidPom;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.maven.artifact.Artifact;
import org.jspecify.annotations.Nullable;

/**
 * With what a goal measures: the same for {@code run} and {@code calibrate}, or the one would say nothing about the
 * other.
 *
 * @param toolchains where a JDK is chosen from
 * @param jdk that was asked for
 * @param jvmOptions of the forked JVM, with blanks between
 * @param calibration the file of ceilings; the user's if absent
 * @param artifacts of the plugin
 */
record WorkerChoice(
        Toolchains toolchains,
        @Nullable String jdk,
        @Nullable String jvmOptions,
        @Nullable File calibration,
        List<Artifact> artifacts,
        @Nullable String mavenVersion) {

    private static final Set<String> OF_WORKER =
            Set.of("com.fasterxml.jackson.core", "com.fasterxml.jackson.datatype", "org.hdrhistogram", "org.jspecify");

    /** What drives the load needs neither containers nor charts nor sites: what is not on its class path can do no harm there. */
    private static boolean isOfWorker(Artifact artifact) {
        return artifact.getArtifactId().equals("fetchmark-harness") || OF_WORKER.contains(artifact.getGroupId());
    }

    private List<Path> classPath(Predicate<Artifact> wanted) {
        return artifacts.stream()
                .filter(wanted)
                .map(artifact -> artifact.getFile().toPath())
                .toList();
    }

    /**
     * The options of a harness.
     *
     * @param folder takes the files of a run
     * @param environment names the user's cache
     * @throws InvalidPom if there is no such JDK
     */
    HarnessOptions options(Path folder, Map<String, String> environment) throws InvalidPom {
        Jdk chosen = toolchains.choose(Optional.ofNullable(jdk));
        List<String> jvm =
                jvmOptions == null ? List.of() : List.of(jvmOptions.trim().split("\\s+", -1));
        Path file = calibration == null ? CalibrationFile.ofUser(environment) : calibration.toPath();
        return new HarnessOptions(
                folder,
                classPath(any -> true),
                classPath(WorkerChoice::isOfWorker),
                chosen,
                toolchains.atLeast(21),
                jvm,
                file,
                Optional.ofNullable(mavenVersion));
    }
}

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

    /**
     * The options of a harness.
     *
     * @param folder takes the files of a run
     * @param environment names the user's cache
     * @throws InvalidPom if there is no such JDK
     */
    HarnessOptions options(Path folder, Map<String, String> environment) throws InvalidPom {
        Jdk chosen = toolchains.choose(Optional.ofNullable(jdk));
        List<Path> classPath =
                artifacts.stream().map(artifact -> artifact.getFile().toPath()).toList();
        List<String> jvm =
                jvmOptions == null ? List.of() : List.of(jvmOptions.trim().split("\\s+", -1));
        Path file = calibration == null ? CalibrationFile.ofUser(environment) : calibration.toPath();
        return new HarnessOptions(
                folder, classPath, chosen, toolchains.atLeast(21), jvm, file, Optional.ofNullable(mavenVersion));
    }
}

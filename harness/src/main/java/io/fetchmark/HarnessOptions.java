package io.fetchmark;

import io.fetchmark.calibration.CalibrationFile;
import io.fetchmark.fork.Jdk;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where and with what a plan is run.
 *
 * @param directory takes the files of the run; made if it is missing
 * @param classPath of the forked JVMs that start targets: the harness and all that it needs
 * @param workerClassPath of those that drive the load: the harness, and what reads JSON and counts in histograms
 * @param jdk runs the forked JVMs
 * @param otherJdks where a client is looked for that {@code jdk} does not have, before the usual places
 * @param workerOptions further options of the JVM that drives the load, for example {@code -Xmx1g}
 * @param calibration the file with the ceilings of this machine's clients; it need not be there
 * @param maven the version of Maven, if it runs the harness
 */
public record HarnessOptions(
        Path directory,
        List<Path> classPath,
        List<Path> workerClassPath,
        Jdk jdk,
        List<Jdk> otherJdks,
        List<String> workerOptions,
        Path calibration,
        Optional<String> maven) {

    public HarnessOptions {
        classPath = List.copyOf(classPath);
        workerClassPath = List.copyOf(workerClassPath);
        otherJdks = List.copyOf(otherJdks);
        workerOptions = List.copyOf(workerOptions);
    }

    /** Options with one class path for all forked JVMs. */
    public HarnessOptions(
            Path directory,
            List<Path> classPath,
            Jdk jdk,
            List<Jdk> otherJdks,
            List<String> workerOptions,
            Path calibration,
            Optional<String> maven) {
        this(directory, classPath, classPath, jdk, otherJdks, workerOptions, calibration, maven);
    }

    /** Files into that directory; class path and Java as this JVM has them. */
    public static HarnessOptions in(Path directory) {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
        return new HarnessOptions(
                directory,
                classPath,
                Jdk.running(),
                List.of(),
                List.of(),
                CalibrationFile.ofUser(System.getenv()),
                Optional.empty());
    }
}

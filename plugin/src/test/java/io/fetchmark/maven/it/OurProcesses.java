package io.fetchmark.maven.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The JVMs that invoked builds have forked, found by their environment: Linux shows it, elsewhere none is found. */
final class OurProcesses {

    private OurProcesses() {}

    /** Those whose class path lies in that local repository. */
    static Stream<ProcessHandle> of(Path localRepository) {
        return named("io.fetchmark.").filter(process -> says(process, "environ", "CLASSPATH=" + localRepository));
    }

    /** Jars that run as processes. They have no class path, and are known by their folder for temporary files. */
    static Stream<ProcessHandle> jars(Path temporary) {
        return named("-Dio.fetchmark=").filter(process -> says(process, "environ", "-Djava.io.tmpdir=" + temporary));
    }

    private static Stream<ProcessHandle> named(String words) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(words))
                        .isPresent());
    }

    /** Whether that is the working directory of the process. */
    static boolean worksIn(ProcessHandle process, Path directory) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), directory);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean says(ProcessHandle process, String file, String words) {
        try {
            Path path = Path.of("/proc", Long.toString(process.pid()), file);
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).contains(words);
        } catch (IOException e) {
            // It has ended meanwhile, or belongs to somebody else.
            return false;
        }
    }
}

package io.fetchmark.maven.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The processes of an invoked build, found by their environment: Linux shows it, elsewhere none is found. */
final class OurProcesses {

    private OurProcesses() {}

    /** Those that inherited the build's name from the {@code mvn} of {@code src/it}, Maven included. */
    static Stream<ProcessHandle> of(Path build) throws IOException {
        String variable = "FETCHMARK_IT=" + build.toRealPath();
        return ProcessHandle.allProcesses()
                .filter(process -> environment(process).anyMatch(variable::equals));
    }

    private static Stream<String> environment(ProcessHandle process) {
        try {
            Path file = Path.of("/proc", Long.toString(process.pid()), "environ");
            return Stream.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0", -1));
        } catch (IOException e) {
            // It has ended meanwhile, or belongs to somebody else.
            return Stream.empty();
        }
    }
}

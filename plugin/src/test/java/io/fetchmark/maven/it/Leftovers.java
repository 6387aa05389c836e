package io.fetchmark.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an invoked build may have left on this machine. Builds beside it are no concern: a process is its own if it
 * inherited the build's name, a temporary file if it is in the build's folder for those, and a container, network or
 * volume is left over if it belongs to a process that is gone, whoever's that was.
 */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path build;

    /** @param build directory of the project that was built */
    Leftovers(Path build) {
        this.build = build;
    }

    /** Waits until nothing is left, for a while, and fails if there still is. */
    void awaitNone() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        List<String> left = now();
        while (!left.isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(200);
            left = now();
        }
        assertThat(left).as("what is left over").isEmpty();
    }

    /** What is left at this moment. */
    List<String> now() throws IOException, InterruptedException {
        List<String> left = new ArrayList<>();
        OurProcesses.of(build)
                .forEach(process -> left.add("process " + process.pid() + " "
                        + process.info().commandLine().orElse("")));
        for (String label : DockerCli.labels()) {
            long owner = Long.parseLong(label.split("/", -1)[1]);
            if (ProcessHandle.of(owner).isEmpty()) {
                left.add("container, network or volume of " + label);
            }
        }
        try (Stream<Path> files = Files.list(temporary())) {
            files.forEach(file -> left.add(file.toString()));
        }
        return left;
    }

    /** Made by the {@code mvn} of {@code src/it}, which tells it to all JVMs of the build. */
    private Path temporary() {
        return build.resolve("../../it-tmp").resolve(build.getFileName()).normalize();
    }
}

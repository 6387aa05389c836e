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
 * What invoked builds may have left on this machine. Builds of others are no concern: a process is ours if it runs
 * classes of our local repository or is a jar that was told our folder for temporary files, and a container,
 * network or volume if it belongs to a process of ours or to one that is gone.
 */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path target;

    /** @param target the {@code target} directory of the plugin */
    Leftovers(Path target) {
        this.target = target;
    }

    /** Waits until nothing is left, for a while, and fails if there still is. */
    void awaitNone() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        List<String> left = all();
        while (!left.isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(200);
            left = all();
        }
        assertThat(left).as("what is left over").isEmpty();
    }

    private List<String> all() throws IOException, InterruptedException {
        List<String> left = new ArrayList<>();
        Path temporary = target.resolve("it-tmp");
        Stream.concat(OurProcesses.of(target.resolve("local-repo")), OurProcesses.jars(temporary))
                .distinct()
                .forEach(process -> left.add("process " + process.pid() + " "
                        + process.info().commandLine().orElse("")));
        for (String label : DockerCli.labels()) {
            long owner = Long.parseLong(label.split("/", -1)[1]);
            if (ProcessHandle.of(owner).isEmpty()) {
                left.add("container, network or volume of " + label);
            }
        }
        if (Files.isDirectory(temporary)) {
            try (Stream<Path> files = Files.list(temporary)) {
                files.forEach(file -> left.add(file.toString()));
            }
        }
        return left;
    }
}

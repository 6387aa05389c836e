package io.fetchmark.target;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fetchmark.plan.NginxSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The engine of this machine, as the docker command shows it, apart from the code under test. */
public final class Docker {

    private Docker() {}

    /** Skips the test, loudly, where there is no engine or no image of nginx. */
    public static void assumeEngine() {
        assumeTrue(
                has(image()),
                "SKIPPED: no Docker engine with the image " + image() + "; run the tests by dev/with-docker");
    }

    /** As above, and where there is no Compose 2. */
    static void assumeCompose() {
        assumeEngine();
        assumeTrue(
                succeeds("docker", "compose", "version"),
                "SKIPPED: no Docker Compose 2; run the tests by dev/with-docker");
    }

    /** What those containers are doing: running, paused, exited. */
    static List<String> states(List<String> containers) {
        return containers.stream()
                .map(id -> run("docker", "inspect", "-f", "{{.State.Status}}", id))
                .toList();
    }

    /** Whether its containers run on the kernel of this machine, as processes that are seen from here. */
    static boolean isNative() {
        return System.getenv().getOrDefault("DOCKER_HOST", "unix://").startsWith("unix://")
                && run("docker", "info", "--format", "{{.KernelVersion}}").equals(System.getProperty("os.version"))
                && !run("docker", "info", "--format", "{{.SecurityOptions}}").contains("rootless");
    }

    static boolean has(String image) {
        return succeeds("docker", "image", "inspect", image);
    }

    public static String image() {
        return Optional.ofNullable(System.getenv("FETCHMARK_IMAGE")).orElse(NginxSpec.DEFAULT_IMAGE);
    }

    /** Ids of containers of ours that belong to that process; of all of ours if it is -1. */
    static List<String> containers(long pid) {
        return run(
                        "docker",
                        "ps",
                        "-a",
                        "--filter",
                        "label=io.fetchmark",
                        "--format",
                        "{{.ID}} {{.Label \"io.fetchmark\"}}")
                .lines()
                .filter(line -> pid == -1 || line.contains("/" + pid + "/"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    /** The values of our label on all things of a kind: container, network or volume. */
    static List<String> labels(String kind) {
        String format = "{{.Label \"io.fetchmark\"}}";
        String all = kind.equals("container")
                ? run("docker", "ps", "-a", "--filter", "label=io.fetchmark", "--format", format)
                : run("docker", kind, "ls", "--filter", "label=io.fetchmark", "--format", format);
        return all.lines().toList();
    }

    /** How many things of a kind are of ours and belong to that process. */
    static long count(String kind, long pid) {
        return labels(kind).stream()
                .filter(label -> label.contains("/" + pid + "/"))
                .count();
    }

    static String run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
            }
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static boolean succeeds(String... command) {
        try {
            run(command);
            return true;
        } catch (UncheckedIOException | IllegalStateException e) {
            return false;
        }
    }
}

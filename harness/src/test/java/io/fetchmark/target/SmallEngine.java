package io.fetchmark.target;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Docker engine of a test's own, with all that it has in a file system in memory of a few hundred megabytes. It has no
 * network.
 */
final class SmallEngine implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Path data;
    private final String host;
    private final Process process;

    private SmallEngine(Path data, String host, Process process) {
        this.data = data;
        this.host = host;
        this.process = process;
    }

    /** Starts one, or skips the test, loudly, where only root on Linux with {@code dockerd} could. */
    static SmallEngine start(Path directory) throws IOException, InterruptedException {
        Path data = Files.createDirectory(directory.resolve("data"));
        assumeTrue(
                Docker.succeeds("sh", "-c", "command -v dockerd")
                        && Docker.succeeds("mount", "-t", "tmpfs", "-o", "size=600m", "tmpfs", data.toString()),
                "SKIPPED: only root on Linux with dockerd can start an engine whose disk is small");
        String host = "unix://" + directory.resolve("engine.sock");
        ProcessBuilder builder = new ProcessBuilder(
                "dockerd",
                "--host=" + host,
                "--data-root=" + data,
                "--exec-root=" + directory.resolve("exec"),
                "--pidfile=" + directory.resolve("engine.pid"),
                "--bridge=none",
                "--iptables=false",
                "--ip6tables=false",
                "--ip-forward=false");
        builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("engine.log").toFile());
        SmallEngine engine = new SmallEngine(data, host, builder.start());
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!Docker.succeeds("docker", "-H", host, "version")) {
            if (!engine.process.isAlive() || System.nanoTime() > end) {
                engine.close();
                throw new IllegalStateException("no engine: " + Files.readString(directory.resolve("engine.log")));
            }
            Thread.sleep(100);
        }
        return engine;
    }

    /** What makes it the engine that is found. */
    Map<String, String> environment() {
        return Map.of("DOCKER_HOST", host);
    }

    /** Gives it an image that the engine of this machine has. */
    void load(String image) {
        Docker.run("sh", "-c", "docker save " + image + " | docker -H " + host + " load");
    }

    /** Sends a signal to it. */
    void signal(String name) {
        Docker.run("kill", "-" + name, String.valueOf(process.pid()));
    }

    /** Leaves nothing of its disk. */
    void fill() {
        boolean room = Docker.succeeds("dd", "if=/dev/zero", "of=" + data.resolve("filler"), "bs=64k");
        if (room) {
            throw new IllegalStateException("its disk has no end");
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit()
                .orTimeout(30, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
        List<String> mounts = Files.readAllLines(Path.of("/proc/mounts")).stream()
                .map(line -> Arrays.asList(line.split(" ", -1)).get(1))
                .filter(mount -> mount.startsWith(data.toString())
                        || mount.contains("/" + data.getName(data.getNameCount() - 2) + "/"))
                .sorted((one, other) -> other.length() - one.length())
                .toList();
        mounts.forEach(mount -> Docker.run("umount", "-l", mount));
    }
}

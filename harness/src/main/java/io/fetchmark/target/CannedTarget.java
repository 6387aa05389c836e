package io.fetchmark.target;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.fork.ForkedJvm;
import io.fetchmark.fork.Jdk;
import io.fetchmark.fork.Launch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A trivial target in a process of its own, which costs less than any client, until it is closed. It does not outlive this
 * JVM. Any thread may close it.
 */
public final class CannedTarget implements AutoCloseable {

    private static final List<String> OPTIONS = List.of(
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:AutoBoxCacheMax=20000",
            "-Dio.fetchmark=target");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ForkedJvm host;
    private final URI url;

    private CannedTarget(ForkedJvm host, URI url) {
        this.host = host;
        this.url = url;
    }

    /**
     * Starts it, and returns when it answers.
     *
     * @param cpus the CPUs that it is held to; all if absent
     * @param log takes lines that the process prints, from another thread
     * @throws TargetFailure if it could not be started
     */
    public static CannedTarget start(Jdk jdk, List<Path> classPath, Optional<CpuSet> cpus, Consumer<String> log)
            throws TargetFailure, InterruptedException {
        ForkedJvm host;
        try {
            host = ForkedJvm.start(
                    new Launch(jdk, classPath, OPTIONS, CannedTargetMain.class.getName(), cpus, Map.of()), log);
        } catch (IOException e) {
            throw new TargetFailure("the JVM of the trivial target could not be started: " + e.getMessage(), e);
        }
        try {
            URI url = URI.create(host.receive(PATIENCE)
                    .orElseThrow(() -> new TargetFailure("the trivial target ended early:\n" + host.tail())));
            return new CannedTarget(host, url);
        } catch (TimeoutException e) {
            host.close();
            throw new TargetFailure("the JVM of the trivial target hangs: " + e.getMessage(), e);
        } catch (TargetFailure | InterruptedException | RuntimeException e) {
            host.close();
            throw e;
        }
    }

    /** Where it answers. */
    public URI url() {
        return url;
    }

    /** Ends it, and waits until it has ended. */
    @Override
    public void close() {
        host.close();
    }
}

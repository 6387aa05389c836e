package io.fetchmark.target;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.result.NetworkPath;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.utility.MountableFile;

/**
 * One try to have nginx in a container.
 *
 * @param paths how it may be reached: host alone, or others
 * @param port where it listens, in its own network
 * @param config of the user's; one is made if absent
 */
record NginxSetup(
        TargetImage image,
        List<NetworkPath> paths,
        int port,
        Optional<String> config,
        Optional<MountableFile> content,
        Optional<Duration> delay,
        Optional<Integer> workers,
        Probe probe,
        ReadyWait ready) {

    /** Where nginx's own image has its welcome page. */
    private static final String WELCOME_ROOT = "/usr/share/nginx/html";

    // The welcome page would show through content that has none of its own.
    private static final String OWN_ROOT = "/usr/share/nginx/fetchmark";

    private static final int ALL_MAY_READ = 0755;
    private static final int UNPRIVILEGED_PORT = 8080;
    private static final Duration HOST_PATIENCE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** nginx in the network of this machine, at a free port. */
    static NginxSetup onHost(NginxSpec spec, TargetImage image, Optional<CpuSet> cpus, int freePort) {
        return of(spec, image, cpus, List.of(NetworkPath.HOST), freePort, Optional.empty(), HOST_PATIENCE);
    }

    /** nginx in a network of its own. */
    static NginxSetup apart(NginxSpec spec, TargetImage image, Optional<CpuSet> cpus, List<NetworkPath> paths)
            throws IOException {
        Optional<String> config = spec.config().isEmpty()
                ? Optional.empty()
                : Optional.of(Files.readString(spec.config().get()));
        int port = config.map(ListenPort::of).orElse(UNPRIVILEGED_PORT);
        return of(spec, image, cpus, paths, port, config, PATIENCE);
    }

    private static NginxSetup of(
            NginxSpec spec,
            TargetImage image,
            Optional<CpuSet> cpus,
            List<NetworkPath> paths,
            int port,
            Optional<String> config,
            Duration patience) {
        Probe probe = config.isPresent() ? Probe.any() : Probe.fresh();
        return new NginxSetup(
                image,
                paths,
                port,
                config,
                spec.content().map(content -> MountableFile.forHostPath(content, ALL_MAY_READ)),
                Optional.of(spec.delay()).filter(delay -> !delay.isZero()),
                cpus.map(set -> set.cpus().size()),
                probe,
                new ReadyWait(probe, paths, port, patience));
    }

    /** The directory that is served. */
    String root() {
        return config.isPresent() || content.isEmpty() ? WELCOME_ROOT : OWN_ROOT;
    }

    /** The files that the container needs beside the content, by path. */
    Map<String, String> files(Optional<DelayWay> way) {
        Map<String, String> files = new LinkedHashMap<>();
        long millis = delay.map(wanted -> Math.max(1, Math.round(wanted.toNanos() / 1e6)))
                .orElse(1L);
        files.put(NginxConfig.PATH, config.orElseGet(() -> made(way, millis)));
        way.filter(DelayWay.NJS::equals).ifPresent(njs -> files.put(DelayWay.SCRIPT_PATH, DelayWay.script(millis)));
        return files;
    }

    private String made(Optional<DelayWay> way, long millis) {
        String listen = paths.contains(NetworkPath.HOST) ? "127.0.0.1:" + port : String.valueOf(port);
        return new NginxConfig(listen, workers, root(), probe.token().orElse(""), way, millis).text();
    }
}

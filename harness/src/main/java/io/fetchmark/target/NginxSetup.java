package io.fetchmark.target;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.result.NetworkPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.testcontainers.images.builder.Transferable;

/**
 * One try to have nginx in a container.
 *
 * @param paths how it may be reached: host alone, or others
 * @param port where it listens, in its own network
 * @param config of the user's, byte for byte; one is made if absent
 */
record NginxSetup(
        TargetImage image,
        List<NetworkPath> paths,
        int port,
        Optional<Transferable> config,
        Optional<ContentTree> content,
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
    static NginxSetup onHost(NginxSpec spec, TargetImage image, Optional<CpuSet> cpus, int freePort)
            throws TargetFailure {
        return of(spec, image, cpus, List.of(NetworkPath.HOST), freePort, Optional.empty(), HOST_PATIENCE);
    }

    /** nginx in a network of its own. */
    static NginxSetup apart(NginxSpec spec, TargetImage image, Berth berth, List<NetworkPath> paths)
            throws IOException, TargetFailure {
        if (spec.config().isEmpty()) {
            return of(spec, image, berth.cpus(), paths, UNPRIVILEGED_PORT, Optional.empty(), PATIENCE);
        }
        byte[] config = Files.readAllBytes(spec.config().get());
        int port = spec.port().isPresent() ? spec.port().getAsInt() : port(config, new NginxReader(berth, image));
        return of(spec, image, berth.cpus(), paths, port, Optional.of(Transferable.of(config)), PATIENCE);
    }

    /** A file in any encoding: what is told by a letter beyond ASCII is no port. */
    private static int port(byte[] config, NginxReader reader) throws TargetFailure {
        NginxDump alone = NginxDump.ofFile(new String(config, StandardCharsets.ISO_8859_1));
        return ListenPort.of(alone.lacksFiles() ? reader.read(config).orElse(alone) : alone);
    }

    private static NginxSetup of(
            NginxSpec spec,
            TargetImage image,
            Optional<CpuSet> cpus,
            List<NetworkPath> paths,
            int port,
            Optional<Transferable> config,
            Duration patience)
            throws TargetFailure {
        Probe probe = config.isPresent() ? Probe.any() : Probe.fresh();
        return new NginxSetup(
                image,
                paths,
                port,
                config,
                content(spec),
                Optional.of(spec.delay()).filter(delay -> !delay.isZero()),
                cpus.map(set -> set.cpus().size()),
                probe,
                new ReadyWait(probe, paths, port, patience));
    }

    private static Optional<ContentTree> content(NginxSpec spec) throws TargetFailure {
        return spec.content().isEmpty()
                ? Optional.empty()
                : Optional.of(ContentTree.of("<nginx><content>", spec.content().get(), OptionalInt.of(ALL_MAY_READ)));
    }

    /** The directory that is served. */
    String root() {
        return config.isPresent() || content.isEmpty() ? WELCOME_ROOT : OWN_ROOT;
    }

    /** The files that the container needs beside the content, by path. */
    Map<String, Transferable> files(Optional<DelayWay> way) {
        Map<String, Transferable> files = new LinkedHashMap<>();
        long millis = delay.map(wanted -> Math.max(1, Math.round(wanted.toNanos() / 1e6)))
                .orElse(1L);
        files.put(NginxConfig.PATH, config.orElseGet(() -> Transferable.of(made(way, millis))));
        way.filter(DelayWay.NJS::equals)
                .ifPresent(njs -> files.put(DelayWay.SCRIPT_PATH, Transferable.of(DelayWay.script(millis))));
        return files;
    }

    private String made(Optional<DelayWay> way, long millis) {
        String listen = paths.contains(NetworkPath.HOST) ? "127.0.0.1:" + port : String.valueOf(port);
        return new NginxConfig(listen, workers, root(), probe.token().orElse(""), way, millis).text();
    }
}

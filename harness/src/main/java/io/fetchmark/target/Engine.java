package io.fetchmark.target;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Info;
import io.fetchmark.result.NetworkPath;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/**
 * A Docker engine that answers.
 *
 * @param at where it answers
 * @param isNative whether its containers run on the kernel of this machine, for root, and not in a virtual machine
 * @param sharesNetwork whether it names this machine as its own, so that its host network is likely ours
 * @param confines whether it has control groups for its containers: without root, and where the kernel has those of
 *     version 1, it has none, so that it neither limits nor pauses them, and cannot tell what they use
 */
record Engine(DockerClient client, URI at, String version, boolean isNative, boolean sharesNetwork, boolean confines) {

    private static final Duration FIRST_ANSWER = Duration.ofSeconds(30);
    private static final Path USUAL_SOCKET = Path.of("/var/run/docker.sock");

    /** Whether there seems to be one, so that it is worth looking for. */
    static boolean isLikely(Map<String, String> environment) {
        return !environment.getOrDefault("DOCKER_HOST", "").isBlank() || Files.exists(USUAL_SOCKET);
    }

    /**
     * The engine that Testcontainers finds: at {@code DOCKER_HOST}, else at the usual places. Testcontainers falls
     * through to those without a word when nothing answers at {@code DOCKER_HOST}; here that is no engine.
     */
    static Engine find(Map<String, String> environment) throws NoEngine, InterruptedException {
        Optional<String> wanted =
                Optional.ofNullable(environment.get("DOCKER_HOST")).filter(host -> !host.isBlank());
        try {
            // Testcontainers waits for the answer of an engine that takes its connection for as long as that takes.
            return TimeLimitedCall.call("engine-find", FIRST_ANSWER, () -> find(wanted));
        } catch (TimeoutException e) {
            throw new NoEngine("no Docker engine answers " + place(wanted), e);
        } catch (Unusable e) {
            throw new NoEngine(String.valueOf(e.getMessage()), e);
        }
    }

    private static Engine find(Optional<String> wanted) {
        DockerClient client;
        URI at;
        try {
            client = DockerClientFactory.instance().client();
            at = DockerClientFactory.instance().getTransportConfig().getDockerHost();
        } catch (RuntimeException | LinkageError e) {
            throw new Unusable("no Docker engine answers " + place(wanted), e);
        }
        if (wanted.isPresent() && !URI.create(wanted.get()).equals(at)) {
            throw new Unusable(
                    "no Docker engine answers " + place(wanted) + " (one does at " + at
                            + ", which is not what DOCKER_HOST asks for)",
                    null);
        }
        Info info = client.infoCmd().exec();
        return new Engine(
                client,
                at,
                String.valueOf(info.getServerVersion()),
                isNative(at, info),
                sharesNetwork(info),
                !"none".equals(info.getCGroupDriver()));
    }

    /** Whether a container can be reached that way, as far as the engine's word goes; only trying shows it. */
    boolean mayReach(NetworkPath path) {
        return switch (path) {
            case HOST -> isNative && sharesNetwork;
            case DIRECT -> isNative;
            case MAPPED -> true;
            case LOOPBACK -> false;
        };
    }

    /** Whether ports of this machine are ports of the engine's. */
    boolean isLocal() {
        return isLocal(at);
    }

    /** Whether an engine at that address runs on this machine, as far as the address tells: it does at any socket. */
    static boolean isLocal(URI at) {
        String host = String.valueOf(at.getHost());
        return !"tcp".equals(at.getScheme())
                || host.equals("localhost")
                || host.equals("[::1]")
                || host.startsWith("127.");
    }

    /** The address that its published ports have: only this machine is to reach them, if the engine is on this machine. */
    Optional<String> addressOfPorts() {
        return isLocal() ? Optional.of("127.0.0.1") : Optional.empty();
    }

    /** Where to look for them; empty if Testcontainers knows, which was told that all are here. */
    Optional<String> hostOfPorts() {
        return isLocal()
                ? Optional.empty()
                : Optional.of(HostEnvironment.hostOverride().orElseGet(at::getHost));
    }

    /** Version and place, for the result. */
    String name() {
        return version + " at " + at;
    }

    /** As {@link NoEngine}, within a call that may throw no such. */
    private static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unusable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private static boolean isNative(URI at, Info info) {
        List<String> security = info.getSecurityOptions() == null ? List.of() : info.getSecurityOptions();
        return "unix".equals(at.getScheme())
                && System.getProperty("os.name", "").equals("Linux")
                && System.getProperty("os.version", "").equals(info.getKernelVersion())
                && !String.valueOf(info.getOperatingSystem()).contains("Docker Desktop")
                && security.stream().noneMatch(option -> option.contains("rootless"));
    }

    private static boolean sharesNetwork(Info info) {
        return ProcessSpace.hostName().equals(info.getName());
    }

    private static String place(Optional<String> wanted) {
        if (wanted.isPresent()) {
            return "at DOCKER_HOST=" + wanted.get() + Knock.at(wanted.get());
        }
        return Files.exists(USUAL_SOCKET)
                ? "at " + USUAL_SOCKET + Knock.at("unix://" + USUAL_SOCKET)
                : "at " + USUAL_SOCKET + " or another of the usual places";
    }
}

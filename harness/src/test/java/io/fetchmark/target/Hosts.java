package io.fetchmark.target;

import io.fetchmark.fork.Jdk;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.result.NetworkPath;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Starts targets for tests, on the class path of the tests. */
final class Hosts {

    static final List<NetworkPath> ANY = List.of(NetworkPath.HOST, NetworkPath.DIRECT, NetworkPath.MAPPED);

    /** What hides every engine: one is asked for that is not there, and no other is taken in its place. */
    static final Map<String, String> NO_ENGINE = Map.of("DOCKER_HOST", "unix:///nonexistent/docker.sock");

    private Hosts() {}

    static Hosted start(TargetOrder order) throws TargetFailure, InterruptedException {
        return start(order, Map.of());
    }

    static Hosted start(TargetOrder order, Map<String, String> environment) throws TargetFailure, InterruptedException {
        TargetHost host = host(environment);
        try {
            return new Hosted(host, host.start(order), true);
        } catch (TargetFailure | InterruptedException | RuntimeException e) {
            host.close();
            throw e;
        }
    }

    static TargetHost host(Map<String, String> environment) {
        return host(environment, line -> System.out.println("warning: " + line), HostPatience.USUAL);
    }

    static TargetHost host(Map<String, String> environment, Consumer<String> warnings, HostPatience patience) {
        return new TargetHost(
                Jdk.running(),
                classPath(),
                environment,
                line -> System.out.println("host: " + line),
                warnings,
                patience);
    }

    static TargetOrder order(TargetSpec spec, RuntimeChoice runtime, Path directory, NetworkPath... paths) {
        return new TargetOrder(
                TargetOrder.ONLY, spec, runtime, directory, Optional.empty(), paths.length == 0 ? ANY : List.of(paths));
    }

    static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }

    /** With a client of its own: a container gets the address of one before it, whose connections are dead. */
    static HttpResponse<String> get(URI server, String path) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}

package io.fetchmark.worker;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.fork.Jdk;
import io.fetchmark.json.Json;
import io.fetchmark.measure.Distribution;
import io.fetchmark.measure.Recording;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Durations;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.Scenario;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A worker as the plugin starts it, for {@code dev/bench-peers} and {@code dev/bench-accuracy}. */
final class WorkerBench {

    private WorkerBench() {}

    /**
     * Arguments: the client, the address, the load ({@code 50} in flight or {@code 1000/s}), warm-up, duration, and the
     * CPUs that the worker is held to, none for all. Without arguments it lists the clients, each with the version of Java
     * that it runs on.
     *
     * <p>The worker's class path is that of the environment's {@code WORKER_CLASSPATH}. Prints the id of the worker's process, and in the end the requests and quantiles of the response time in
     * milliseconds.
     */
    // Its standard output is read by the scripts.
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            Stream.of(Client.values())
                    .forEach(client -> jdk(client).ifPresent(jdk -> System.out.println(client + " " + jdk.version())));
            return;
        }
        Client client = Client.of(arguments[0]);
        Scenario scenario = Scenario.of("bench", Request.get("/"), load(arguments[2]), client)
                .lasting(Durations.parse(arguments[3]), Durations.parse(arguments[4]));
        Place place = new Place(
                jdk(client).orElseThrow(() -> new IllegalStateException("no JDK has " + client)),
                classPath(),
                List.of(),
                arguments.length > 5 ? Optional.of(CpuSet.parse(arguments[5])) : Optional.empty());
        Assignment assignment = new Assignment(URI.create(arguments[1]), scenario, client, 1);
        Consumer<String> log = System.err::println;
        // As in a build that starts one worker after the other, the parent has learnt to read before.
        Json.read(Json.line(new Ready(0)), Message.class);
        try (Crew crew = Crew.start(assignment, 1, place, progress -> {}, log)) {
            System.out.println(crew.pids().get(0));
            System.out.println(summary(crew.await().recording()));
        }
    }

    private static String summary(Recording recording) {
        Distribution times = recording.responseTime();
        long failed =
                recording.errors().values().stream().mapToLong(Long::longValue).sum();
        return String.format(
                Locale.ROOT,
                "requests=%d failed=%d dropped=%d p50=%.3f p95=%.3f p99=%.3f p999=%.3f max=%.3f",
                recording.requests(),
                failed,
                recording.dropped(),
                times.quantile(0.5) / 1e6,
                times.quantile(0.95) / 1e6,
                times.quantile(0.99) / 1e6,
                times.quantile(0.999) / 1e6,
                times.max() / 1e6);
    }

    private static Load load(String text) {
        return text.endsWith("/s")
                ? new Load.Open(Double.parseDouble(text.substring(0, text.length() - 2)), Arrivals.UNIFORM)
                : new Load.Closed(Integer.parseInt(text));
    }

    private static Optional<Jdk> jdk(Client client) {
        Jdk running = Jdk.running();
        return running.feature() >= client.minimumJdk()
                ? Optional.of(running)
                : Jdk.search(client.minimumJdk(), System.getenv());
    }

    private static List<Path> classPath() {
        return Stream.of(System.getenv("WORKER_CLASSPATH").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }
}

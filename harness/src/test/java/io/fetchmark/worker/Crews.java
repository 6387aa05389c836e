package io.fetchmark.worker;

import io.fetchmark.engine.RawServer;
import io.fetchmark.fork.Jdk;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.Scenario;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Crews of workers at a raw server, and what they say. */
final class Crews {

    static final Request REQUEST = Request.get("/").within(Duration.ofSeconds(30));
    static final long SEED = 42;
    final Queue<Progress> progress = new ConcurrentLinkedQueue<>();
    final Queue<String> log = new ConcurrentLinkedQueue<>();

    Measurement measure(RawServer server, int workers, Load load, Client client, int warmUpMillis, int durationMillis)
            throws IOException, WorkerFailure, InterruptedException {
        try (Crew crew = start(server, workers, load, client, warmUpMillis, durationMillis, progress::add)) {
            return crew.await();
        }
    }

    Crew start(
            RawServer server,
            int workers,
            Load load,
            Client client,
            int warmUpMillis,
            int durationMillis,
            Consumer<Progress> listener)
            throws IOException {
        return Crew.start(
                new Assignment(server.address(), scenario(load, client, warmUpMillis, durationMillis), client, SEED),
                workers,
                new Place(Jdk.running(), classPath(), List.of(), Optional.empty()),
                listener,
                log::add);
    }

    static Scenario scenario(Load load, Client client, int warmUpMillis, int durationMillis) {
        return Scenario.of("s", REQUEST, load, client)
                .lasting(Duration.ofMillis(warmUpMillis), Duration.ofMillis(durationMillis));
    }

    static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }
}

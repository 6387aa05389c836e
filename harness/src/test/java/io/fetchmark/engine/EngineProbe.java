package io.fetchmark.engine;

import static io.fetchmark.engine.RawServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fetchmark.arrival.Burst;
import io.fetchmark.measure.FailureGroup;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recorder;
import io.fetchmark.measure.Slice;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A client under test, and what its tests have in common. */
record EngineProbe(Client client) {

    /** Exchanges of an open load in flight, at most. */
    static final int ROOM = 4;

    static final Duration DEADLINE = Duration.ofSeconds(15);

    void assumeAvailable() {
        assumeTrue(
                Runtime.version().feature() >= client.minimumJdk(),
                () -> client + " needs JDK " + client.minimumJdk() + ", the tests run on " + Runtime.version());
    }

    /** How many exchanges it can keep in flight, at most those. */
    int concurrency(int wanted) {
        return client == Client.SEQUENTIAL ? 1 : wanted;
    }

    void assertOutcome(Outcome expected, Request request, RawServer.Answer answer) throws Exception {
        try (RawServer server = new RawServer(answer)) {
            assertThat(outcomes(server.address(), request))
                    .isEqualTo(expected == Outcome.OK ? Outcome.noErrors() : only(expected));
            assertThat(server.requests()).isEqualTo(2);
            if (expected == Outcome.TIMEOUT) {
                await(() -> server.openConnections() == 0);
            }
        }
    }

    /** The errors of two exchanges, one after the other. */
    Map<Outcome, Long> outcomes(URI target, Request request) throws InterruptedException {
        Recorder recorder = recorder();
        Map<Outcome, Long> errors = outcomes(target, request, recorder);
        Map<Outcome, Long> explained = Outcome.noErrors();
        recorder.failures("/").forEach(group -> explained.merge(group.kind(), group.count(), Long::sum));
        assertThat(explained).as("every failure is explained").isEqualTo(errors);
        return errors;
    }

    /** How two exchanges failed, one after the other. */
    List<FailureGroup> failures(URI target, Request request) throws InterruptedException {
        Recorder recorder = recorder();
        outcomes(target, request, recorder);
        return recorder.failures(request.path());
    }

    private Map<Outcome, Long> outcomes(URI target, Request request, Recorder recorder) throws InterruptedException {
        try (Engine engine = engine(target, request)) {
            engine.open(new Burst(1), System.nanoTime(), Engine.ENDLESS_PATIENCE, recorder);
            engine.open(new Burst(1), System.nanoTime(), Engine.ENDLESS_PATIENCE, recorder);
        }
        Slice slice = recorder.slice(System.nanoTime());
        assertThat(slice.requests()).isEqualTo(2);
        return slice.errors();
    }

    Engine engine(URI target, Request request) {
        return Engine.of(client, target, request, ROOM, ROOM, NanoClock.SYSTEM);
    }

    /** What a closed load records in 0.3 s, or in as many times that as it takes to record anything. */
    Slice closed(Engine engine, int wanted) throws InterruptedException {
        while (true) {
            Recorder recorder = recorder();
            engine.closed(concurrency(wanted), System.nanoTime() + 300_000_000, recorder);
            Slice slice = recorder.slice(System.nanoTime());
            if (slice.requests() > 0) {
                return slice;
            }
        }
    }

    static Map<Outcome, Long> only(Outcome kind) {
        Map<Outcome, Long> errors = Outcome.noErrors();
        errors.put(kind, 2L);
        return errors;
    }

    /** An address where nothing listens. */
    static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    static Recorder recorder() {
        long now = System.nanoTime();
        return new Recorder(now - 1_000_000_000_000L, now + 1_000_000_000_000L);
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long giveUp = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - giveUp)
                    .as("past the deadline of %s", DEADLINE)
                    .isNegative();
            Thread.sleep(50);
        }
    }
}

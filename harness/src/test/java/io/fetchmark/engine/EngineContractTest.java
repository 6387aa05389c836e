package io.fetchmark.engine;

import static io.fetchmark.engine.RawServer.answer;
import static io.fetchmark.engine.RawServer.nothing;
import static io.fetchmark.engine.RawServer.parts;
import static io.fetchmark.engine.RawServer.thenClose;
import static io.fetchmark.engine.RawServer.thenForEver;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.arrival.Burst;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recorder;
import io.fetchmark.measure.Slice;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Expect;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every client must do. */
@ParameterizedClass
@EnumSource(Client.class)
@Timeout(120)
final class EngineContractTest {

    private static final Request REQUEST = Request.get("/").within(Duration.ofSeconds(20));
    private static final Request IMPATIENT = Request.get("/").within(Duration.ofMillis(300));
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final Client client;

    EngineContractTest(Client client) {
        this.client = client;
    }

    @BeforeEach
    void skipWhatThisJavaLacks() {
        assumeTrue(
                Runtime.version().feature() >= client.minimumJdk(),
                () -> client + " needs JDK " + client.minimumJdk() + ", the tests run on " + Runtime.version());
    }

    @Test
    void keepsTheRateAndStartsNothingEarly() throws Exception {
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            Recorder recorder = recorder();
            long start = System.nanoTime() + 20_000_000;
            try (Engine engine = engine(server.address(), REQUEST)) {
                engine.open(poisson(), start, Engine.ENDLESS_PATIENCE, recorder);
            }
            Slice slice = recorder.slice(System.nanoTime());
            long[] due = LongStream.generate(poisson()::next)
                    .limit(slice.requests() + 1)
                    .toArray();
            assertThat(due[due.length - 1])
                    .as("the schedule has no further arrival")
                    .isEqualTo(ArrivalSchedule.NONE);
            long[] came = server.arrivals();
            assertThat(came).hasSize(due.length - 1);
            for (int i = 0; i < came.length; i++) {
                assertThat(came[i] - start).isGreaterThanOrEqualTo(due[i]);
            }
            assertThat(slice.errors()).isEqualTo(Outcome.noErrors());
        }
    }

    @Test
    void recordsEveryRequestOfAClosedLoadOnce() throws Exception {
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        int concurrency = client == Client.SEQUENTIAL ? 1 : 8;
        RawServer.Answer hello = answer(200, "hello");
        RawServer.Answer counted = (socket, out) -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            Thread.sleep(2);
            inFlight.decrementAndGet();
            hello.write(socket, out);
        };
        try (RawServer server = new RawServer(counted)) {
            Recorder recorder = recorder();
            try (Engine engine = engine(server.address(), REQUEST)) {
                engine.closed(concurrency, System.nanoTime() + 1_500_000_000, recorder);
            }
            Slice slice = recorder.slice(System.nanoTime());
            assertThat(slice.requests()).isPositive().isEqualTo(server.requests());
            assertThat(slice.errors()).isEqualTo(Outcome.noErrors());
            assertThat(most).hasValue(concurrency);
        }
    }

    @Test
    void takesAResponseThatIsAsExpectedHoweverItComes() throws Exception {
        assertOutcome(Outcome.OK, REQUEST, answer(200, ""));
        assertOutcome(Outcome.OK, REQUEST.expecting(new Expect(204, "")), parts("HTTP/1.1 204 Nothing\r", "\n\r\n"));
        assertOutcome(
                Outcome.OK,
                REQUEST,
                parts("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel", "lo\r\n0\r\n", "\r\n"));
        assertOutcome(Outcome.OK, REQUEST, thenClose("HTTP/1.0 200 OK\r\n\r\nto the end"));
        Request head = new Request("/", "HEAD", Map.of(), "", Expect.OK, Duration.ofSeconds(20));
        assertOutcome(Outcome.OK, head, parts("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"));
    }

    @Test
    void findsTheExpectedTextAcrossTheBordersOfPackets() throws Exception {
        Request expecting = REQUEST.expecting(new Expect(200, "aab – ü"));
        assertOutcome(
                Outcome.OK, expecting, parts("HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\naa", "aab", " – ", "ü.."));
        assertOutcome(Outcome.EXPECTATION, expecting, answer(200, "aa ab – ü"));
        assertOutcome(Outcome.EXPECTATION, expecting, answer(200, ""));
    }

    @Test
    void sendsMethodHeadersAndBody() throws Exception {
        try (RawServer server = new RawServer(answer(201, ""))) {
            Request post = new Request(
                    "/a?b=c", "POST", Map.of("X-Test", "1"), "ü", new Expect(201, ""), Duration.ofSeconds(20));
            assertThat(outcomes(server.address(), post)).isEqualTo(Outcome.noErrors());
            assertThat(server.heads())
                    .allSatisfy(head -> assertThat(head)
                            .startsWith("POST /a?b=c HTTP/1.1\r\n")
                            .containsIgnoringCase("x-test: 1\r\n")
                            .containsIgnoringCase("content-length: 2\r\n"));
        }
    }

    @Test
    void countsAnotherStatus() throws Exception {
        assertOutcome(Outcome.STATUS, REQUEST, answer(500, "broken"));
        assertOutcome(Outcome.STATUS, REQUEST, parts("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n"));
    }

    @Test
    void countsWhatIsNoWholeResponseAsProtocolError() throws Exception {
        assertOutcome(Outcome.PROTOCOL, REQUEST, thenClose(""));
        assertOutcome(Outcome.PROTOCOL, REQUEST, thenClose("HTTP/1.1 200 OK\r\nContent-Len"));
        assertOutcome(Outcome.PROTOCOL, REQUEST, thenClose("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"));
        assertOutcome(
                Outcome.PROTOCOL,
                REQUEST,
                thenClose("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"));
        assertOutcome(Outcome.PROTOCOL, REQUEST, thenClose("hello"));
    }

    @Test
    void countsARefusedConnection() throws Exception {
        URI nobody = nobody();
        assertThat(outcomes(nobody, REQUEST)).isEqualTo(only(Outcome.CONNECT));
        Recorder recorder = recorder();
        try (Engine engine = engine(nobody, REQUEST)) {
            engine.closed(client == Client.SEQUENTIAL ? 1 : 4, System.nanoTime() + 300_000_000, recorder);
        }
        Slice slice = recorder.slice(System.nanoTime());
        assertThat(slice.requests()).isPositive();
        assertThat(slice.errors()).containsEntry(Outcome.CONNECT, slice.requests());
    }

    @Test
    void givesUpWhatTakesTooLongAndClosesItsConnection() throws Exception {
        assertOutcome(Outcome.TIMEOUT, IMPATIENT, nothing());
        assertOutcome(
                Outcome.TIMEOUT, IMPATIENT, thenForEver("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", "x", 20));
        assertOutcome(Outcome.TIMEOUT, IMPATIENT, thenForEver("HTTP/1.1 200 OK\r\n", "X: y\r\n", 20));
    }

    @Test
    void survivesAnEndlessHeader() throws Exception {
        try (RawServer server =
                new RawServer(thenForEver("HTTP/1.1 200 OK\r\n", "X: " + "y".repeat(8000) + "\r\n", 1))) {
            Map<Outcome, Long> errors = outcomes(server.address(), IMPATIENT);
            assertThat(errors).isIn(only(Outcome.TIMEOUT), only(Outcome.PROTOCOL));
        }
    }

    @Test
    void aTimeOutOfOneExchangeLeavesTheNextAlone() throws Exception {
        AtomicInteger count = new AtomicInteger();
        RawServer.Answer hello = answer(200, "hello");
        RawServer.Answer stall = nothing();
        RawServer.Answer everyThird =
                (socket, out) -> (count.getAndIncrement() % 3 == 0 ? stall : hello).write(socket, out);
        try (RawServer server = new RawServer(everyThird)) {
            Recorder recorder = recorder();
            try (Engine engine = engine(server.address(), IMPATIENT)) {
                for (int i = 0; i < 9; i++) {
                    engine.open(new Burst(1), System.nanoTime(), Engine.ENDLESS_PATIENCE, recorder);
                }
            }
            Slice slice = recorder.slice(System.nanoTime());
            assertThat(slice.requests()).isEqualTo(9);
            assertThat(slice.errors()).containsEntry(Outcome.TIMEOUT, 3L);
            assertThat(slice.failed()).isEqualTo(3);
        }
    }

    @Test
    void dropsOnlyWhatIsLaterThanThePatience() throws Exception {
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            Recorder recorder = recorder();
            long start = System.nanoTime() - 100_000_000_000L;
            long[] offsets = {0, 1_000_000_000L, 99_000_000_000L, 100_000_000_000L};
            try (Engine engine = engine(server.address(), REQUEST)) {
                engine.open(schedule(offsets), start, Duration.ofSeconds(50), recorder);
            }
            Slice slice = recorder.slice(System.nanoTime());
            assertThat(slice.dropped()).isEqualTo(2);
            assertThat(slice.requests()).isEqualTo(2).isEqualTo(server.requests());
            assertThat(slice.responseTime().max()).isGreaterThan(990_000_000L);
            assertThat(slice.responseTime().max())
                    .isGreaterThan(slice.serviceTime().max());
        }
    }

    @Test
    void stopsOnInterruptAndRecordsNothingThatItGaveUp() throws Exception {
        try (RawServer server = new RawServer(nothing())) {
            Recorder recorder = recorder();
            AtomicInteger interrupted = new AtomicInteger();
            try (Engine engine = engine(server.address(), REQUEST.within(Duration.ofHours(1)))) {
                Thread load = new Thread(() -> {
                    try {
                        engine.closed(client == Client.SEQUENTIAL ? 1 : 3, Long.MAX_VALUE / 2, recorder);
                    } catch (InterruptedException e) {
                        interrupted.incrementAndGet();
                    }
                });
                load.start();
                await(() -> server.requests() == (client == Client.SEQUENTIAL ? 1 : 3));
                load.interrupt();
                load.join(DEADLINE.toMillis());
                assertThat(load.isAlive()).isFalse();
                assertThat(interrupted).hasValue(1);
                await(() -> server.openConnections() == 0);
            }
            assertThat(recorder.slice(System.nanoTime()).requests()).isZero();
        }
    }

    @Test
    void stopsOnInterruptWhileItWaitsForAnArrival() throws Exception {
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            AtomicInteger interrupted = new AtomicInteger();
            try (Engine engine = engine(server.address(), REQUEST)) {
                Thread load = new Thread(() -> {
                    try {
                        engine.open(
                                schedule(0, 3_600_000_000_000L),
                                System.nanoTime(),
                                Engine.ENDLESS_PATIENCE,
                                recorder());
                    } catch (InterruptedException e) {
                        interrupted.incrementAndGet();
                    }
                });
                load.start();
                await(() -> server.requests() == 1);
                load.interrupt();
                load.join(DEADLINE.toMillis());
                assertThat(load.isAlive()).isFalse();
                assertThat(interrupted).hasValue(1);
            }
        }
    }

    @Test
    void stopsOnInterruptWhenEveryConnectionIsRefused() throws Exception {
        try (Engine engine = engine(nobody(), REQUEST)) {
            for (Load load : List.of(new Load.Closed(1), new Load.Open(1_000_000, Arrivals.UNIFORM))) {
                AtomicInteger interrupted = new AtomicInteger();
                Recorder recorder = recorder();
                Thread thread = new Thread(() -> {
                    try {
                        if (load instanceof Load.Open open) {
                            ArrivalSchedule endless =
                                    ArrivalSchedule.of(open, Duration.ofHours(1), new SplittableRandom(1));
                            engine.open(endless, System.nanoTime(), Engine.ENDLESS_PATIENCE, recorder);
                        } else {
                            engine.closed(1, Long.MAX_VALUE / 2, recorder);
                        }
                    } catch (InterruptedException e) {
                        interrupted.incrementAndGet();
                    }
                });
                thread.start();
                await(() -> recorder.slice(System.nanoTime()).requests() > 0);
                thread.interrupt();
                thread.join(DEADLINE.toMillis());
                assertThat(thread.isAlive()).isFalse();
                assertThat(interrupted).hasValue(1);
            }
        }
    }

    @Test
    void closesEverySocket() throws Exception {
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            try (Engine engine = engine(server.address(), REQUEST)) {
                engine.closed(client == Client.SEQUENTIAL ? 1 : 4, System.nanoTime() + 200_000_000, recorder());
            }
            await(() -> {
                // Before JDK 21 this is what lets an HttpClient end.
                System.gc();
                return server.openConnections() == 0;
            });
        }
    }

    private void assertOutcome(Outcome expected, Request request, RawServer.Answer answer) throws Exception {
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
    private Map<Outcome, Long> outcomes(URI target, Request request) throws InterruptedException {
        Recorder recorder = recorder();
        try (Engine engine = engine(target, request)) {
            engine.open(new Burst(1), System.nanoTime(), Engine.ENDLESS_PATIENCE, recorder);
            engine.open(new Burst(1), System.nanoTime(), Engine.ENDLESS_PATIENCE, recorder);
        }
        Slice slice = recorder.slice(System.nanoTime());
        assertThat(slice.requests()).isEqualTo(2);
        return slice.errors();
    }

    private Engine engine(URI target, Request request) {
        return Engine.of(client, target, request, 4, NanoClock.SYSTEM);
    }

    private static Map<Outcome, Long> only(Outcome kind) {
        Map<Outcome, Long> errors = Outcome.noErrors();
        errors.put(kind, 2L);
        return errors;
    }

    /** An address where nothing listens. */
    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private static Recorder recorder() {
        long now = System.nanoTime();
        return new Recorder(now - 1_000_000_000_000L, now + 1_000_000_000_000L);
    }

    private static ArrivalSchedule poisson() {
        return ArrivalSchedule.of(new Load.Open(100, Arrivals.POISSON), Duration.ofSeconds(1), new SplittableRandom(1));
    }

    private static ArrivalSchedule schedule(long... offsets) {
        var iterator = Arrays.stream(offsets).iterator();
        return () -> iterator.hasNext() ? requireNonNull(iterator.next()) : ArrivalSchedule.NONE;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long giveUp = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - giveUp)
                    .as("past the deadline of %s", DEADLINE)
                    .isNegative();
            Thread.sleep(50);
        }
    }
}

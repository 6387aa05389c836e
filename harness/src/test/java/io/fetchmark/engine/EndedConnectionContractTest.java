package io.fetchmark.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Slice;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Expect;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.Request;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every client must make of a server that ends its connections. */
@ParameterizedClass
@EnumSource(Client.class)
@Timeout(120)
@SuppressWarnings("SystemOut")
final class EndedConnectionContractTest {

    private static final String BARE = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
    private static final String HELLO = BARE + "hello";

    private final EngineProbe probe;

    EndedConnectionContractTest(Client client) {
        this.probe = new EngineProbe(client);
    }

    @BeforeEach
    void skipWhatThisJavaLacks() {
        probe.assumeAvailable();
    }

    @Test
    void aBodyThatEndsWithItsConnectionIsNoFailure() throws Exception {
        try (RawServer server = new RawServer(RawServer.thenClose("HTTP/1.1 200 OK\r\n\r\nto the end"))) {
            Slice slice = closed(server.address(), request("GET", "", Expect.OK));
            assertThat(slice.errors()).isEqualTo(Outcome.noErrors());
            assertThat(slice.reconnected()).isZero();
            assertThat(slice.requests()).isEqualTo(server.requests());
        }
    }

    /** An end that comes later than a millisecond after a request, on a busy machine say, is an error still. */
    @Test
    void whatAServerEndsUnservedIsSentOnceMore() throws Exception {
        for (String method : List.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE")) {
            try (RawServer server = new RawServer(RawServer.thenClose(method.equals("HEAD") ? BARE : HELLO))) {
                Slice slice = closed(server.address(), request(method, "", Expect.OK));
                long late = count(slice, Outcome.PROTOCOL);
                assertThat(slice.failed()).as(method).isEqualTo(late);
                assertThat(slice.requests() - late).as(method).isEqualTo(server.requests());
                assertReconnects(slice, slice.reconnected());
            }
        }
    }

    @Test
    void whatMayNotBeSentTwiceIsAnErrorOfItsOwnKind() throws Exception {
        for (String method : List.of("POST", "PATCH")) {
            try (RawServer server = new RawServer(RawServer.thenClose(HELLO))) {
                Slice slice = closed(server.address(), request(method, "x", Expect.OK));
                long unserved = count(slice, Outcome.REUSE) + count(slice, Outcome.PROTOCOL);
                assertThat(slice.failed()).as(method).isEqualTo(unserved);
                assertThat(slice.requests() - unserved).as(method).isEqualTo(server.requests());
                assertThat(slice.reconnected()).isZero();
                assertReconnects(slice, count(slice, Outcome.REUSE));
            }
        }
    }

    @Test
    void aKeepAliveLimitThatNobodyAnnouncesIsNoFailure() throws Exception {
        AtomicInteger count = new AtomicInteger();
        RawServer.Answer last = RawServer.thenClose(HELLO);
        RawServer.Answer other = RawServer.answer(200, "hello");
        try (RawServer server =
                new RawServer((socket, out) -> (count.incrementAndGet() % 10 == 0 ? last : other).write(socket, out))) {
            Slice slice = closed(server.address(), request("GET", "", Expect.OK));
            assertThat(slice.failed()).isEqualTo(count(slice, Outcome.PROTOCOL));
            assertThat(slice.requests() - slice.failed()).isEqualTo(server.requests());
            assertReconnects(slice, 8 * slice.reconnected());
        }
    }

    @Test
    void aServerThatTakesARequestAndGivesUpDoesNotLookClean() throws Exception {
        AtomicInteger count = new AtomicInteger();
        RawServer.Answer hello = RawServer.answer(200, "hello");
        RawServer.Answer crash = (socket, out) -> {
            Thread.sleep(20);
            socket.close();
        };
        RawServer.Answer reset = (socket, out) -> {
            Thread.sleep(20);
            socket.setSoLinger(true, 0);
            socket.close();
        };
        for (RawServer.Answer end : List.of(crash, reset)) {
            AtomicInteger ended = new AtomicInteger();
            try (RawServer server = new RawServer((socket, out) -> {
                if (count.incrementAndGet() % 2 == 0) {
                    ended.incrementAndGet();
                    end.write(socket, out);
                } else {
                    hello.write(socket, out);
                }
            })) {
                Slice slice = closed(server.address(), request("GET", "", Expect.OK));
                assertThat(slice.reconnected()).isZero();
                assertThat(slice.failed())
                        .isEqualTo(count(slice, Outcome.PROTOCOL))
                        .isEqualTo(ended.get());
                assertThat(slice.requests()).isEqualTo(server.requests());
            }
        }
    }

    @Test
    void aNewConnectionThatEndsAtOnceIsNoReusedOne() throws Exception {
        try (RawServer server = new RawServer(RawServer.thenClose(""))) {
            Slice slice = closed(server.address(), request("GET", "", Expect.OK));
            assertThat(count(slice, Outcome.PROTOCOL)).isEqualTo(slice.requests());
            assertThat(slice.reconnected()).isZero();
        }
    }

    /** HttpClient gives up when it cannot write, and what the server has said by then is lost. */
    @Test
    void anAnswerBeforeTheWholeRequestIsTaken() throws Exception {
        try (EarlyServer server =
                new EarlyServer("HTTP/1.1 413 Large\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello")) {
            Slice slice = closed(server.address(), request("POST", "x".repeat(20_000_000), new Expect(413, "hello")));
            assertThat(slice.requests()).isPositive();
            assertThat(slice.failed())
                    .isEqualTo(probe.client() == Client.EVENT_LOOP ? 0 : count(slice, Outcome.PROTOCOL));
        }
    }

    /** Of HttpClient it is known by chance whether it comes to such a connection. */
    private void assertReconnects(Slice slice, long times) {
        if (probe.client() == Client.EVENT_LOOP) {
            assertThat(times).isGreaterThan(slice.requests() / 4);
        }
    }

    private Slice closed(URI target, Request request) throws InterruptedException {
        try (Engine engine = probe.engine(target, request)) {
            return probe.closed(engine, 4);
        }
    }

    private static long count(Slice slice, Outcome kind) {
        return requireNonNull(slice.errors().get(kind));
    }

    private static Request request(String method, String body, Expect expect) {
        return new Request("/", method, Map.of(), body, expect, Duration.ofSeconds(20), HttpVersion.HTTP_1_1);
    }
}

package io.fetchmark.engine;

import static io.fetchmark.engine.RawServer.answer;
import static io.fetchmark.engine.RawServer.nothing;
import static io.fetchmark.engine.RawServer.parts;
import static io.fetchmark.engine.RawServer.thenClose;
import static io.fetchmark.engine.RawServer.thenForEver;
import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.OnCalmMachine;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How every client must judge what comes back. */
@ParameterizedClass
@EnumSource(Client.class)
@Timeout(120)
final class ResponseContractTest {

    private static final Request REQUEST = Request.get("/").within(Duration.ofSeconds(20));
    private static final Request IMPATIENT = Request.get("/").within(Duration.ofMillis(300));

    private final EngineProbe probe;

    ResponseContractTest(Client client) {
        this.probe = new EngineProbe(client);
    }

    @BeforeEach
    void skipWhatThisJavaLacks() {
        probe.assumeAvailable();
    }

    @Test
    void takesAResponseThatIsAsExpectedHoweverItComes() throws Exception {
        probe.assertOutcome(Outcome.OK, REQUEST, answer(200, ""));
        probe.assertOutcome(
                Outcome.OK, REQUEST.expecting(new Expect(204, "")), parts("HTTP/1.1 204 Nothing\r", "\n\r\n"));
        probe.assertOutcome(
                Outcome.OK,
                REQUEST,
                parts("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel", "lo\r\n0\r\n", "\r\n"));
        probe.assertOutcome(Outcome.OK, REQUEST, thenClose("HTTP/1.0 200 OK\r\n\r\nto the end"));
        Request head = new Request("/", "HEAD", Map.of(), "", Expect.OK, Duration.ofSeconds(20), HttpVersion.HTTP_1_1);
        probe.assertOutcome(Outcome.OK, head, parts("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"));
    }

    @Test
    void findsTheExpectedTextAcrossTheBordersOfPackets() throws Exception {
        Request expecting = REQUEST.expecting(new Expect(200, "aab – ü"));
        probe.assertOutcome(
                Outcome.OK, expecting, parts("HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\naa", "aab", " – ", "ü.."));
        probe.assertOutcome(Outcome.EXPECTATION, expecting, answer(200, "aa ab – ü"));
        probe.assertOutcome(Outcome.EXPECTATION, expecting, answer(200, ""));
    }

    @Test
    void sendsMethodHeadersAndBody() throws Exception {
        try (RawServer server = new RawServer(answer(201, ""))) {
            Request post = new Request(
                    "/a?b=c",
                    "POST",
                    Map.of("X-Test", "1"),
                    "ü",
                    new Expect(201, ""),
                    Duration.ofSeconds(20),
                    HttpVersion.HTTP_1_1);
            assertThat(probe.outcomes(server.address(), post)).isEqualTo(Outcome.noErrors());
            assertThat(server.heads())
                    .allSatisfy(head -> assertThat(head)
                            .startsWith("POST /a?b=c HTTP/1.1\r\n")
                            .containsIgnoringCase("x-test: 1\r\n")
                            .containsIgnoringCase("content-length: 2\r\n"));
        }
    }

    @Test
    void countsAnotherStatus() throws Exception {
        probe.assertOutcome(Outcome.STATUS, REQUEST, answer(500, "broken"));
        probe.assertOutcome(
                Outcome.STATUS, REQUEST, parts("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n"));
    }

    @Test
    void countsWhatIsNoWholeResponseAsProtocolError() throws Exception {
        probe.assertOutcome(Outcome.PROTOCOL, REQUEST, thenClose(""));
        probe.assertOutcome(Outcome.PROTOCOL, REQUEST, thenClose("HTTP/1.1 200 OK\r\nContent-Len"));
        probe.assertOutcome(Outcome.PROTOCOL, REQUEST, thenClose("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"));
        probe.assertOutcome(
                Outcome.PROTOCOL,
                REQUEST,
                thenClose("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"));
        probe.assertOutcome(Outcome.PROTOCOL, REQUEST, thenClose("hello"));
    }

    @Test
    void noResponseIsMoreThanAnError() throws Exception {
        probe.assertOutcome(
                Outcome.PROTOCOL, REQUEST, thenClose("HTTP/1.1 200 OK\r\nContent-Length: 12, 12\r\n\r\nhello, world"));
        for (String head : List.of(
                "Content-Length: -5",
                "Content-Length: 99999999999999999999",
                "Content-Length: many",
                "Content-Length:",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "no colon",
                ": no name",
                "Na me: blank",
                "\u0000: zero")) {
            try (RawServer server = new RawServer(thenClose("HTTP/1.1 200 OK\r\n" + head + "\r\n\r\nhello"))) {
                // That each exchange is recorded is all that the clients agree about.
                assertThat(probe.outcomes(server.address(), IMPATIENT)).as(head).containsEntry(Outcome.CONNECT, 0L);
            }
        }
        for (String line :
                List.of("HTTP/1.1 99999 Many", "HTTP/9.9 200 OK", "HTTP/1.1 OK", "HTTP/1.1 000 No", "\r\n\r\n")) {
            try (RawServer server = new RawServer(thenClose(line + "\r\nContent-Length: 0\r\n\r\n"))) {
                assertThat(probe.outcomes(server.address(), IMPATIENT)).as(line).containsEntry(Outcome.CONNECT, 0L);
            }
        }
    }

    @Test
    void countsARefusedConnection() throws Exception {
        URI nobody = EngineProbe.nobody();
        assertThat(probe.outcomes(nobody, REQUEST)).isEqualTo(EngineProbe.only(Outcome.CONNECT));
        try (Engine engine = probe.engine(nobody, REQUEST)) {
            Slice slice = probe.closed(engine, 4);
            assertThat(slice.errors()).containsEntry(Outcome.CONNECT, slice.requests());
        }
    }

    @Test
    @OnCalmMachine
    void givesUpWhatTakesTooLongAndClosesItsConnection() throws Exception {
        probe.assertOutcome(Outcome.TIMEOUT, IMPATIENT, nothing());
        probe.assertOutcome(
                Outcome.TIMEOUT, IMPATIENT, thenForEver("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", "x", 20));
        probe.assertOutcome(Outcome.TIMEOUT, IMPATIENT, thenForEver("HTTP/1.1 200 OK\r\n", "X: y\r\n", 20));
    }

    @Test
    @OnCalmMachine
    void survivesAnEndlessHeader() throws Exception {
        try (RawServer server =
                new RawServer(thenForEver("HTTP/1.1 200 OK\r\n", "X: " + "y".repeat(8000) + "\r\n", 1))) {
            Map<Outcome, Long> errors = probe.outcomes(server.address(), IMPATIENT);
            assertThat(errors.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(2);
            assertThat(errors)
                    .containsEntry(Outcome.STATUS, 0L)
                    .containsEntry(Outcome.CONNECT, 0L)
                    .containsEntry(Outcome.EXPECTATION, 0L);
        }
    }
}

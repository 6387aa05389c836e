package io.fetchmark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.arrival.Burst;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recorder;
import io.fetchmark.measure.Slice;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Expect;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.Request;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How every client that has HTTP/2 speaks it. */
@ParameterizedClass
@EnumSource(value = Client.class, mode = EnumSource.Mode.EXCLUDE, names = "EVENT_LOOP")
@Timeout(120)
final class Http2Test {

    private static final Request REQUEST =
            Request.get("/").within(Duration.ofSeconds(20)).expecting(new Expect(200, "hello"));
    private static final Request HTTP_2 = REQUEST.over(HttpVersion.HTTP_2);

    private final EngineProbe probe;

    @TempDir
    private Path directory;

    private SSLContext before;

    Http2Test(Client client) throws Exception {
        this.probe = new EngineProbe(client);
        this.before = SSLContext.getDefault();
    }

    @BeforeEach
    void skipWhatThisJavaLacks() {
        probe.assumeAvailable();
    }

    @AfterEach
    void trustAsBefore() {
        SSLContext.setDefault(before);
    }

    @Test
    void everyExchangeIsMadeByHttp2AfterAnUpgrade() throws Exception {
        try (Http2Server server = new Http2Server(directory)) {
            long exchanges = fetch(server.plain(), HTTP_2, Outcome.OK);
            assertThat(server.requests("HTTP/2.0") + server.requests("HTTP/1.1"))
                    .isEqualTo(exchanges);
        }
    }

    @Test
    void everyExchangeIsMadeByHttp2OverTls() throws Exception {
        try (Http2Server server = new Http2Server(directory)) {
            SSLContext.setDefault(server.tls());
            long exchanges = fetch(server.secure(), HTTP_2, Outcome.OK);
            assertThat(server.requests("HTTP/2.0")).isEqualTo(exchanges);
        }
    }

    @Test
    void http11StaysWhatItIsOverTls() throws Exception {
        try (Http2Server server = new Http2Server(directory)) {
            SSLContext.setDefault(server.tls());
            long exchanges = fetch(server.secure(), REQUEST, Outcome.OK);
            assertThat(server.requests("HTTP/1.1")).isEqualTo(exchanges);
        }
    }

    @Test
    void aServerThatIsNotTrustedIsNoConnection() throws Exception {
        try (Http2Server server = new Http2Server(directory)) {
            fetch(server.secure(), HTTP_2, Outcome.CONNECT);
        }
    }

    @Test
    void anAnswerByAnotherVersionIsAProtocolError() throws Exception {
        try (RawServer server = new RawServer(RawServer.answer(200, "hello"))) {
            fetch(server.address(), HTTP_2, Outcome.PROTOCOL);
        }
    }

    /** Many exchanges under every kind of load, all with that outcome; the answer is how many. */
    private long fetch(URI target, Request request, Outcome expected) throws Exception {
        Recorder recorder = EngineProbe.recorder();
        try (Engine engine = probe.engine(target, request)) {
            engine.open(new Burst(20), System.nanoTime(), Engine.ENDLESS_PATIENCE, recorder);
            Slice burst = recorder.slice(System.nanoTime());
            assertThat(burst.requests()).isEqualTo(20);
            Slice closed = probe.closed(engine, 8);
            assertOutcome(expected, burst);
            assertOutcome(expected, closed);
            return burst.requests() + closed.requests();
        }
    }

    private static void assertOutcome(Outcome expected, Slice slice) {
        if (expected == Outcome.OK) {
            assertThat(slice.errors()).isEqualTo(Outcome.noErrors());
        } else {
            assertThat(slice.errors()).containsEntry(expected, slice.requests());
        }
    }
}

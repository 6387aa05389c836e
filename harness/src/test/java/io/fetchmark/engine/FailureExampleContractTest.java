package io.fetchmark.engine;

import static io.fetchmark.engine.RawServer.answer;
import static io.fetchmark.engine.RawServer.nothing;
import static io.fetchmark.engine.RawServer.parts;
import static io.fetchmark.engine.RawServer.thenClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.measure.FailureGroup;
import io.fetchmark.measure.Outcome;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Expect;
import io.fetchmark.plan.Request;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every client tells of the exchanges that failed. */
@ParameterizedClass
@EnumSource(Client.class)
@Timeout(60)
final class FailureExampleContractTest {

    private static final Request REQUEST = Request.get("/search?q=x").within(Duration.ofSeconds(20));

    private final EngineProbe probe;

    FailureExampleContractTest(Client client) {
        this.probe = new EngineProbe(client);
    }

    @BeforeEach
    void skipWhatThisJavaLacks() {
        probe.assumeAvailable();
    }

    @Test
    void anotherStatusIsToldByItsCode() throws Exception {
        assertThat(failures(REQUEST, answer(404, "no such page")))
                .containsExactly(new FailureGroup(Outcome.STATUS, OptionalInt.of(404), "/search?q=x", 2, ""));
    }

    @Test
    void whatIsNoResponseIsToldByItsFirstBytes() throws Exception {
        assertThat(failures(REQUEST, thenClose("SSH-2.0-OpenSSH_9.2\r\n")))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.kind()).isEqualTo(Outcome.PROTOCOL);
                    assertThat(group.status()).isEmpty();
                    assertThat(group.count()).isEqualTo(2);
                    assertThat(group.example()).contains("SSH-2.0").doesNotContain("\n");
                });
    }

    @Test
    void anEndBeforeTheEndIsSaid() throws Exception {
        assertThat(failures(REQUEST, thenClose("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort")))
                .singleElement()
                .satisfies(group -> assertThat(group.example()).isNotEmpty());
    }

    @Test
    void aRefusedConnectionIsSaid() throws Exception {
        assertThat(probe.failures(EngineProbe.nobody(), REQUEST))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.kind()).isEqualTo(Outcome.CONNECT);
                    assertThat(group.example()).startsWith("ConnectException");
                });
    }

    @Test
    void whereKindAndPathSayAllThereIsNoExample() throws Exception {
        assertThat(failures(REQUEST.expecting(new Expect(200, "found")), answer(200, "lost")))
                .containsExactly(new FailureGroup(Outcome.EXPECTATION, OptionalInt.empty(), "/search?q=x", 2, ""));
        assertThat(failures(REQUEST.within(Duration.ofMillis(200)), nothing()))
                .containsExactly(new FailureGroup(Outcome.TIMEOUT, OptionalInt.empty(), "/search?q=x", 2, ""));
    }

    @Test
    void aTextThatIsNotFoundInACompressedBodyIsExplained() throws Exception {
        String gzip = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001f?x!";
        assertThat(failures(REQUEST.expecting(new Expect(200, "found")), parts(gzip)))
                .containsExactly(new FailureGroup(
                        Outcome.EXPECTATION,
                        OptionalInt.empty(),
                        "/search?q=x",
                        2,
                        "the body has a Content-Encoding, and <contains> is looked for in its bytes as they come"));
    }

    private List<FailureGroup> failures(Request request, RawServer.Answer answer) throws Exception {
        try (RawServer server = new RawServer(answer)) {
            return probe.failures(server.address(), request);
        }
    }
}

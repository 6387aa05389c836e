package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.engine.RawServer;
import io.fetchmark.plan.UrlSpec;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the check of an address makes of what it meets there. */
@Timeout(60)
final class RunningTargetTest {

    @Test
    void anAnswerThatHttpClientRefusesIsAnAnswer() throws Exception {
        String twice = "HTTP/1.1 200 OK\r\nContent-Length: 12, 12\r\n\r\nhello, world";
        try (RawServer server = new RawServer(RawServer.thenClose(twice))) {
            assertThat(RunningTarget.check(new UrlSpec(server.address())).warnings())
                    .singleElement()
                    .asString()
                    .startsWith("what " + server.address() + " answers is not HTTP that HttpClient understands (")
                    .contains("12, 12");
            assertThat(Probe.any().ask(server.address())).isEmpty();
        }
    }

    @Test
    void anErrorIsAnAnswer() throws Exception {
        try (RawServer server = new RawServer(RawServer.answer(500, "broken"))) {
            assertThat(RunningTarget.check(new UrlSpec(server.address())).warnings())
                    .isEmpty();
        }
    }

    @Test
    void anAddressWhereNothingAnswersIsRefused() throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        assertThatThrownBy(() -> RunningTarget.check(new UrlSpec(nobody)))
                .isInstanceOf(TargetFailure.class)
                .hasMessageStartingWith("nothing answers at " + nobody + " (")
                .hasMessageEndingWith("): start it, or correct <target><url>");
    }

    @Test
    void whatThisMachineLacksIsNotTheServers() {
        ConnectException noPort = new ConnectException("Cannot assign requested address");
        noPort.initCause(new BindException("Cannot assign requested address"));
        assertThat(new CheckFailure(noPort).isOfThisMachine()).isTrue();
        assertThat(new CheckFailure(noPort))
                .hasToString("Cannot assign requested address: it has no local port left, or no address, to connect"
                        + " from; the port of a connection that was closed stays taken for a minute: wait"
                        + " that long, or widen net.ipv4.ip_local_port_range");
        assertThat(new CheckFailure(new InternalError(new SocketException("Too many open files"))).isOfThisMachine())
                .isTrue();
        assertThat(new CheckFailure(new IOException(new SocketException("Connection reset"))).isOfThisMachine())
                .isFalse();
    }
}

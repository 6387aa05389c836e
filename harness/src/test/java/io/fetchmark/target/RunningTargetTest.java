package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.engine.RawServer;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the check of an address makes of what it meets there. */
@Timeout(60)
final class RunningTargetTest {

    private static final Duration BRIEF = Duration.ofMillis(300);

    @Test
    void anAnswerThatHttpClientRefusesIsAnAnswer() throws Exception {
        String twice = "HTTP/1.1 200 OK\r\nContent-Length: 12, 12\r\n\r\nhello, world";
        try (RawServer server = new RawServer(RawServer.thenClose(twice))) {
            assertThat(check(server.address()).warnings())
                    .singleElement()
                    .asString()
                    .startsWith("what " + server.address() + " answers is not HTTP that HttpClient understands (")
                    .contains("12, 12");
        }
    }

    @Test
    void anErrorIsAnAnswer() throws Exception {
        try (RawServer server = new RawServer(RawServer.answer(500, "broken"))) {
            assertThat(check(server.address()).warnings()).isEmpty();
        }
    }

    @Test
    void theVersionThatIsMeasuredIsSpoken() throws Exception {
        try (RawServer server = new RawServer(RawServer.answer(200, "hello"))) {
            check(server.address());
            assertThat(server.heads()).noneMatch(head -> head.contains("h2c"));
            RunningTarget.check(new UrlSpec(server.address()), HttpVersion.HTTP_2);
            assertThat(server.heads()).anyMatch(head -> head.contains("Upgrade: h2c"));
        }
    }

    @Test
    void aResponseWithoutEndIsAnAnswerAndIsGivenUp() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
        for (String part : List.of("data: tick\n\n", "data: " + "x".repeat(20_000) + "\n\n")) {
            try (RawServer server = new RawServer(RawServer.thenForEver(head, part, 20))) {
                assertThat(check(server.address()).warnings()).isEmpty();
                assertGivenUp(server);
            }
        }
    }

    @Test
    void aHeadWithoutEndIsNone() throws Exception {
        try (RawServer server = new RawServer(RawServer.thenForEver("HTTP/1.1 200 OK\r\n", "X: y\r\n", 20))) {
            assertThatThrownBy(() -> briefly(server.address()))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessage(server.address() + " takes connections, but has not answered within 300ms: see whether"
                            + " the server hangs, or correct <target><url>");
            assertGivenUp(server);
        }
    }

    @Test
    void aServerThatHangsIsNotCalledMissing() throws Exception {
        try (RawServer server = new RawServer(RawServer.nothing())) {
            assertThatThrownBy(() -> briefly(server.address()))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessageContaining("takes connections, but has not answered within 300ms")
                    .hasMessageNotContaining("start it");
        }
    }

    @Test
    void aConnectionThatEndsWithoutAnAnswerIsToldAsThat() throws Exception {
        try (RawServer server = new RawServer(RawServer.thenClose(""))) {
            assertThatThrownBy(() -> check(server.address()))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessageContaining("takes connections, and ends them without an answer of HTTP (")
                    .hasMessageContaining("if it speaks TLS, make it an https address");
        }
    }

    @Test
    void plainHttpBehindAnHttpsAddressIsTold() throws Exception {
        try (RawServer server = new RawServer((socket, out) -> socket.close())) {
            URI url = URI.create("https://127.0.0.1:" + server.address().getPort());
            assertThatThrownBy(() -> briefly(url))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessageNotContaining("nothing answers");
        }
    }

    @Test
    void anAddressWhereNothingAnswersIsRefused() throws Exception {
        URI nobody = URI.create("http://127.0.0.1:" + freePort());
        assertThatThrownBy(() -> check(nobody))
                .isInstanceOf(TargetFailure.class)
                .hasMessage(
                        "nothing answers at " + nobody + " (Connection refused): start it, or correct <target><url>");
    }

    @Test
    void everyAddressThatWasTriedIsNamed() throws Exception {
        URI nobody = URI.create("http://localhost:" + freePort());
        assertThatThrownBy(() -> check(nobody, "127.0.0.1", "127.0.0.2"))
                .isInstanceOf(TargetFailure.class)
                .hasMessage("nothing answers at " + nobody + " (127.0.0.1: Connection refused; 127.0.0.2: Connection"
                        + " refused): start it, or correct <target><url>");
    }

    @Test
    void localhostIsMeasuredAtTheAddressThatAnswers() throws Exception {
        try (RawServer server = new RawServer(address("127.0.0.2"), RawServer.answer(200, "second"))) {
            int port = server.address().getPort();
            TargetFacts facts = check(URI.create("http://localhost:" + port + "/app"), "127.0.0.1", "127.0.0.2");
            assertThat(facts.url()).isEqualTo(URI.create("http://127.0.0.2:" + port + "/app"));
            assertThat(facts.networkPath()).isEqualTo(NetworkPath.LOOPBACK);
            assertThat(facts.warnings())
                    .containsExactly("Requests went to http://127.0.0.2:" + port + "/app, as nothing answers at the"
                            + " first address of localhost (127.0.0.1: Connection refused; 127.0.0.2: takes"
                            + " connections).");
            assertThat(server.heads()).allMatch(head -> head.contains("Host: 127.0.0.2:" + port));
        }
    }

    @Test
    void anotherNameOrHttpsIsNotMeasuredWhereTheLoadWouldNotGo() throws Exception {
        try (RawServer server = new RawServer(address("127.0.0.2"), RawServer.answer(200, "second"))) {
            URI url = URI.create("https://localhost:" + server.address().getPort());
            assertThatThrownBy(() -> check(url, "127.0.0.1", "127.0.0.2"))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessage("the clients of the load connect to the first address of the host of " + url
                            + " only, and nothing answers there (127.0.0.1: Connection refused; 127.0.0.2: takes"
                            + " connections): let the server listen there, too, or correct <target><url>");
        }
    }

    @Test
    void addressesAreWrittenAsInUrls() throws Exception {
        assertThat(HostAddresses.text(address("::1"))).isEqualTo("[::1]");
        assertThat(HostAddresses.text(address("2001:db8:0:0:0:0:0:7"))).isEqualTo("[2001:db8::7]");
        assertThat(HostAddresses.text(address("10.0.0.7"))).isEqualTo("10.0.0.7");
    }

    private static TargetFacts check(URI url, String... addresses) throws Exception {
        List<InetAddress> resolved = new ArrayList<>();
        for (String address : addresses) {
            resolved.add(address(address));
        }
        return RunningTarget.check(
                new UrlSpec(url), new HostAddresses(url, resolved), HttpVersion.HTTP_1_1, Duration.ofSeconds(10));
    }

    private static TargetFacts check(URI url) throws TargetFailure, InterruptedException {
        return RunningTarget.check(new UrlSpec(url), HttpVersion.HTTP_1_1);
    }

    private static TargetFacts briefly(URI url) throws TargetFailure, InterruptedException {
        return RunningTarget.check(new UrlSpec(url), HostAddresses.of(url), HttpVersion.HTTP_1_1, BRIEF);
    }

    private static void assertGivenUp(RawServer server) throws InterruptedException {
        while (server.openConnections() > 0) {
            Thread.sleep(10);
        }
    }

    private static InetAddress address(String text) throws IOException {
        return InetAddress.getAllByName(text)[0];
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

package io.fetchmark.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.arrival.Burst;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recorder;
import io.fetchmark.measure.Slice;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Expect;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the event loop makes of bytes behind the end of a response, however they come. */
@Timeout(120)
final class TrailingBytesTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";

    private final EngineProbe probe = new EngineProbe(Client.EVENT_LOOP);

    @Test
    void aBodyAfterHeadCountsOnAConnectionThatIsKept() throws Exception {
        assertCountedForEachSplit("HEAD", HEAD + "hello");
        assertCountedForEachSplit("HEAD", HEAD + "a\nb\r\n");
    }

    @Test
    void aBodyThatIsTooLongCountsOnAConnectionThatIsKept() throws Exception {
        assertCountedForEachSplit("GET", HEAD + "hello, world");
    }

    @Test
    void whatComesOnAnIdleConnectionCountsForTheExchangeBefore() throws Exception {
        try (RawServer server = new RawServer(RawServer.parts(HEAD, "hello"))) {
            Recorder recorder = EngineProbe.recorder();
            try (Engine engine = probe.engine(server.address(), request("HEAD"))) {
                for (int i = 0; i < 4; i++) {
                    engine.open(new Burst(1), System.nanoTime(), Engine.ENDLESS_PATIENCE, recorder);
                    Thread.sleep(60);
                }
            }
            // Nobody looked after the last.
            assertThat(recorder.slice(System.nanoTime()).errors()).containsEntry(Outcome.PROTOCOL, 3L);
        }
    }

    @Test
    void nothingIsWrongWhereTheResponseClosesTheConnection() throws Exception {
        String closing = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\n";
        String old = "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\n";
        for (String head : new String[] {closing, old}) {
            for (int split = head.length() - 2; split <= head.length() + 5; split++) {
                Slice slice = slice("HEAD", head + "hello", split, true);
                assertThat(slice.errors()).as("split at %s", split).isEqualTo(Outcome.noErrors());
            }
        }
    }

    /** The last exchange is over before what follows it has come. */
    private void assertCountedForEachSplit(String method, String response) throws Exception {
        for (int split = HEAD.length() - 3; split <= response.length(); split++) {
            Slice slice = slice(method, response, split, false);
            assertThat(requireNonNull(slice.errors().get(Outcome.PROTOCOL)))
                    .as("%s split at %s", response, split)
                    .isEqualTo(slice.failed())
                    .isBetween(slice.requests() - 1, slice.requests());
        }
    }

    private Slice slice(String method, String response, int split, boolean closes) throws Exception {
        RawServer.Answer inTwo = (socket, out) -> {
            out.write(response.substring(0, split).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(3);
            out.write(response.substring(split).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (closes) {
                socket.close();
            }
        };
        try (RawServer server = new RawServer(inTwo)) {
            Recorder recorder = EngineProbe.recorder();
            try (Engine engine = probe.engine(server.address(), request(method))) {
                engine.closed(1, System.nanoTime() + 100_000_000, recorder);
            }
            return recorder.slice(System.nanoTime());
        }
    }

    private static Request request(String method) {
        return new Request("/", method, Map.of(), "", Expect.OK, Duration.ofSeconds(20), HttpVersion.HTTP_1_1);
    }
}

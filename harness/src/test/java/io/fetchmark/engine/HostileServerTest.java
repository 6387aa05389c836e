package io.fetchmark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.OnCalmMachine;
import io.fetchmark.arrival.Burst;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recorder;
import io.fetchmark.measure.Slice;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Request;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the event loop makes of servers that mean no good: it counts them, and goes on. */
@Timeout(120)
@OnCalmMachine
final class HostileServerTest {

    private static final Request IMPATIENT = Request.get("/").within(Duration.ofMillis(500));
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final RawServer.Answer HELLO = RawServer.answer(200, "hello");

    /** Each keeps the connection that is still good. */
    private static final int LOOPS = Runtime.getRuntime().availableProcessors();

    private final EngineProbe probe = new EngineProbe(Client.EVENT_LOOP);

    @Test
    void aHeadThatNeverEndsIsCutOff() throws Exception {
        AtomicLong written = new AtomicLong();
        RawServer.Answer endless = (socket, out) -> {
            out.write(OK.getBytes(StandardCharsets.US_ASCII));
            byte[] field = ("X: " + "y".repeat(8000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(field);
                written.addAndGet(field.length);
            }
        };
        assertGoesOn(Outcome.PROTOCOL, endless);
        // What the buffers of both sockets take, and not a time-out's worth.
        assertThat(written.get()).isLessThan(200_000_000L);
    }

    @Test
    void aBodyThatEndsTooSoonIsAnError() throws Exception {
        assertGoesOn(Outcome.PROTOCOL, RawServer.thenClose(OK + "Content-Length: 9\r\n\r\nhello"));
        assertGoesOn(
                Outcome.PROTOCOL,
                RawServer.thenClose(OK + "Transfer-Encoding: chunked\r\n\r\n9\r\nhello\r\n0\r\n\r\n"));
        assertGoesOn(Outcome.TIMEOUT, RawServer.parts(OK + "Content-Length: 9\r\n\r\nhello"));
    }

    @Test
    void aBodyThatIsTooLongIsAnError() throws Exception {
        assertGoesOn(Outcome.PROTOCOL, RawServer.parts(OK + "Content-Length: 3\r\n\r\nhello"));
    }

    @Test
    void aBodyThatNeverEndsRunsOutOfTime() throws Exception {
        byte[] chunk = ("1000\r\n" + "x".repeat(4096) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        assertGoesOn(Outcome.TIMEOUT, (socket, out) -> {
            out.write((OK + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(chunk);
            }
        });
        assertGoesOn(Outcome.TIMEOUT, RawServer.thenForEver("", "HTTP/1.1 100 Continue\r\n\r\n", 5));
    }

    @Test
    void garbageIsAnError() throws Exception {
        assertGoesOn(Outcome.PROTOCOL, RawServer.parts("\u0000\u0016\u0003\u0001 garbage\n"));
        assertGoesOn(Outcome.PROTOCOL, RawServer.parts("SSH-2.0-any\r\n"));
        assertGoesOn(Outcome.PROTOCOL, RawServer.parts(OK + "Content-Length: many\r\n\r\n"));
    }

    @Test
    void aByteNowAndThenRunsOutOfTime() throws Exception {
        assertGoesOn(Outcome.TIMEOUT, RawServer.thenForEver("", "H", 1000));
        assertGoesOn(Outcome.TIMEOUT, RawServer.thenForEver(OK + "Content-Length: 1000\r\n\r\n", "x", 50));
    }

    @Test
    void aConnectionThatIsTornIsAnError() throws Exception {
        assertGoesOn(Outcome.PROTOCOL, (socket, out) -> {
            out.write(OK.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            reset(socket);
        });
    }

    @Test
    void aServerThatClosesEveryConnectionIsServedByNewOnes() throws Exception {
        RawServer.Answer close = RawServer.thenClose(OK + "Connection: close\r\nContent-Length: 5\r\n\r\nhello");
        assertThat(errors(close, 10)).isEqualTo(Outcome.noErrors());
        // Unannounced, but in time to be seen before the next exchange.
        assertThat(errors(RawServer.thenClose(OK + "Content-Length: 5\r\n\r\nhello"), 10))
                .isEqualTo(Outcome.noErrors());
    }

    /** Every second answer is the hostile one, and only those are errors. */
    private void assertGoesOn(Outcome expected, RawServer.Answer hostile) throws Exception {
        AtomicInteger count = new AtomicInteger();
        Map<Outcome, Long> wanted = new EnumMap<>(Outcome.noErrors());
        wanted.put(expected, 3L);
        assertThat(errors((socket, out) -> (count.getAndIncrement() % 2 == 0 ? hostile : HELLO).write(socket, out), 6))
                .isEqualTo(wanted);
    }

    private Map<Outcome, Long> errors(RawServer.Answer answer, int exchanges) throws Exception {
        try (RawServer server = new RawServer(answer)) {
            Recorder recorder = EngineProbe.recorder();
            try (Engine engine = probe.engine(server.address(), IMPATIENT)) {
                for (int i = 0; i < exchanges; i++) {
                    engine.open(new Burst(1), System.nanoTime(), Engine.ENDLESS_PATIENCE, recorder);
                    // Whatever the server does after its answer, it has done.
                    Thread.sleep(60);
                }
                EngineProbe.await(() -> server.openConnections() <= LOOPS);
            }
            Slice slice = recorder.slice(System.nanoTime());
            assertThat(slice.requests()).isEqualTo(exchanges).isEqualTo(server.requests());
            return slice.errors();
        }
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}

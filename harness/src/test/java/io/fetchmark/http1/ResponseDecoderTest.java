package io.fetchmark.http1;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseDecoderTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    void aBodyEndsWithItsContentLength() {
        assertThat(get(OK + "Content-Length: 5\r\n\r\nhello")).isEqualTo(complete(200, true, "hello"));
        assertThat(get(OK + "content-length:5 \r\n\r\nhello")).isEqualTo(complete(200, true, "hello"));
        assertThat(get(OK + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello"))
                .isEqualTo(complete(200, true, "hello"));
        assertThat(get(OK + "Content-Length: 0\r\n\r\n")).isEqualTo(complete(200, true, ""));
        assertThat(get(OK + "Content-Length: 6\r\n\r\nhello").decoding()).isEqualTo(Decoding.MORE);
    }

    @Test
    void aBodyEndsWithItsLastChunk() {
        String head = OK + "Transfer-Encoding: chunked\r\n\r\n";
        assertThat(get(head + "5\r\nhello\r\n00A;a=\"b\"\r\n, world...\r\n0\r\n\r\n"))
                .isEqualTo(complete(200, true, "hello, world..."));
        assertThat(get(head + "0\r\nX-Checksum: 1\r\n\r\n")).isEqualTo(complete(200, true, ""));
        assertThat(get(OK + "transfer-encoding: gzip, Chunked\r\n\r\n1 \r\n-\r\n0\r\n\r\n"))
                .isEqualTo(complete(200, true, "-"));
        assertThat(get(head + "5\r\nhello\r\n0\r\n").decoding()).isEqualTo(Decoding.MORE);
    }

    @Test
    void aBodyWithoutLengthEndsWithTheConnection() {
        assertThat(get(OK + "\r\nhello").decoding()).isEqualTo(Decoding.MORE);
        assertThat(Decoded.toTheEnd(OK + "\r\nhello").body()).isEqualTo("hello");
        assertThat(Decoded.toTheEnd(OK + "\r\nhello").decoding()).isEqualTo(Decoding.COMPLETE);
        assertThat(Decoded.toTheEnd(OK + "Transfer-Encoding: gzip\r\n\r\nhello").decoding())
                .isEqualTo(Decoding.COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK",
                OK,
                OK + "Content-Length: 6\r\n\r\nhello",
                OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n",
                "HTTP/1.1 100 Continue\r\n\r\n"
            })
    void anEndBeforeItsTimeIsNoResponse(String text) {
        assertThat(Decoded.toTheEnd(text).decoding()).isEqualTo(Decoding.MALFORMED);
    }

    @Test
    void someResponsesHaveNoBodyWhateverTheySay() {
        assertThat(Decoded.of("HEAD", OK + "Content-Length: 5\r\n\r\n")).isEqualTo(complete(200, true, ""));
        assertThat(Decoded.of("HEAD", OK + "Transfer-Encoding: chunked\r\n\r\n"))
                .isEqualTo(complete(200, true, ""));
        assertThat(get("HTTP/1.1 204 No Content\r\n\r\n")).isEqualTo(complete(204, true, ""));
        assertThat(get("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n"))
                .isEqualTo(complete(304, true, ""));
    }

    @Test
    void interimResponsesAreSkipped() {
        String continued = "HTTP/1.1 100 Continue\r\n\r\n";
        String hints = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\nContent-Length: 9\r\n\r\n";
        String made = "HTTP/1.1 201 Made\r\nContent-Length: 1\r\n\r\n.";

        assertThat(get(continued + hints + made)).isEqualTo(complete(201, true, "."));
        assertThat(get("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n")
                        .decoding())
                .isEqualTo(Decoding.MALFORMED);
    }

    @Test
    void theConnectionIsKeptAsVersionAndFieldSay() {
        String end = "Content-Length: 0\r\n\r\n";
        assertThat(get(OK + "Connection: close\r\n" + end).keepsAlive()).isFalse();
        assertThat(get(OK + "CONNECTION: x, Close\r\n" + end).keepsAlive()).isFalse();
        assertThat(get(OK + "Connection: closed\r\n" + end).keepsAlive()).isTrue();
        assertThat(get(OK + "Connection: close\r\nConnection: keep-alive\r\n" + end)
                        .keepsAlive())
                .isFalse();
        assertThat(get("HTTP/1.0 200 OK\r\n" + end).keepsAlive()).isFalse();
        assertThat(get("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n" + end).keepsAlive())
                .isTrue();
        assertThat(get(OK + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"))
                .isEqualTo(complete(200, false, ""));
    }

    @Test
    void whatFollowsTheResponseIsLeft() {
        assertThat(get(OK + "Content-Length: 1\r\n\r\n." + OK).left()).isEqualTo(OK.length());
        assertThat(get(OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n..").left())
                .isEqualTo(2);
    }

    @Test
    void linesMayEndWithALineFeedAloneAndBeFolded() {
        assertThat(get("HTTP/1.1 200\nX: a\n b\nContent-Length: 1\n\n.")).isEqualTo(complete(200, true, "."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "hello\r\n",
                "HTTP/2 200 OK\r\n",
                "HTTP/1.1 20 OK\r\n",
                "HTTP/1.1 2000 OK\r\n",
                "HTTP/1.1 099 OK\r\n",
                "HTTP/1.1  200 OK\r\n",
                "HTTP/1.x 200 OK\r\n",
                OK + "no colon\r\n",
                OK + ": no name\r\n",
                OK + "Content-Length : 5\r\n",
                OK + "Content-Length: \r\n",
                OK + "Content-Length: -5\r\n",
                OK + "Content-Length: 5, 5\r\n",
                OK + "Content-Length: 0x5\r\n",
                OK + "Content-Length: 9999999999999999999\r\n",
                OK + "Content-Length: 5\r\nContent-Length: 6\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\nhello\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\n\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\n5 5\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\n1000000000000000\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\n1\r\n..\r\n"
            })
    void whatIsNoResponseIsMalformed(String text) {
        assertThat(get(text).decoding()).isEqualTo(Decoding.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 |x",
                OK + "|X: y\r\n",
                OK + "X: |y",
                "|HTTP/1.1 100 Continue\r\n\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\n5;|x",
                OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n|X: y\r\n"
            })
    void whatNeverEndsIsMalformedBeforeItCostsMemory(String text) {
        String start = text.substring(0, text.indexOf('|'));
        byte[] part = text.substring(text.indexOf('|') + 1).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer buffer = ByteBuffer.allocateDirect(part.length);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ResponseDecoder decoder = new ResponseDecoder("GET", BodySink.NONE);
        decoder.decode(ByteBuffer.wrap(start.getBytes(StandardCharsets.US_ASCII)));
        Decoding decoding = Decoding.MORE;
        long before = threads.getCurrentThreadAllocatedBytes();
        long taken = 0;
        while (decoding == Decoding.MORE) {
            decoding = decoder.decode(buffer.clear().put(part).flip());
            taken += part.length;
        }
        assertThat(decoding).isEqualTo(Decoding.MALFORMED);
        assertThat(taken).isLessThanOrEqualTo(ResponseDecoder.HEAD_LIMIT + part.length);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8L * ResponseDecoder.HEAD_LIMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hello", "a\r\nb", "\r\n", "hello\n", "H", "http", "HTTP-like\n", "hello HTTP/1.1 maybe\nx"})
    void whatLiesBeforeALaterResponseIsSkippedHoweverItComes(String leftovers) {
        String response = OK + "Content-Length: 3\r\n\r\nyes";
        byte[] bytes = (leftovers + response).getBytes(StandardCharsets.US_ASCII);
        for (int size = 1; size <= bytes.length; size++) {
            Decoded.Connection connection = new Decoded.Connection("GET");
            assertThat(connection.next(response.getBytes(StandardCharsets.US_ASCII), size, false))
                    .isEqualTo(complete(200, true, "yes"));
            assertThat(connection.hasLeftovers()).isFalse();
            assertThat(connection.next(bytes, size, false)).as("by %s", size).isEqualTo(complete(200, true, "yes"));
            assertThat(connection.hasLeftovers()).isTrue();
        }
        assertThat(get(leftovers + response).decoding()).isNotEqualTo(Decoding.COMPLETE);
    }

    @Test
    void anEndBeforeAnyByteOfAResponseIsToldFromOneAfterIt() {
        String first = OK + "Content-Length: 0\r\n\r\n";
        for (String text : List.of("", "hel", "hello\n", "hello\nhel")) {
            Decoded.Connection connection = new Decoded.Connection("GET");
            connection.next(first.getBytes(StandardCharsets.US_ASCII), 99, false);
            connection.next(text.getBytes(StandardCharsets.US_ASCII), 99, true);
            assertThat(connection.hasBegun()).as(text).isFalse();
            assertThat(connection.hasLeftovers()).as(text).isEqualTo(!text.isEmpty());
        }
        for (String text : List.of("H", "HTTP/1.1 200", OK, "HTTP/1.1 100 Continue\r\n\r\n", "http/9 ?\n")) {
            Decoded.Connection connection = new Decoded.Connection("GET");
            connection.next(first.getBytes(StandardCharsets.US_ASCII), 99, false);
            connection.next(text.getBytes(StandardCharsets.US_ASCII), 99, true);
            assertThat(connection.hasBegun()).as(text).isTrue();
            assertThat(connection.hasLeftovers()).as(text).isFalse();
        }
    }

    private static Decoded get(String text) {
        return Decoded.of("GET", text);
    }

    private static Decoded complete(int status, boolean keepsAlive, String body) {
        return new Decoded(Decoding.COMPLETE, status, keepsAlive, body, 0);
    }
}

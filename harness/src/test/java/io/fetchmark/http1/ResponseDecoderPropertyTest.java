package io.fetchmark.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The same bytes are the same response, in however many pieces they come. */
final class ResponseDecoderPropertyTest {

    private static final String BROKEN = "\r\n :;0159aAfcT\u00ff";

    @Property(tries = 300)
    void aResponseIsDecodedAsItWasBuilt(@ForAll("responses") Response response) {
        assertThat(response.decoded(response.bytes().length)).isEqualTo(response.expected());
    }

    @Property(tries = 100)
    void everySplitInTwoGivesTheSameResponse(@ForAll("responses") Response response) {
        byte[] bytes = response.bytes();
        for (int at = 1; at < bytes.length; at++) {
            int first = at;
            int rest = bytes.length - at;
            assertThat(Decoded.inPieces(
                            response.method(), bytes, IntStream.of(first, rest).iterator(), response.ends()))
                    .as("split at %s", at)
                    .isEqualTo(response.expected());
        }
    }

    @Property(tries = 300)
    void piecesOfAnySizeGiveTheSameResponse(
            @ForAll("responses") Response response, @ForAll @IntRange(min = 1, max = 20) int size) {
        assertThat(response.decoded(size)).isEqualTo(response.expected());
    }

    /** A head like the last one is not decoded again, which must not show. */
    @Property(tries = 1000)
    void whatCameBeforeOnTheConnectionDoesNotMatter(@ForAll("responses") Response response, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = response.bytes();
        Decoded.Connection connection = new Decoded.Connection(response.method());
        for (int i = 0; i < 8; i++) {
            byte[] next = switch (random.nextInt(4)) {
                // What does not start as a response would be what is left of the one before.
                case 0 -> startingAs(bytes, broken(bytes, random));
                case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
                default -> bytes;
            };
            int size = random.nextBoolean() ? bytes.length : 1 + random.nextInt(bytes.length);
            assertThat(connection.next(next, size, response.ends()))
                    .isEqualTo(Decoded.inPieces(response.method(), next, next.length + 1, response.ends()));
        }
    }

    @Property(tries = 1000)
    void brokenBytesMeanTheSameInPiecesToo(
            @ForAll("responses") Response response, @ForAll @IntRange(min = 1, max = 9) int size, @ForAll long seed) {
        byte[] bytes = broken(response.bytes(), new Random(seed));
        assertThat(Decoded.inPieces(response.method(), bytes, size, response.ends()))
                .isEqualTo(Decoded.inPieces(response.method(), bytes, bytes.length, response.ends()));
    }

    private static byte[] startingAs(byte[] bytes, byte[] broken) {
        System.arraycopy(bytes, 0, broken, 0, "HTTP/".length());
        return broken;
    }

    private static byte[] broken(byte[] bytes, Random random) {
        byte[] broken = bytes.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            broken[random.nextInt(broken.length)] = (byte) BROKEN.charAt(random.nextInt(BROKEN.length()));
        }
        return broken;
    }

    @Provide
    static Arbitrary<Response> responses() {
        Arbitrary<String> body =
                Arbitraries.strings().withChars("\r\nab0 :;").ofMaxLength(40).edgeCases(edge -> edge.add(""));
        Arbitrary<Integer> status = Arbitraries.of(200, 201, 204, 301, 304, 404, 500, 999);
        Arbitrary<List<String>> fields = Arbitraries.of(
                        "Server: any",
                        "X-Empty:",
                        "connection: keep-alive, x",
                        "CONNECTION: Close",
                        "Content-Lengthy: 3",
                        "Folded: a\r\n\tContent-Length: 77",
                        "Date: Sun, 22 Nov 2026 10:00:00 GMT")
                .list()
                .ofMaxSize(4);
        Arbitrary<Framing> framing = Arbitraries.of(Framing.class);
        Arbitrary<String> interim =
                Arbitraries.of("", "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Hints\r\nLink: <a>\r\n\r\n");
        return Combinators.combine(
                        Arbitraries.of("GET", "HEAD"),
                        interim,
                        status,
                        fields,
                        framing,
                        body,
                        Arbitraries.of("", "left"))
                .as(Response::new);
    }

    /** How the end of a body is told. */
    enum Framing {
        LENGTH,
        CHUNKED,
        TRAILERS,
        UNTIL_CLOSE
    }

    /**
     * A response that is what it says.
     *
     * @param left what follows it
     */
    record Response(
            String method,
            String interim,
            int status,
            List<String> fields,
            Framing framing,
            String content,
            String left) {

        boolean hasBody() {
            return !method.equals("HEAD") && status != 204 && status != 304;
        }

        boolean ends() {
            return framing == Framing.UNTIL_CLOSE && hasBody();
        }

        byte[] bytes() {
            StringBuilder text = new StringBuilder(interim);
            text.append("HTTP/1.1 ").append(status).append(" Any reason\r\n");
            fields.forEach(field -> text.append(field).append("\r\n"));
            switch (framing) {
                case LENGTH ->
                    text.append("Content-Length: ").append(content.length()).append("\r\n\r\n");
                case CHUNKED, TRAILERS -> text.append("Transfer-Encoding: chunked\r\n\r\n");
                case UNTIL_CLOSE -> text.append("\r\n");
            }
            if (hasBody()) {
                text.append(body());
            }
            return text.append(ends() ? "" : left).toString().getBytes(StandardCharsets.US_ASCII);
        }

        private String body() {
            int half = content.length() / 2;
            return switch (framing) {
                case LENGTH, UNTIL_CLOSE -> content;
                case CHUNKED -> chunk(content.substring(0, half)) + chunk(content.substring(half)) + "0\r\n\r\n";
                case TRAILERS -> chunk(content) + "0;x\r\nX-Sum: 1\r\n\r\n";
            };
        }

        private static String chunk(String part) {
            return part.isEmpty() ? "" : Integer.toHexString(part.length()) + "\r\n" + part + "\r\n";
        }

        Decoded decoded(int size) {
            return Decoded.inPieces(method, bytes(), size, ends());
        }

        Decoded expected() {
            boolean keepsAlive = !fields.contains("CONNECTION: Close");
            return new Decoded(
                    Decoding.COMPLETE, status, keepsAlive, hasBody() ? content : "", ends() ? 0 : left.length());
        }
    }
}

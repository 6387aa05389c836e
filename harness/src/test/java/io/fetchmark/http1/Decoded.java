package io.fetchmark.http1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/**
 * What a decoder makes of some bytes.
 *
 * @param status 0 if no response is complete
 * @param keepsAlive false if no response is complete
 * @param left how many bytes are behind the end of the response
 */
record Decoded(Decoding decoding, int status, boolean keepsAlive, String body, int left) {

    static Decoded of(String method, String text) {
        return inPieces(method, bytes(text), text.length() + 1, false);
    }

    /** With the end of the stream behind the bytes. */
    static Decoded toTheEnd(String text) {
        return inPieces("GET", bytes(text), text.length() + 1, true);
    }

    static Decoded inPieces(String method, byte[] bytes, int size, boolean ends) {
        return inPieces(method, bytes, IntStream.generate(() -> size).iterator(), ends);
    }

    /**
     * @param sizes of the pieces, positive
     */
    static Decoded inPieces(String method, byte[] bytes, PrimitiveIterator.OfInt sizes, boolean ends) {
        return new Connection(method).next(bytes, sizes, ends);
    }

    /** What one decoder makes of one response after the other. */
    static final class Connection {

        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final ResponseDecoder decoder;

        Connection(String method) {
            this.decoder = new ResponseDecoder(method, part -> {
                while (part.hasRemaining()) {
                    body.write(part.get());
                }
            });
        }

        Decoded next(byte[] bytes, int size, boolean ends) {
            return next(bytes, IntStream.generate(() -> size).iterator(), ends);
        }

        boolean hasBegun() {
            return decoder.hasBegun();
        }

        boolean hasLeftovers() {
            return decoder.hasLeftovers();
        }

        private Decoded next(byte[] bytes, PrimitiveIterator.OfInt sizes, boolean ends) {
            body.reset();
            decoder.reset();
            Decoding decoding = Decoding.MORE;
            int at = 0;
            while (at < bytes.length && decoding == Decoding.MORE) {
                // A buffer of its own, which does not outlive the call, as that of a socket is used again.
                int size = Math.min(sizes.nextInt(), bytes.length - at);
                ByteBuffer piece =
                        ByteBuffer.allocate(size).put(bytes, at, size).flip();
                decoding = decoder.decode(piece);
                at += size - piece.remaining();
                piece.clear();
                while (piece.hasRemaining()) {
                    piece.put((byte) '!');
                }
            }
            if (ends && decoding == Decoding.MORE) {
                decoding = decoder.endOfStream();
            }
            boolean complete = decoding == Decoding.COMPLETE;
            return new Decoded(
                    decoding,
                    complete ? decoder.status() : 0,
                    complete && decoder.keepsAlive(),
                    body.toString(StandardCharsets.ISO_8859_1),
                    complete ? bytes.length - at : 0);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

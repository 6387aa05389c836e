package io.fetchmark.http1;

import java.util.Arrays;

/**
 * What {@code dev/fuzz-decoder} feeds with bytes of its invention. The first byte says how the rest is cut into pieces;
 * whatever the rest is, the decoder must not throw, and must make the same of the pieces as of the whole, and whatever it
 * has decoded before.
 */
public final class ResponseDecoderFuzz {

    private static final int SIZES = 32;

    private ResponseDecoderFuzz() {}

    /** The name and the signature are Jazzer's. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int size = 1 + (input[0] & (SIZES - 1));
        boolean ends = (input[0] & SIZES) != 0;
        String method = (input[0] & (2 * SIZES)) != 0 ? "HEAD" : "GET";
        byte[] bytes = new byte[input.length - 1];
        System.arraycopy(input, 1, bytes, 0, bytes.length);
        Decoded whole = Decoded.inPieces(method, bytes, bytes.length + 1, ends);
        Decoded pieces = Decoded.inPieces(method, bytes, size, ends);
        if (!whole.equals(pieces)) {
            throw new IllegalStateException("whole: " + whole + ", in pieces of " + size + ": " + pieces);
        }
        Decoded.Connection connection = new Decoded.Connection(method);
        connection.next(bytes, size * SIZES, ends);
        connection.next(Arrays.copyOf(bytes, bytes.length / 2), bytes.length + 1, ends);
        for (int i = 0; i < 2; i++) {
            Decoded again = connection.next(bytes, bytes.length + 1, ends);
            if (!whole.equals(again)) {
                throw new IllegalStateException("alone: " + whole + ", after others: " + again);
            }
        }
        if (whole.decoding() == Decoding.COMPLETE && (whole.status() < 200 || whole.status() > 999)) {
            throw new IllegalStateException("no final status: " + whole);
        }
        if (ends && whole.decoding() == Decoding.MORE) {
            throw new IllegalStateException("no end after the end: " + whole);
        }
    }
}

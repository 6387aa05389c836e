package io.fetchmark.http1;

import java.nio.ByteBuffer;

/**
 * The bytes of the head that was decoded last. The next one is mostly the same, but for its date once a second, and to
 * compare is cheaper than to decode.
 */
final class KnownHead {

    private static final int LIMIT = 1024;

    private ByteBuffer bytes = ByteBuffer.allocate(0);

    /** Whether it is what comes next in a buffer. */
    boolean isNextIn(ByteBuffer in) {
        int same = in.mismatch(bytes);
        return bytes.hasRemaining() && (same < 0 || same == length());
    }

    int length() {
        return bytes.remaining();
    }

    /** Takes the bytes between two indices of a buffer, if they are not too many. */
    void set(ByteBuffer source, int from, int to) {
        int length = to - from;
        if (length > LIMIT) {
            forget();
            return;
        }
        if (bytes.capacity() < length) {
            bytes = ByteBuffer.allocate(length);
        }
        bytes.clear().put(0, source, from, length).limit(length);
    }

    void forget() {
        bytes.limit(0);
    }
}

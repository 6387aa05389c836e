package io.fetchmark.http1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The next line of a stream of bytes: a piece of the buffer that came in, or, if it came in several buffers, a copy. Once
 * a line is there, it is {@link #bytes} from {@link #from} to {@link #to}, until the next call. Allocates only for lines
 * that came in pieces, and never more than the limit.
 */
final class Line {

    private static final int FIRST_CAPACITY = 256;
    private static final long LINE_FEEDS = 0x0a0a0a0a0a0a0a0aL;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final int limit;
    private ByteBuffer pieces = ByteBuffer.allocate(0);
    private ByteBuffer bytes = pieces;
    private int from;
    private int to;

    /**
     * @param limit the most bytes that a line may have, without its end
     */
    Line(int limit) {
        this.limit = limit;
    }

    /** Forgets a line that has begun. */
    void reset() {
        pieces.clear();
    }

    /**
     * Takes bytes up to the end of the line, LF or CR LF; all of them if it is not there.
     *
     * @return whether a whole line is there
     */
    boolean read(ByteBuffer in) {
        in.order(ByteOrder.LITTLE_ENDIAN);
        int start = in.position();
        int end = indexOfLineFeed(in, start);
        if (end < 0) {
            keep(in, start, in.limit());
            in.position(in.limit());
            return false;
        }
        in.position(end + 1);
        if (pieces.position() == 0) {
            set(in, start, end);
        } else {
            keep(in, start, end);
            set(pieces, 0, pieces.position());
            pieces.clear();
        }
        return true;
    }

    /** Whether a line has begun that may become one with this start, whatever the case of its letters. */
    boolean mayBecome(String lowerCase) {
        int length = Math.min(pieces.position(), lowerCase.length());
        return length > 0 && Ascii.startsWith(pieces, 0, length, lowerCase.substring(0, length));
    }

    /** Whether the line that has begun, or is there, is longer than the limit; it then lacks its end. */
    boolean isTooLong() {
        return pieces.position() > limit || to - from > limit;
    }

    ByteBuffer bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    private void set(ByteBuffer source, int start, int end) {
        bytes = source;
        from = start;
        to = end > start && source.get(end - 1) == '\r' ? end - 1 : end;
    }

    private void keep(ByteBuffer in, int start, int end) {
        int length = Math.min(end - start, limit + 1 - pieces.position());
        if (length <= 0) {
            return;
        }
        if (pieces.remaining() < length) {
            int needed = pieces.position() + length;
            int capacity = Math.max(FIRST_CAPACITY, Math.min(Math.max(needed, 2 * pieces.capacity()), limit + 1));
            pieces =
                    ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(pieces.flip());
        }
        pieces.put(pieces.position(), in, start, length).position(pieces.position() + length);
    }

    /**
     * Eight bytes at a time: the lowest zero byte of {@code word ^ LINE_FEEDS} is where its subtraction first borrows
     * (H. S. Warren, Hacker's Delight, section 6-1).
     */
    private static int indexOfLineFeed(ByteBuffer in, int start) {
        int at = start;
        for (int last = in.limit() - Long.BYTES; at <= last; at += Long.BYTES) {
            long word = in.getLong(at) ^ LINE_FEEDS;
            long found = (word - ONES) & ~word & HIGH_BITS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        for (; at < in.limit(); at++) {
            if (in.get(at) == '\n') {
                return at;
            }
        }
        return -1;
    }
}

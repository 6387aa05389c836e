package io.fetchmark.fork;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/**
 * A piece of a message in a frame, on a stream that others write to as well: an agent, a library in C, the JVM itself. It is
 * found wherever it begins, and nothing else is taken for one.
 *
 * <pre>
 *   text of others@fetchmark 0000002a+1df3b8c41d0 {"kind":"measured", ... \n text of others
 *                            |       || |         |
 *                            number  || checksum  piece
 *                                    |length of the piece
 *                                    + the message goes on, . it ends here
 * </pre>
 *
 * <p>No frame is longer than {@value #LONGEST} bytes. So much any system writes to a pipe at once (POSIX, {@code PIPE_BUF}):
 * what others write comes before a frame or after it, and never within.
 */
final class Frame {

    private static final int LONGEST = 512;
    private static final byte[] MARKER = "@fetchmark ".getBytes(StandardCharsets.US_ASCII);
    private static final int NUMBER = MARKER.length;
    private static final int FLAG = NUMBER + 8;
    private static final int LENGTH = FLAG + 1;
    private static final int SUM = LENGTH + 3;
    private static final int PIECE = SUM + 8 + 1;
    /** How many bytes of a message a frame takes. */
    static final int MOST_PIECE = LONGEST - PIECE - 1;

    private static final byte END = '\n';
    private static final int HEX = 16;

    private final long number;
    private final boolean last;
    private final byte[] piece;

    private Frame(long number, boolean last, byte[] piece) {
        this.number = number;
        this.last = last;
        this.piece = piece;
    }

    /**
     * A frame as it is written.
     *
     * @param number how many frames went before it
     * @param last whether the message ends with this piece
     */
    static byte[] encode(long number, boolean last, byte[] piece) {
        byte[] frame = new byte[PIECE + piece.length + 1];
        System.arraycopy(MARKER, 0, frame, 0, MARKER.length);
        put(
                frame,
                NUMBER,
                String.format(Locale.ROOT, "%08x%s%03x", number & 0xffff_ffffL, last ? "." : "+", piece.length));
        System.arraycopy(piece, 0, frame, PIECE, piece.length);
        put(frame, SUM, String.format(Locale.ROOT, "%08x ", checksum(frame, 0, frame.length)));
        frame[frame.length - 1] = END;
        return frame;
    }

    private static void put(byte[] frame, int at, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, frame, at, ascii.length);
    }

    /**
     * How long the frame is that begins there, if one does; 0 if none can begin there; absent if that cannot be said before
     * there are more bytes.
     *
     * @param end where the bytes end
     */
    static OptionalInt length(byte[] bytes, int at, int end) {
        int known = Math.min(end - at, MARKER.length);
        if (!Arrays.equals(bytes, at, at + known, MARKER, 0, known)) {
            return OptionalInt.of(0);
        }
        if (end - at < PIECE) {
            return OptionalInt.empty();
        }
        byte flag = bytes[at + FLAG];
        long length = hex(bytes, at + LENGTH, at + SUM);
        return (flag == '+' || flag == '.') && length >= 0 && length <= MOST_PIECE
                ? OptionalInt.of(PIECE + (int) length + 1)
                : OptionalInt.of(0);
    }

    /** The frame that begins there and has that {@link #length}; empty if it is none after all, or is torn. */
    static Optional<Frame> decode(byte[] bytes, int at, int length) {
        long number = hex(bytes, at + NUMBER, at + FLAG);
        boolean whole = number >= 0
                && bytes[at + length - 1] == END
                && hex(bytes, at + SUM, at + PIECE - 1) == checksum(bytes, at, length);
        return whole
                ? Optional.of(new Frame(
                        number, bytes[at + FLAG] == '.', Arrays.copyOfRange(bytes, at + PIECE, at + length - 1)))
                : Optional.empty();
    }

    /** Whether it is the frame with that number, of which only the lower 32 bits are written. */
    boolean is(long wanted) {
        return number == (wanted & 0xffff_ffffL);
    }

    boolean isLast() {
        return last;
    }

    byte[] piece() {
        return piece.clone();
    }

    private static long checksum(byte[] bytes, int at, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, at, SUM);
        sum.update(bytes, at + PIECE, length - PIECE - 1);
        return sum.getValue();
    }

    /** A number in lower case; -1 if it is none. */
    private static long hex(byte[] bytes, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] >= 'A' && bytes[i] <= 'F' ? -1 : Character.digit(bytes[i], HEX);
            if (digit < 0) {
                return -1;
            }
            value = value * HEX + digit;
        }
        return value;
    }
}

package io.fetchmark.http1;

import java.nio.ByteBuffer;

/**
 * Decodes the responses of one connection, one after the other (RFC 9112). Interim responses (1xx) are skipped. Keeps
 * nothing but the line that it is in, allocates nothing while lines come in one piece, and never more than
 * {@link #HEAD_LIMIT}. Not for use by several threads.
 *
 * <p>What lies before the status line of a response that follows another on its connection belongs to that other one, which
 * was longer than its head said: it is skipped, and {@link #hasLeftovers} tells of it. The first response of a
 * connection has nothing before it, and a line that starts as a status line is taken for one.
 *
 * <pre>
 *   STATUS_LINE -> FIELD -+-> COMPLETE                                    HEAD, 204, 304, length 0
 *       ^            |    +-> BODY ----------------------> COMPLETE       Content-Length
 *       +-- 1xx -----+    +-> CHUNK_SIZE -> CHUNK_DATA -> CHUNK_END       chunked
 *                         |      ^  +---------------------- | -> TRAILER -> COMPLETE
 *                         |      +--------------------------+
 *                         +-> UNTIL_CLOSE -- endOfStream --> COMPLETE     neither
 * </pre>
 */
public final class ResponseDecoder {

    /** The most bytes that the heads of a response may have together, and the most that a line of a chunk may have. */
    public static final int HEAD_LIMIT = 32 * 1024;

    /** Of a chunk's size; 15 hexadecimal digits fit into a long. */
    private static final int MOST_DIGITS = 15;

    private static final int NOWHERE = -1;

    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private enum State {
        STATUS_LINE,
        FIELD,
        BODY,
        CHUNK_SIZE,
        CHUNK_DATA,
        CHUNK_END,
        TRAILER,
        UNTIL_CLOSE,
        COMPLETE,
        MALFORMED
    }

    private final boolean toHead;
    private final BodySink sink;
    private final Line line = new Line(HEAD_LIMIT);
    private final ResponseHead head = new ResponseHead();
    private final KnownHead known = new KnownHead();
    private State state = State.STATUS_LINE;
    /** Whether a response came before on the connection. */
    private boolean follows;
    /** Whether a status line of this response has come. */
    private boolean begun;

    private boolean leftovers;
    private int headBytes;
    /** Where the head starts in the buffer at hand, or {@link #NOWHERE} if it started in another. */
    private int headStart;

    private long left;

    /**
     * @param method of the requests; the responses to {@code HEAD} have no body
     * @param sink takes the bodies
     */
    public ResponseDecoder(String method, BodySink sink) {
        this.toHead = method.equals("HEAD");
        this.sink = sink;
    }

    /** Makes ready for the next response of the connection. */
    public void reset() {
        follows |= state == State.COMPLETE;
        state = State.STATUS_LINE;
        begun = false;
        leftovers = false;
        headBytes = 0;
        line.reset();
    }

    /**
     * Takes bytes up to the end of the response; all of them if it is not there. What follows a complete response is left.
     *
     * @param in its byte order is set to little-endian
     */
    public Decoding decode(ByteBuffer in) {
        headStart = state == State.STATUS_LINE && headBytes == 0 ? in.position() : NOWHERE;
        if (headStart != NOWHERE && known.isNextIn(in)) {
            headBytes = known.length();
            begun = true;
            in.position(headStart + headBytes);
            state = afterHead();
        }
        while (in.hasRemaining() && state != State.COMPLETE && state != State.MALFORMED) {
            switch (state) {
                case STATUS_LINE, FIELD, CHUNK_SIZE, CHUNK_END, TRAILER -> readLine(in);
                case BODY, CHUNK_DATA -> readBody(in);
                case UNTIL_CLOSE -> pass(in, in.remaining());
                case COMPLETE, MALFORMED -> throw new IllegalStateException("left above: " + state);
            }
        }
        return switch (state) {
            case COMPLETE -> Decoding.COMPLETE;
            case MALFORMED -> Decoding.MALFORMED;
            case STATUS_LINE, FIELD, BODY, CHUNK_SIZE, CHUNK_DATA, CHUNK_END, TRAILER, UNTIL_CLOSE -> Decoding.MORE;
        };
    }

    /** The other side has closed the connection: whether that is the end of the response, or only of the connection. */
    public Decoding endOfStream() {
        state = state == State.UNTIL_CLOSE || state == State.COMPLETE ? State.COMPLETE : State.MALFORMED;
        return state == State.COMPLETE ? Decoding.COMPLETE : Decoding.MALFORMED;
    }

    /** Whether any byte of the response has come; one before its status line is not of it. */
    public boolean hasBegun() {
        return begun || (follows ? line.mayBecome(ResponseHead.START) : headBytes > 0);
    }

    /** Whether something that belongs to the response before has come, before the status line of this one. */
    public boolean hasLeftovers() {
        return leftovers || (follows && headBytes > 0 && !hasBegun());
    }

    /** Whether another response came before on the connection. */
    public boolean follows() {
        return follows;
    }

    /** The status code of the response, once it is complete. */
    public int status() {
        return head.status();
    }

    /** Whether the response says that its body has a content coding. */
    public boolean hasContentEncoding() {
        return head.hasContentEncoding();
    }

    /** Whether a further request may be sent on the connection, once the response is complete. */
    public boolean keepsAlive() {
        return head.keepsAlive();
    }

    private void readLine(ByteBuffer in) {
        int start = in.position();
        boolean whole = line.read(in);
        headBytes += in.position() - start;
        if (headBytes > HEAD_LIMIT || line.isTooLong()) {
            state = State.MALFORMED;
        } else if (whole) {
            state = afterLine(line.bytes(), line.from(), line.to());
        }
    }

    private State afterLine(ByteBuffer bytes, int from, int to) {
        return switch (state) {
            case STATUS_LINE -> {
                known.forget();
                yield head.statusLine(bytes, from, to) ? begin() : afterLeftovers(bytes, from, to);
            }
            case FIELD -> {
                if (from == to) {
                    if (headStart != NOWHERE) {
                        known.set(bytes, headStart, bytes.position());
                    }
                    yield afterHead();
                }
                yield head.field(bytes, from, to) ? State.FIELD : State.MALFORMED;
            }
            case CHUNK_SIZE -> afterChunkSize(bytes, from, to);
            case CHUNK_END -> {
                headBytes = 0;
                yield from == to ? State.CHUNK_SIZE : State.MALFORMED;
            }
            case TRAILER -> from == to ? State.COMPLETE : State.TRAILER;
            case BODY, CHUNK_DATA, UNTIL_CLOSE, COMPLETE, MALFORMED ->
                throw new IllegalStateException("has no lines: " + state);
        };
    }

    /** A line that is no status line: the status line may be at its end, or in one that follows. */
    private State afterLeftovers(ByteBuffer bytes, int from, int to) {
        if (begun || !follows || Ascii.startsWith(bytes, from, to, ResponseHead.START)) {
            begun = true;
            return State.MALFORMED;
        }
        leftovers = true;
        headStart = NOWHERE;
        for (int at = from + 1; at < to; at++) {
            if (head.statusLine(bytes, at, to)) {
                return begin();
            }
        }
        return State.STATUS_LINE;
    }

    private State begin() {
        begun = true;
        return State.FIELD;
    }

    private State afterHead() {
        int status = head.status();
        if (status < 200) {
            // Nobody asked for another protocol.
            return status == SWITCHING_PROTOCOLS ? State.MALFORMED : State.STATUS_LINE;
        }
        if (toHead || status == NO_CONTENT || status == NOT_MODIFIED) {
            return State.COMPLETE;
        }
        if (head.isChunked()) {
            headBytes = 0;
            return State.CHUNK_SIZE;
        }
        if (head.hasTransferEncoding() || head.contentLength() == ResponseHead.UNKNOWN) {
            return State.UNTIL_CLOSE;
        }
        left = head.contentLength();
        return left == 0 ? State.COMPLETE : State.BODY;
    }

    private State afterChunkSize(ByteBuffer bytes, int from, int to) {
        long size = 0;
        int at = from;
        for (int digit; at < to && (digit = Ascii.hexDigit(bytes.get(at))) >= 0; at++) {
            if (at - from == MOST_DIGITS) {
                return State.MALFORMED;
            }
            size = 16 * size + digit;
        }
        int rest = Ascii.skipBlanks(bytes, at, to);
        if (at == from || (rest < to && bytes.get(rest) != ';')) {
            return State.MALFORMED;
        }
        left = size;
        return size == 0 ? State.TRAILER : State.CHUNK_DATA;
    }

    private void readBody(ByteBuffer in) {
        int length = (int) Math.min(left, in.remaining());
        pass(in, length);
        left -= length;
        if (left == 0) {
            state = state == State.BODY ? State.COMPLETE : State.CHUNK_END;
        }
    }

    private void pass(ByteBuffer in, int length) {
        int limit = in.limit();
        int end = in.position() + length;
        in.limit(end);
        sink.accept(in);
        in.limit(limit).position(end);
    }
}

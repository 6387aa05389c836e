package io.fetchmark.target;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The requests that come in on one connection, of which only the ends are of interest; they may be split anywhere. */
final class CannedRequests {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int NO_MATCH = -1;
    private static final int LOWER_CASE = 0x20;

    /** Characters of the line so far, without its end. */
    private int column;
    /** How much of {@link #LENGTH} the line starts with; {@link #NO_MATCH} once it differs. */
    private int matched;

    private long contentLength;
    private long bodyLeft;

    /** Takes in all that the buffer has, and says how many requests are complete by it. */
    int take(ByteBuffer bytes) {
        int complete = 0;
        while (bytes.hasRemaining()) {
            if (bodyLeft > 0) {
                int skipped = (int) Math.min(bodyLeft, bytes.remaining());
                bytes.position(bytes.position() + skipped);
                bodyLeft -= skipped;
                complete += bodyLeft == 0 ? 1 : 0;
            } else {
                complete += takeHead(bytes.get()) ? 1 : 0;
            }
        }
        return complete;
    }

    /** Whether a request ended with this character. */
    private boolean takeHead(byte character) {
        if (character == '\n') {
            return endLine();
        }
        if (matched == NO_MATCH) {
            column++;
        } else if (character != '\r') {
            match(character);
        }
        return false;
    }

    /** Whether a request ended with this line: one without a body. */
    private boolean endLine() {
        boolean headEnds = column == 0;
        column = 0;
        matched = 0;
        if (headEnds) {
            bodyLeft = contentLength;
            contentLength = 0;
        }
        return headEnds && bodyLeft == 0;
    }

    private void match(byte character) {
        column++;
        if (matched == LENGTH.length) {
            if (character >= '0' && character <= '9') {
                contentLength = contentLength * 10 + character - '0';
            }
        } else if ((character | LOWER_CASE) == LENGTH[matched]) {
            matched++;
        } else {
            matched = NO_MATCH;
        }
    }
}

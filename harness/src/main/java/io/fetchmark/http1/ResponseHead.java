package io.fetchmark.http1;

import java.nio.ByteBuffer;

/** What the head of a response says about its body and its connection; nothing else of it is kept. */
final class ResponseHead {

    static final long UNKNOWN = -1;

    /** What every response starts with, right or wrong, whatever the case of the letters. */
    static final String START = "http/";

    private static final String VERSION = "http/1.";

    /** Of a Content-Length; more would be no body but an attack. */
    private static final int MOST_DIGITS = 18;

    private static final int CONTENT_LENGTH = "content-length".length();
    private static final int TRANSFER_ENCODING = "transfer-encoding".length();
    private static final int CONNECTION = "connection".length();
    private static final int CONTENT_ENCODING = "content-encoding".length();

    private int status;
    private long contentLength;
    private boolean transferEncoding;
    private boolean chunked;
    private boolean keepAlive;
    private boolean close;
    private boolean contentEncoding;

    int status() {
        return status;
    }

    /** The length that was announced, or {@link #UNKNOWN}. */
    long contentLength() {
        return contentLength;
    }

    /** Whether the body has a coding, which then decides where it ends (RFC 9112, 6.3). */
    boolean hasTransferEncoding() {
        return transferEncoding;
    }

    /** Whether the last coding is chunked. */
    boolean isChunked() {
        return chunked;
    }

    /** Whether the body is not as it was, but compressed for example (RFC 9110, 8.4). */
    boolean hasContentEncoding() {
        return contentEncoding;
    }

    /** Whether a further request may be sent on the connection, as far as the head decides this. */
    boolean keepsAlive() {
        // A length beside a coding smells of two servers that do not agree where a response ends (RFC 9112, 6.1).
        return keepAlive && !close && !(transferEncoding && contentLength != UNKNOWN);
    }

    /** Takes the status line, {@code HTTP/1.x 200 any text}; false if it is none. */
    boolean statusLine(ByteBuffer bytes, int from, int to) {
        contentLength = UNKNOWN;
        transferEncoding = false;
        chunked = false;
        close = false;
        contentEncoding = false;
        if (to - from < 12 || !Ascii.startsWith(bytes, from, to, VERSION) || bytes.get(from + 8) != ' ') {
            return false;
        }
        int minor = Ascii.digit(bytes.get(from + 7));
        int first = Ascii.digit(bytes.get(from + 9));
        int second = Ascii.digit(bytes.get(from + 10));
        int third = Ascii.digit(bytes.get(from + 11));
        if (minor < 0 || first < 1 || second < 0 || third < 0) {
            return false;
        }
        keepAlive = minor > 0;
        status = first * 100 + second * 10 + third;
        return to - from == 12 || bytes.get(from + 12) == ' ';
    }

    /** Takes a field line, {@code name: value}; false if it is none, or contradicts another. */
    boolean field(ByteBuffer bytes, int from, int to) {
        byte first = bytes.get(from);
        if (first == ' ' || first == '\t') {
            // A folded line: the rest of a value that does not matter here (RFC 9112, 5.2).
            return true;
        }
        int colon = Ascii.indexOf(bytes, from, to, ':');
        if (colon <= from || bytes.get(colon - 1) == ' ' || bytes.get(colon - 1) == '\t') {
            return false;
        }
        int start = Ascii.skipBlanks(bytes, colon + 1, to);
        int end = Ascii.trimBlanks(bytes, start, to);
        int length = colon - from;
        if (length == CONTENT_LENGTH && Ascii.startsWith(bytes, from, to, "content-length")) {
            return contentLength(bytes, start, end);
        }
        if (length == TRANSFER_ENCODING && Ascii.startsWith(bytes, from, to, "transfer-encoding")) {
            transferEncoding = true;
            chunked = Ascii.isLastToken(bytes, start, end, "chunked");
        } else if (length == CONNECTION && Ascii.startsWith(bytes, from, to, "connection")) {
            close |= Ascii.hasToken(bytes, start, end, "close");
            keepAlive |= Ascii.hasToken(bytes, start, end, "keep-alive");
        } else if (length == CONTENT_ENCODING && Ascii.startsWith(bytes, from, to, "content-encoding")) {
            contentEncoding |= !Ascii.isLastToken(bytes, start, end, "identity");
        }
        return true;
    }

    private boolean contentLength(ByteBuffer bytes, int start, int end) {
        if (start == end || end - start > MOST_DIGITS) {
            return false;
        }
        long value = 0;
        for (int at = start; at < end; at++) {
            int digit = Ascii.digit(bytes.get(at));
            if (digit < 0) {
                return false;
            }
            value = 10 * value + digit;
        }
        boolean agrees = contentLength == UNKNOWN || contentLength == value;
        contentLength = value;
        return agrees;
    }
}

package io.fetchmark.engine;

import java.util.Set;

/**
 * The rule by which a request is sent a second time: it was sent on a connection that a response had come on before, the
 * server ended the connection before the first byte of a response to it, and that end came before the request or within
 * a millisecond after it. The server then had ended the connection without knowing of the request: it has not been
 * served, and any client that keeps connections would send it again. An end that comes later may be the doing of a
 * server that took the request and crashed.
 */
final class Resending {

    private static final long SOON_NANOS = 1_000_000;

    /** Methods of which two requests have the effect of one (RFC 9110, 9.2.2). */
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    private Resending() {}

    /** Whether a request with that method may be sent again; one that may not is an error. */
    static boolean allows(String method) {
        return REPEATABLE.contains(method);
    }

    /** Whether a connection ended too soon after a request for the end to be on account of it. */
    static boolean isUnserved(long sent, long ended) {
        return ended - sent <= SOON_NANOS;
    }
}

package io.fetchmark.engine;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many connections the pool of an HttpClient may have: it does not say, nor whether it takes one of them for a
 * request. Counted are those that it keeps after a response. It also loses some while they are idle, so the true number
 * is at most this. May be used by any thread.
 */
final class IdleConnections {

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final AtomicInteger most = new AtomicInteger();
    private final boolean toHead;

    /**
     * @param method of the requests
     */
    IdleConnections(String method) {
        this.toHead = method.equals("HEAD");
    }

    /** A request is sent: on one of them, if there may be any, which the answer says. */
    boolean take() {
        return most.getAndUpdate(number -> Math.max(0, number - 1)) > 0;
    }

    /** A response is complete. */
    void give(ResponseInfo response) {
        if (isKept(response.statusCode(), response.headers())) {
            most.incrementAndGet();
        }
    }

    private boolean isKept(int status, HttpHeaders headers) {
        boolean delimited = toHead
                || status == NO_CONTENT
                || status == NOT_MODIFIED
                || headers.firstValue("Content-Length").isPresent()
                || headers.firstValue("Transfer-Encoding").isPresent();
        return delimited
                && headers.allValues("Connection").stream()
                        .noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("close"));
    }
}

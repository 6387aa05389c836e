package io.fetchmark.plan;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The request that a scenario repeats, and what is expected of the response.
 *
 * @param path the path and query, starting with a slash, already percent-encoded
 * @param method the HTTP method, a token in upper case
 * @param headers further header fields, in the order of sending
 * @param body the body, sent as UTF-8; empty for none
 * @param expect what the response must be
 * @param timeout the longest an exchange may take from its start to the last byte of the body, and the longest an
 *     arrival of an open load may wait to be started; 1 ms to 1 h
 */
public record Request(
        String path, String method, Map<String, String> headers, String body, Expect expect, Duration timeout) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    public Request {
        if (!path.startsWith("/")) {
            throw new InvalidValue("path", "must start with /, was " + path);
        }
        if (!method.matches("[A-Z]+")) {
            throw new InvalidValue("method", "must be an HTTP method in upper case, was " + method);
        }
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(Duration.ofHours(1)) > 0) {
            throw new InvalidValue("timeout", "must be from 1ms to 1h, was " + Durations.format(timeout));
        }
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** {@code GET path}, any body, status 200 within 5 s. */
    public static Request get(String path) {
        return new Request(path, "GET", Map.of(), "", Expect.OK, DEFAULT_TIMEOUT);
    }

    /** This request with another expectation. */
    public Request expecting(Expect other) {
        return new Request(path, method, headers, body, other, timeout);
    }

    /** This request with another time-out. */
    public Request within(Duration other) {
        return new Request(path, method, headers, body, expect, other);
    }
}

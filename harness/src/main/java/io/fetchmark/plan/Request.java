package io.fetchmark.plan;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The request that a scenario repeats, and what is expected of the response.
 *
 * @param path the path and query, starting with a slash, already percent-encoded
 * @param method the HTTP method, a token in upper case
 * @param headers further header fields, in the order of sending; values of those that credentials go by are shown
 *     nowhere
 * @param body the body, sent as UTF-8; empty for none; it may hold secrets, so it is shown nowhere
 * @param expect what the response must be
 * @param timeout the longest an exchange may take from its start to the last byte of the body, and the longest an
 *     arrival of an open load may wait to be started; 1 ms to 1 h
 * @param http the version of HTTP
 */
public record Request(
        String path,
        String method,
        Map<String, String> headers,
        String body,
        Expect expect,
        Duration timeout,
        HttpVersion http) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    private static final Pattern PATH = Pattern.compile("/([!$&-;=?-Z_a-z~]|%[0-9A-Fa-f]{2})*");
    private static final Pattern FIELD_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern FIELD_VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");
    private static final Set<String> FIELDS_OF_THE_CLIENT =
            Set.of("connection", "content-length", "expect", "transfer-encoding", "upgrade");

    public Request {
        if (!path.startsWith("/")) {
            throw new InvalidValue("path", "must start with /, was " + path);
        }
        if (!PATH.matcher(path).matches()) {
            throw new InvalidValue("path", "must be percent-encoded and without fragment, was " + path);
        }
        if (!method.matches("[A-Z]+")) {
            throw new InvalidValue("method", "must be an HTTP method in upper case, was " + method);
        }
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(Duration.ofHours(1)) > 0) {
            throw new InvalidValue("timeout", "must be from 1ms to 1h, was " + Durations.format(timeout));
        }
        headers.forEach(Request::checkHeader);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    private static void checkHeader(String name, String value) {
        if (!FIELD_NAME.matcher(name).matches()) {
            throw new InvalidValue("headers", "must have tokens as names, was " + name);
        }
        if (FIELDS_OF_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
            throw new InvalidValue(
                    "headers", "must leave " + name + " to the client, was " + Secrecy.shown(name, value));
        }
        if (!FIELD_VALUE.matcher(value).matches()) {
            throw new InvalidValue(
                    "headers",
                    "must have printable ASCII as the value of " + name + ", was " + Secrecy.shown(name, value));
        }
    }

    /** {@code GET path} by HTTP/1.1, any body, status 200 within 5 s. */
    public static Request get(String path) {
        return new Request(path, "GET", Map.of(), "", Expect.OK, DEFAULT_TIMEOUT, HttpVersion.HTTP_1_1);
    }

    /** Where the request goes at a target: its path, appended to the target's address. */
    public URI at(URI target) {
        String base = target.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    /** This request with words in the place of header values that may be secrets. */
    public Request withoutSecrets() {
        Map<String, String> shown = new LinkedHashMap<>(headers);
        shown.replaceAll(Secrecy::shown);
        return new Request(path, method, shown, body, expect, timeout, http);
    }

    /** All but the body and header values that may be secrets. */
    @Override
    public String toString() {
        return "Request[path=" + path + ", method=" + method + ", headers="
                + withoutSecrets().headers() + ", body of " + body.length() + " characters, expect=" + expect
                + ", timeout=" + timeout + ", http=" + http + "]";
    }

    /** This request with another expectation. */
    public Request expecting(Expect other) {
        return new Request(path, method, headers, body, other, timeout, http);
    }

    /** This request with another time-out. */
    public Request within(Duration other) {
        return new Request(path, method, headers, body, expect, other, http);
    }

    /** This request with another version of HTTP. */
    public Request over(HttpVersion other) {
        return new Request(path, method, headers, body, expect, timeout, other);
    }
}

package io.fetchmark.plan;

import java.util.Arrays;

/** The version of HTTP that a request is sent with, and its response must come with. */
public enum HttpVersion {
    /** HTTP/1.1, one exchange at a time on a connection. */
    HTTP_1_1("1.1"),
    /** HTTP/2, many exchanges at a time: agreed on by ALPN over TLS, or by an upgrade of the first request (h2c). */
    HTTP_2("2");

    private final String label;

    HttpVersion(String label) {
        this.label = label;
    }

    /**
     * The version of that label.
     *
     * @throws InvalidValue if there is none; the message lists the labels
     */
    public static HttpVersion of(String label) {
        return Arrays.stream(values())
                .filter(version -> version.label.equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidValue("http", "must be one of " + Arrays.toString(values()) + ", was " + label));
    }

    /** The name used in the POM and in files. */
    @Override
    public String toString() {
        return label;
    }
}

package io.fetchmark.http1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes a request as bytes (RFC 9112), to be sent as often as one likes. */
public final class RequestEncoder {

    /** Methods whose request has a meaning for its body, so that its length is sent even where it is 0 (RFC 9110, 8.6). */
    private static final Set<String> WITH_LENGTH = Set.of("POST", "PUT", "PATCH");

    private RequestEncoder() {}

    /**
     * The bytes of a request. {@code Host} and {@code User-Agent} are added where the fields do not have them.
     *
     * @param host the host and port of the target, as a URI has them
     * @param target the path and query
     * @param fields names and values, printable ASCII; no {@code Content-Length} and no {@code Transfer-Encoding}
     */
    public static byte[] encode(String method, String host, String target, Map<String, String> fields, byte[] body) {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        if (!has(fields, "host")) {
            field(head, "Host", host);
        }
        if (!has(fields, "user-agent")) {
            field(head, "User-Agent", "Fetchmark");
        }
        fields.forEach((name, value) -> field(head, name, value));
        if (body.length > 0 || WITH_LENGTH.contains(method)) {
            field(head, "Content-Length", Integer.toString(body.length));
        }
        head.append("\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static boolean has(Map<String, String> fields, String lowerCaseName) {
        return fields.keySet().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(lowerCaseName));
    }

    private static void field(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}

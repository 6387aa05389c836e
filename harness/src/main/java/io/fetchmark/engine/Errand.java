package io.fetchmark.engine;

import io.fetchmark.http1.RequestEncoder;
import io.fetchmark.plan.Request;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What an event loop is sent for: one request, where it goes, and how its response is judged. Immutable. */
final class Errand {

    private static final int HTTP_PORT = 80;

    private final InetSocketAddress address;
    private final String method;
    private final ByteBuffer bytes;
    private final int status;
    private final Needle needle;

    /**
     * @throws IllegalArgumentException if the target does not speak plain HTTP
     */
    Errand(URI target, Request wanted) {
        if (!"http".equals(target.getScheme())) {
            throw new IllegalArgumentException(
                    "client event-loop speaks plain http only; take another client for " + target);
        }
        URI url = wanted.at(target);
        String host = url.getHost();
        // An IPv6 address has brackets in a URI, and none elsewhere.
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        this.address = new InetSocketAddress(name, url.getPort() < 0 ? HTTP_PORT : url.getPort());
        this.method = wanted.method();
        byte[] encoded = RequestEncoder.encode(
                method,
                url.getRawAuthority(),
                url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()),
                wanted.headers(),
                wanted.body().getBytes(StandardCharsets.UTF_8));
        this.bytes =
                ByteBuffer.allocateDirect(encoded.length).put(encoded).flip().asReadOnlyBuffer();
        this.status = wanted.expect().status();
        this.needle = new Needle(wanted.expect().contains().getBytes(StandardCharsets.UTF_8));
    }

    /** Resolved, if it could be. */
    InetSocketAddress address() {
        return address;
    }

    String method() {
        return method;
    }

    /** The bytes to send, with a position of their own. */
    ByteBuffer request() {
        return bytes.duplicate();
    }

    /** A judge for one connection. */
    Judgement judgement() {
        return new Judgement(status, needle);
    }
}

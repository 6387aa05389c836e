package io.fetchmark.engine;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http2.Http2UpgradeHandler;
import io.undertow.util.Protocols;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A server that speaks HTTP/2 after an upgrade on one port and over TLS on another, and counts requests by version. */
public final class Http2Server implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final SSLContext tls;
    private final Undertow server;

    /**
     * @param directory takes the key
     */
    public Http2Server(Path directory) throws Exception {
        this.tls = tls(directory.resolve("key.p12"));
        HttpHandler hello = this::answer;
        this.server = Undertow.builder()
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                .addHttpListener(0, "127.0.0.1", upgrading(hello))
                .addHttpsListener(0, "127.0.0.1", tls, hello)
                .build();
        server.start();
    }

    public URI plain() {
        return URI.create("http://127.0.0.1:" + port(0));
    }

    public URI secure() {
        return URI.create("https://localhost:" + port(1));
    }

    /** Trusts the server, and is known to it. */
    public SSLContext tls() {
        return tls;
    }

    public long requests(String version) {
        return requests.getOrDefault(version, new LongAdder()).sum();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Undertow's own handler would upgrade the first request once more, when it has become one of HTTP/2. */
    private static HttpHandler upgrading(HttpHandler hello) {
        return new Http2UpgradeHandler(hello) {
            @Override
            public void handleRequest(HttpServerExchange exchange) throws Exception {
                if (exchange.getProtocol().equals(Protocols.HTTP_2_0)) {
                    hello.handleRequest(exchange);
                } else {
                    super.handleRequest(exchange);
                }
            }
        };
    }

    private void answer(HttpServerExchange exchange) {
        requests.computeIfAbsent(exchange.getProtocol().toString(), version -> new LongAdder())
                .increment();
        exchange.getResponseSender().send("hello");
    }

    private int port(int listener) {
        return ((InetSocketAddress) server.getListenerInfo().get(listener).getAddress()).getPort();
    }

    private static SSLContext tls(Path file) throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "key",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("keytool made no key");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("key", store.getCertificate("key"));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}

package io.fetchmark.target;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP server of the JDK, which answers as nginx would with a configuration of ours: the same content, the same
 * delay, a token. A response that waits holds no thread. It listens on loopback at a free port.
 */
final class EmbeddedServer {

    private static final int BACKLOG = 4096;

    private final StaticContent content;
    private final String token;
    private final Duration delay;
    private final ExecutorService exchanges = Executors.newCachedThreadPool(EmbeddedServer::thread);
    private final Executor later;
    private final HttpServer server;

    /** @param delay how long every response waits; 0 for not at all */
    EmbeddedServer(StaticContent content, String token, Duration delay) throws IOException {
        this.content = content;
        this.token = token;
        this.delay = delay;
        this.later = CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, exchanges);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    }

    /** Starts to answer, and says where. */
    URI start() {
        server.setExecutor(exchanges);
        server.createContext("/", this::take);
        server.start();
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Ends all connections. */
    void stop() {
        server.stop(0);
        exchanges.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals(NginxConfig.tokenPath(token))) {
            send(exchange, 200, new StaticContent.Found("text/plain", token.getBytes(StandardCharsets.UTF_8)));
        } else if (delay.isZero()) {
            answer(exchange);
        } else {
            later.execute(() -> {
                try {
                    answer(exchange);
                } catch (IOException e) {
                    // The client has gone, which is its own affair.
                    exchange.close();
                }
            });
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            send(exchange, 405, text("405 Not Allowed\n"));
            return;
        }
        Optional<StaticContent.Found> found =
                content.at(exchange.getRequestURI().getPath());
        send(exchange, found.isPresent() ? 200 : 404, found.orElseGet(() -> text("404 Not Found\n")));
    }

    private static void send(HttpExchange exchange, int status, StaticContent.Found found) throws IOException {
        try (exchange) {
            // What the request still holds would be taken for the next one.
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            exchange.getResponseHeaders().set("Content-Type", found.type());
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", String.valueOf(found.length()));
                exchange.sendResponseHeaders(status, -1);
            } else {
                exchange.sendResponseHeaders(status, found.length() == 0 ? -1 : found.length());
                found.writeTo(exchange.getResponseBody());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static StaticContent.Found text(String text) {
        return new StaticContent.Found("text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "fetchmark-embedded");
        thread.setDaemon(true);
        return thread;
    }
}

package io.fetchmark.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A trivial target: answers every request at once with the same 200 of a 600-byte body, and keeps the connection. What
 * a client costs and where its ceiling is shows best against it, since it costs less than any client.
 *
 * <p>It listens on loopback at a free port, and has one daemon thread. A request costs two system calls beside the
 * selector's, and allocates nothing. It speaks as much of HTTP/1.1 as that takes: bodies with a Content-Length are
 * skipped; chunked ones, HEAD and {@code Connection: close} are not understood. If it cannot accept a connection, it
 * closes all and ends.
 */
final class CannedServer implements AutoCloseable {

    private static final int BACKLOG = 4096;
    private static final int BODY = 600;
    private static final int READ = 64 * 1024;

    private final ByteBuffer response = response();
    private final ByteBuffer incoming = ByteBuffer.allocate(READ);
    private final AtomicLong requests = new AtomicLong();
    private final Selector selector = Selector.open();
    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final Thread thread = new Thread(this::serve, "fetchmark-canned");
    private volatile boolean closed;

    /** Listens, and answers from now on. */
    static CannedServer start() throws IOException {
        CannedServer server = new CannedServer();
        server.thread.setDaemon(true);
        server.thread.start();
        return server;
    }

    private CannedServer() throws IOException {
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Where it answers. */
    URI url() {
        return URI.create("http://127.0.0.1:" + listener.socket().getLocalPort());
    }

    /** How many requests it has answered; may be called by any thread. */
    long requests() {
        return requests.get();
    }

    /** Closes all connections, and returns when they are closed. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        try (selector;
                listener) {
            answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer() throws IOException {
        // Within the loop it would be a new object each time.
        Consumer<SelectionKey> take = this::take;
        try {
            while (!closed) {
                selector.select(take);
            }
        } finally {
            selector.keys().forEach(CannedServer::close);
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(SelectionKey key) {
        if (key.attachment() instanceof CannedConnection connection) {
            try {
                connection.go(key);
            } catch (IOException e) {
                // The client has gone, which is its own affair.
                close(key);
            }
        } else {
            accept();
        }
    }

    private void accept() {
        try {
            SocketChannel channel = listener.accept();
            if (channel != null) {
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.register(
                        selector, SelectionKey.OP_READ, new CannedConnection(channel, incoming, response, requests));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer response() {
        // Clients of HTTP/1.0 keep a connection only if it is said that it is kept.
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + BODY
                + "\r\nConnection: keep-alive\r\n\r\n";
        byte[] whole = (head + "x".repeat(BODY)).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(whole.length).put(whole).flip();
    }
}

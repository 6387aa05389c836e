package io.fetchmark.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server that answers as soon as a byte of a request has come, and closes without reading the rest. */
final class EarlyServer implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    private final byte[] response;

    EarlyServer(String response) throws IOException {
        this.response = response.getBytes(StandardCharsets.US_ASCII);
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve() {
        while (!listener.isClosed()) {
            serveOne();
        }
    }

    private void serveOne() {
        try (Socket socket = listener.accept()) {
            if (socket.getInputStream().read() >= 0) {
                socket.getOutputStream().write(response);
            }
        } catch (IOException e) {
            // The client has gone, or the test has ended.
            return;
        }
    }
}

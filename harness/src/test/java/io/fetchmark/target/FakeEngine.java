package io.fetchmark.target;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What answers at a socket as an engine would that takes no client of ours. */
final class FakeEngine implements AutoCloseable {

    private final ServerSocketChannel server;
    private final Thread thread;
    private final byte[] answer;
    private final URI place;

    /** @param message what it says, with status 400, whatever it is asked */
    FakeEngine(Path socket, String message) throws IOException {
        String body = "{\"message\":\"" + message + "\"}\n";
        answer = ("HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        place = URI.create("unix://" + socket);
        thread = new Thread(this::serve, "test-engine");
        thread.start();
    }

    /** Where it answers, as the value of {@code DOCKER_HOST}. */
    URI place() {
        return place;
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                if (heard(channel)) {
                    channel.write(ByteBuffer.wrap(answer));
                }
            } catch (IOException e) {
                // A client that only looks whether somebody listens, or the end.
            }
        }
    }

    private static boolean heard(SocketChannel channel) throws IOException {
        StringBuilder head = new StringBuilder();
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        while (head.indexOf("\r\n\r\n") < 0) {
            if (channel.read(buffer.clear()) < 0) {
                return false;
            }
            head.append(StandardCharsets.US_ASCII.decode(buffer.flip()));
        }
        return true;
    }
}

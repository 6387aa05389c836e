package io.fetchmark.target;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The engine of this machine at another address, which says of itself what a test wants. One request a connection; a
 * daemon thread each.
 */
final class EngineRelay implements AutoCloseable {

    private static final Pattern INFO = Pattern.compile("GET (/v[0-9.]+)?/info HTTP/1\\.1\r\n");
    private static final Pattern CONNECTION = Pattern.compile("\r\nconnection:[^\r]*", Pattern.CASE_INSENSITIVE);
    private static final String HEAD_END = "\r\n\r\n";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ServerSocketChannel server;
    private final String address;
    private final Consumer<ObjectNode> info;
    private final Set<Channel> open = ConcurrentHashMap.newKeySet();

    private EngineRelay(ServerSocketChannel server, String address, Consumer<ObjectNode> info) {
        this.server = server;
        this.address = address;
        this.info = info;
    }

    /** At a free port of that address of this machine. */
    static EngineRelay tcp(InetAddress at) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(at, 0));
        int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
        return new EngineRelay(server, "tcp://" + at.getHostAddress() + ":" + port, any -> {}).start();
    }

    /** At a socket of that path; what the engine says of itself is changed on the way. */
    static EngineRelay unix(Path socket, Consumer<ObjectNode> info) throws IOException {
        ServerSocketChannel server =
                ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        return new EngineRelay(server, "unix://" + socket, info).start();
    }

    /** As the variable DOCKER_HOST. */
    String address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Channel channel : open) {
            channel.close();
        }
    }

    private EngineRelay start() {
        thread(() -> {
            while (true) {
                SocketChannel client = server.accept();
                open.add(client);
                thread(() -> serve(client));
            }
        });
        return this;
    }

    private void serve(SocketChannel client) throws IOException {
        try (client;
                SocketChannel engine = SocketChannel.open(engine())) {
            open.add(engine);
            String request = head(client);
            boolean upgrade = request.toLowerCase(Locale.ROOT).contains("\r\nupgrade:");
            write(
                    engine,
                    upgrade
                            ? request
                            : CONNECTION
                                    .matcher(request)
                                    .replaceAll("")
                                    .replaceFirst("\r\n", "\r\nConnection: close\r\n"));
            if (INFO.matcher(request).lookingAt()) {
                write(client, changed(rest(engine)));
                return;
            }
            thread(() -> {
                pump(client, engine);
                engine.shutdownInput();
            });
            pump(engine, client);
        }
    }

    /** All until the end of the head, and what has come with it. */
    private static String head(SocketChannel from) throws IOException {
        StringBuilder text = new StringBuilder();
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        while (text.indexOf(HEAD_END) < 0 && from.read(buffer.clear()) >= 0) {
            text.append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
        }
        return text.toString();
    }

    private static String rest(SocketChannel from) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        while (from.read(buffer.clear()) >= 0) {
            bytes.write(buffer.array(), 0, buffer.position());
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private String changed(String response) throws IOException {
        String body = response.substring(response.indexOf('{'), response.lastIndexOf('}') + 1);
        if (response.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
            // Of JSON without line ends, lines are what the chunks have added.
            body = body.replaceAll("\r\n[0-9a-f]+\r\n", "");
        }
        ObjectNode said = (ObjectNode) MAPPER.readTree(body.getBytes(StandardCharsets.ISO_8859_1));
        info.accept(said);
        String now = new String(MAPPER.writeValueAsBytes(said), StandardCharsets.ISO_8859_1);
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + now.length() + HEAD_END + now;
    }

    private static void pump(SocketChannel from, SocketChannel to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(65_536);
        while (from.read(buffer.clear()) >= 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                to.write(buffer);
            }
        }
    }

    private static void write(SocketChannel to, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    private static SocketAddress engine() {
        URI engine = URI.create(System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock"));
        return List.of("tcp", "http").contains(engine.getScheme())
                ? new InetSocketAddress(engine.getHost(), engine.getPort())
                : UnixDomainSocketAddress.of(engine.getPath());
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void thread(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // One side has hung up, or the relay is closed.
                    }
                },
                "engine-relay");
        thread.setDaemon(true);
        thread.start();
    }
}

package io.fetchmark.engine;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on plain sockets that answers every request as it is told, however wrong, and counts on its own. */
public final class RawServer implements AutoCloseable {

    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final ServerSocket listener;
    private final Answer answer;
    private final Queue<Long> arrivals = new ConcurrentLinkedQueue<>();
    private final Queue<String> heads = new ConcurrentLinkedQueue<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    /** Writes a response to one request. A socket that it closes serves no further request. */
    public interface Answer {
        void write(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    public RawServer(Answer answer) throws IOException {
        this(InetAddress.getLoopbackAddress(), answer);
    }

    /** @param at where it listens */
    public RawServer(InetAddress at, Answer answer) throws IOException {
        this.listener = new ServerSocket(0, 1000, at);
        this.answer = answer;
        start(this::accept);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** How many whole requests have come in. */
    public int requests() {
        return arrivals.size();
    }

    /** When the requests came in, by {@link System#nanoTime}. */
    public long[] arrivals() {
        return arrivals.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** The request lines and header fields that came in. */
    public Iterable<String> heads() {
        return heads;
    }

    public int openConnections() {
        return connections.size();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : connections) {
            socket.close();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = listener.accept();
            connections.add(socket);
            start(() -> serve(socket));
        }
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (!socket.isClosed() && readRequest(in)) {
                arrivals.add(System.nanoTime());
                answer.write(socket, socket.getOutputStream());
                if (!socket.isClosed()) {
                    socket.getOutputStream().flush();
                }
            }
        } finally {
            connections.remove(socket);
        }
    }

    private boolean readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        heads.add(head.toString());
        Matcher length = CONTENT_LENGTH.matcher(head);
        in.skipNBytes(length.find() ? Long.parseLong(length.group(1)) : 0);
        return true;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException | InterruptedException e) {
                // The other side has gone, or the test has ended; both are what a test may want.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    /** A whole response with that body. */
    public static Answer answer(int status, String body) {
        byte[] bytes = ("HTTP/1.1 " + status + " Any\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
        return (socket, out) -> out.write(bytes);
    }

    /** These bytes, each part sent by itself, a little later than the one before. */
    public static Answer parts(String... parts) {
        return (socket, out) -> {
            for (String part : parts) {
                out.write(part.getBytes(StandardCharsets.UTF_8));
                out.flush();
                Thread.sleep(20);
            }
        };
    }

    /** These bytes, and then the end of the connection. */
    public static Answer thenClose(String bytes) {
        return (socket, out) -> {
            out.write(bytes.getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.close();
        };
    }

    /** These bytes, and then a part again and again, until the other side has gone. */
    public static Answer thenForEver(String bytes, String part, long pauseMillis) {
        return (socket, out) -> {
            out.write(bytes.getBytes(StandardCharsets.UTF_8));
            while (true) {
                out.write(part.getBytes(StandardCharsets.UTF_8));
                out.flush();
                Thread.sleep(pauseMillis);
            }
        };
    }

    /** Nothing, until the other side has gone. */
    public static Answer nothing() {
        return (socket, out) -> {
            while (socket.getInputStream().read() >= 0) {
                // Whatever else it says is of no interest.
            }
            socket.close();
        };
    }
}

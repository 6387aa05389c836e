package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CannedServerTest {

    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int PATIENCE_MILLIS = 60_000;

    private CannedServer server;
    private int responseLength;

    @BeforeEach
    void serve() throws IOException {
        server = CannedServer.start();
        try (Socket socket = connect()) {
            send(socket, GET);
            responseLength = head(socket.getInputStream()).length() + 600;
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void everyPathIsAnsweredWithTheSame() throws Exception {
        HttpResponse<String> response = Hosts.get(server.url(), "/any/path?and=query");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("x".repeat(600));
        assertThat(response.headers().firstValue("Content-Length")).contains("600");
    }

    @Test
    void connectionIsKeptAndItsRequestsAreCounted() throws Exception {
        long before = server.requests();
        try (Socket socket = connect()) {
            for (int i = 0; i < 100; i++) {
                send(socket, GET);
                readResponses(socket, 1);
            }
        }
        assertThat(server.requests()).isEqualTo(before + 100);
    }

    @Test
    void requestSplitAnywhereIsAnsweredOnceAndNotBeforeItsEnd() throws Exception {
        try (Socket socket = connect()) {
            for (int i = 0; i < GET.length(); i++) {
                assertThat(socket.getInputStream().available()).isZero();
                send(socket, GET.substring(i, i + 1));
            }
            readResponses(socket, 1);
            send(socket, GET);
            readResponses(socket, 1);
            assertThat(socket.getInputStream().available()).isZero();
        }
    }

    @Test
    void bodyIsSkippedEvenIfItLooksLikeARequest() throws Exception {
        long before = server.requests();
        HttpRequest post = HttpRequest.newBuilder(server.url())
                .POST(HttpRequest.BodyPublishers.ofString(GET.repeat(10_000)))
                .build();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        assertThat(server.requests()).isEqualTo(before + 2);
    }

    @Test
    void clientThatReadsLateMissesNothing() throws Exception {
        int requests = 100_000;
        try (Socket socket = connect()) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < requests / 100; i++) {
                    send(socket, GET.repeat(100));
                }
            });
            readResponses(socket, requests);
            sent.join();
        }
        assertThat(server.requests()).isEqualTo(1 + requests);
    }

    @Test
    void requestsAllocateNothing() throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long serving = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("fetchmark-canned"))
                .mapToLong(Thread::getId)
                .findFirst()
                .orElseThrow();
        List<Socket> others = new ArrayList<>();
        // The selector finds a connection by its descriptor's number, boxed, and few small ones are kept in boxes.
        for (int i = 0; i < 200; i++) {
            others.add(connect());
        }
        try (Socket socket = connect()) {
            // The interpreter allocates where compiled code does not.
            exchange(socket, 20_000);
            long before = threads.getThreadAllocatedBytes(serving);
            exchange(socket, 10_000);
            assertThat(threads.getThreadAllocatedBytes(serving) - before).isLessThan(10_000);
        }
        for (Socket other : others) {
            other.close();
        }
    }

    @Test
    void clientThatGoesAwayHarmsNobodyElse() throws Exception {
        try (Socket stays = connect()) {
            try (Socket goes = connect()) {
                goes.setSoLinger(true, 0);
                send(goes, GET.repeat(1000) + "GET");
            }
            exchange(stays, 100);
        }
    }

    @Test
    void closingEndsConnectionsAndTheListening() throws Exception {
        try (Socket socket = connect()) {
            exchange(socket, 1);
            server.close();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    }

    private void exchange(Socket socket, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            send(socket, GET);
            readResponses(socket, 1);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        // Small, so that answers that are not read soon fill it.
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), server.url().getPort()),
                PATIENCE_MILLIS);
        return socket;
    }

    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readResponses(Socket socket, int count) throws IOException {
        for (long left = (long) count * responseLength; left > 0; ) {
            int chunk = (int) Math.min(left, 1 << 16);
            assertThat(socket.getInputStream().readNBytes(chunk)).hasSize(chunk);
            left -= chunk;
        }
    }

    private static String head(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) input.read());
        }
        return head.toString();
    }
}

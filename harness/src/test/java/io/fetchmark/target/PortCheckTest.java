package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.result.NetworkPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

final class PortCheckTest {

    @Test
    void aPublishedPortWhoseConnectionsAreClosedAtOnceHasNobodyBehindIt() throws Exception {
        Thread accepting;
        try (ServerSocket proxy = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            accepting = new Thread(() -> closeAll(proxy), "test-proxy");
            accepting.start();
            assertThat(passes(NetworkPath.MAPPED, proxy.getLocalPort())).isFalse();
        }
        accepting.join();
    }

    @Test
    void aConnectionThatLastsIsASign() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            assertThat(passes(NetworkPath.MAPPED, server.getLocalPort())).isTrue();
            assertThat(passes(NetworkPath.DIRECT, server.getLocalPort())).isTrue();
        }
    }

    @Test
    void aServerThatSpeaksFirstIsASign() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread greeting = new Thread(() -> greet(server), "test-greeting");
            greeting.start();
            assertThat(passes(NetworkPath.MAPPED, server.getLocalPort())).isTrue();
            greeting.join();
        }
    }

    @Test
    void aPortWithoutAServerIsNone() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        assertThat(passes(NetworkPath.DIRECT, port)).isFalse();
    }

    private static boolean passes(NetworkPath path, int port) throws InterruptedException {
        return new PortCheck().passes(new Candidate(path, URI.create("http://127.0.0.1:" + port)));
    }

    private static void closeAll(ServerSocket proxy) {
        try {
            while (true) {
                proxy.accept().close();
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void greet(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write('J');
        } catch (IOException e) {
            // The test then fails.
        }
    }
}

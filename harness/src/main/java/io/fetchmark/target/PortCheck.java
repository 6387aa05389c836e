package io.fetchmark.target;

import io.fetchmark.result.NetworkPath;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * Asks by a connection. On a published port an engine's proxy takes it before the container listens, and closes it as
 * soon as it finds nobody there, so such a connection must last.
 */
final class PortCheck implements ReadyCheck {

    private static final int CONNECT_MILLIS = 2000;
    private static final int LAST_MILLIS = 500;
    private static final int END = -1;

    @Override
    public boolean passes(Candidate way) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(way.url().getHost(), way.url().getPort()), CONNECT_MILLIS);
            return way.path() != NetworkPath.MAPPED || lasts(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean lasts(Socket socket) throws IOException {
        socket.setSoTimeout(LAST_MILLIS);
        try {
            return socket.getInputStream().read() != END;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }
}

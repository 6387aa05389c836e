package io.fetchmark.target;

import io.fetchmark.result.NetworkPath;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Asks by a connection, which goes by no proxy. On a published port an engine's proxy takes it before the container
 * listens, and closes it as soon as it finds nobody there, so such a connection must last.
 */
final class PortCheck implements ReadyCheck {

    private static final int CONNECT_MILLIS = 2000;
    private static final int LAST_MILLIS = 500;
    private static final int END = -1;
    private static final CheckFailure CLOSED =
            new CheckFailure(CheckFailure.Kind.CUT, "the connection was closed at once");

    private final Map<NetworkPath, CheckFailure> failures = new EnumMap<>(NetworkPath.class);

    @Override
    public boolean passes(Candidate way) {
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(new InetSocketAddress(way.url().getHost(), way.url().getPort()), CONNECT_MILLIS);
            if (way.path() != NetworkPath.MAPPED || lasts(socket)) {
                failures.remove(way.path());
                return true;
            }
            failures.put(way.path(), CLOSED);
            return false;
        } catch (IOException e) {
            failures.put(way.path(), CheckFailure.of(e));
            return false;
        }
    }

    @Override
    public Map<NetworkPath, CheckFailure> failures() {
        return failures;
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

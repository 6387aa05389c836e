package io.fetchmark.target;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The ports of this machine where somebody takes TCP connections. */
final class ListeningPorts {

    private static final String LISTENING = "0A";
    private static final int CONNECT_MILLIS = 1_000;

    private ListeningPorts() {}

    /** Those of some processes; absent where the system does not say (it is not Linux, or they are somebody else's). */
    static Optional<Set<Integer>> of(List<ProcessHandle> processes) {
        boolean known = false;
        Set<String> sockets = new HashSet<>();
        Set<Integer> ports = new TreeSet<>();
        for (ProcessHandle process : processes) {
            Path proc = Path.of("/proc", String.valueOf(process.pid()));
            known |= sockets.addAll(sockets(proc.resolve("fd")));
            for (String table : List.of("net/tcp", "net/tcp6")) {
                ports.addAll(listening(proc.resolve(table), sockets));
            }
        }
        return known ? Optional.of(ports) : Optional.empty();
    }

    /** Whether somebody takes connections at that port of loopback, or holds it so that nobody else can. */
    static boolean isTaken(int port) {
        for (String address : List.of("127.0.0.1", "::1")) {
            try (Socket socket = new Socket(Proxy.NO_PROXY)) {
                socket.connect(new InetSocketAddress(InetAddress.getByName(address), port), CONNECT_MILLIS);
                return true;
            } catch (IOException e) {
                // Nobody there.
            }
        }
        try (ServerSocket all = new ServerSocket(port)) {
            return all.getLocalPort() != port;
        } catch (BindException e) {
            return String.valueOf(e.getMessage()).contains("in use");
        } catch (IOException e) {
            return false;
        }
    }

    /** What open files of a process are links to. */
    private static Set<String> sockets(Path descriptors) {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> links = Files.list(descriptors)) {
            for (Path link : links.toList()) {
                sockets.add(target(link));
            }
        } catch (IOException e) {
            // Not Linux, or it has just ended.
        }
        return sockets;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    /** The ports of a table of the kernel whose state is listening and whose socket is one of those. */
    private static Set<Integer> listening(Path table, Set<String> sockets) {
        Set<Integer> ports = new TreeSet<>();
        try {
            for (String line : Files.readAllLines(table)) {
                String[] fields = line.trim().split("\\s+", -1);
                if (fields.length > 9
                        && fields[3].equals(LISTENING)
                        && sockets.contains("socket:[" + fields[9] + "]")) {
                    ports.add(Integer.parseInt(fields[1].substring(fields[1].lastIndexOf(':') + 1), 16));
                }
            }
        } catch (IOException e) {
            // As above.
        }
        return ports;
    }
}

package io.fetchmark.target;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where an nginx with a configuration of the user's takes plain HTTP. */
final class ListenPort {

    private static final int DEFAULT = 80;
    /** What another protocol than plain HTTP is spoken by. */
    private static final Set<String> OTHER = Set.of("ssl", "quic", "proxy_protocol");

    private static final Pattern PORT = Pattern.compile("(?:.*:)?(\\d{1,5})(?:-\\d+)?");
    private static final Pattern ADDRESS_ONLY = Pattern.compile(".*]|[\\d.]*\\.[\\d.]*|[a-zA-Z*][^:]*");
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.[\\d.]+|\\[::1]|localhost)(:.*)?");

    private ListenPort() {}

    /**
     * The port of the first {@code listen} of a server for HTTP that is neither a socket file nor of another protocol; else 80,
     * as in nginx.
     *
     * @throws TargetFailure if nobody but the container itself would reach it
     */
    static int of(NginxDump config) throws TargetFailure {
        List<String> loopback = new ArrayList<>();
        for (List<String> listen : listens(config)) {
            String address = listen.get(0);
            OptionalInt port = port(address);
            if (address.startsWith("unix:") || listen.stream().anyMatch(OTHER::contains) || port.isEmpty()) {
                continue;
            }
            if (!LOOPBACK.matcher(address).matches()) {
                return port.getAsInt();
            }
            loopback.add(address);
        }
        if (!loopback.isEmpty()) {
            throw new TargetFailure(
                    "<nginx><config>: must listen where others reach it, and has listen " + loopback.get(0)
                            + ", where only the container itself does: write listen "
                            + port(loopback.get(0)).getAsInt() + " in its place");
        }
        return DEFAULT;
    }

    /** What follows each listen; a server without one has that of nginx. */
    private static List<List<String>> listens(NginxDump config) {
        return config.directives().stream()
                .filter(directive -> directive.is("http"))
                .flatMap(http -> http.block().stream())
                .filter(directive -> directive.is("server"))
                .flatMap(ListenPort::ofServer)
                .toList();
    }

    private static Stream<List<String>> ofServer(NginxDirectives.Directive server) {
        List<List<String>> listens = server.block().stream()
                .filter(directive -> directive.is("listen") && directive.words().size() > 1)
                .map(directive -> directive.words().subList(1, directive.words().size()))
                .toList();
        return listens.isEmpty() ? Stream.of(List.of(String.valueOf(DEFAULT))) : listens.stream();
    }

    private static OptionalInt port(String address) {
        // Without a port, an address in brackets or with dots means port 80.
        if (ADDRESS_ONLY.matcher(address).matches()) {
            return OptionalInt.of(DEFAULT);
        }
        Matcher port = PORT.matcher(address);
        return port.matches() ? OptionalInt.of(Integer.parseInt(port.group(1))) : OptionalInt.empty();
    }
}

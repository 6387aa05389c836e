package io.fetchmark.target;

import io.fetchmark.result.NetworkPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The addresses of the host of a URL, in the order in which Java takes them.
 *
 * @param addresses at least one
 */
record HostAddresses(URI url, List<InetAddress> addresses) {

    private static final int CONNECT_MILLIS = 5_000;
    /** Of a name that stands for a whole farm. */
    private static final int MOST_TRIED = 8;

    HostAddresses {
        addresses = List.copyOf(addresses);
    }

    /**
     * What came of connecting to each address.
     *
     * @param results as a sentence lists them
     * @param atFirst whether the first takes connections
     * @param elsewhere another that does, as a URL
     */
    record Tried(String results, boolean atFirst, Optional<URI> elsewhere) {}

    /** @throws TargetFailure if there are none */
    static HostAddresses of(URI url) throws TargetFailure {
        try {
            return new HostAddresses(url, List.of(InetAddress.getAllByName(url.getHost())));
        } catch (UnknownHostException e) {
            throw new TargetFailure("the host of " + url + " has no address: correct its name in <url>", e);
        }
    }

    /** How a connection to the first of them goes. */
    NetworkPath path() {
        return addresses.get(0).isLoopbackAddress() ? NetworkPath.LOOPBACK : NetworkPath.DIRECT;
    }

    /** Whether all are of this machine alone. */
    boolean areLoopback() {
        return addresses.stream().allMatch(InetAddress::isLoopbackAddress);
    }

    /** Connects to one after the other, until one takes the connection. */
    Tried tryAll() {
        List<String> results = new ArrayList<>();
        boolean atFirst = false;
        Optional<URI> elsewhere = Optional.empty();
        for (InetAddress address : addresses.subList(0, Math.min(addresses.size(), MOST_TRIED))) {
            Optional<CheckFailure> failure = connect(address);
            atFirst |= failure.isEmpty() && results.isEmpty();
            elsewhere = failure.isEmpty() && !results.isEmpty() ? Optional.of(at(address)) : elsewhere;
            results.add(named(address, failure));
            if (failure.isEmpty()) {
                break;
            }
        }
        return new Tried(String.join("; ", results), atFirst, elsewhere);
    }

    private String named(InetAddress address, Optional<CheckFailure> failure) {
        String result = failure.map(CheckFailure::words).orElse("takes connections");
        return url.getHost().equals(text(address)) ? result : text(address) + ": " + result;
    }

    private Optional<CheckFailure> connect(InetAddress address) {
        int standard = "https".equals(url.getScheme()) ? 443 : 80;
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(
                    new InetSocketAddress(address, url.getPort() < 0 ? standard : url.getPort()), CONNECT_MILLIS);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(CheckFailure.of(e));
        }
    }

    private URI at(InetAddress address) {
        return URI.create(url.getScheme() + "://" + text(address) + (url.getPort() < 0 ? "" : ":" + url.getPort())
                + url.getRawPath());
    }

    /** As a URL has it. */
    static String text(InetAddress address) {
        String plain = address.getHostAddress().replaceAll("%.*", "");
        return plain.contains(":") ? "[" + plain.replaceFirst("(^|:)(0(:|$)){2,}", "::") + "]" : plain;
    }
}

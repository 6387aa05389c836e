package io.fetchmark.plan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The concurrency model that fetches: how exchanges are laid over threads. */
public enum Client {
    /** One platform thread, one exchange at a time. */
    SEQUENTIAL("sequential", 17),
    /** A pool of platform threads, one exchange on each. */
    THREADS("threads", 17),
    /** One virtual thread for each exchange; needs JDK 21. */
    VIRTUAL_THREADS("virtual-threads", 21),
    /** {@code HttpClient.sendAsync}: no thread waits for an exchange. */
    ASYNC("async", 17),
    /** Non-blocking sockets and an own HTTP/1.1: a thread for each CPU serves many exchanges. Plain http only. */
    EVENT_LOOP("event-loop", 17);

    private final String label;
    private final int minimumJdk;

    Client(String label, int minimumJdk) {
        this.label = label;
        this.minimumJdk = minimumJdk;
    }

    /** The name used in the POM, in files and in reports. */
    public String label() {
        return label;
    }

    /** The lowest feature version of Java that has this client, for example 21. */
    public int minimumJdk() {
        return minimumJdk;
    }

    /**
     * The client of that label.
     *
     * @throws InvalidValue if there is none; the message lists the allowed labels
     */
    public static Client of(String label) {
        return Arrays.stream(values())
                .filter(client -> client.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("clients", "must be one of " + labels() + ", was " + label));
    }

    private static List<String> labels() {
        return Arrays.stream(values()).map(Client::label).collect(Collectors.toList());
    }

    @Override
    public String toString() {
        return label;
    }
}

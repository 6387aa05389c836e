package io.fetchmark.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** A resource of the client's own process or machine that ran out, so that an exchange could not be started. */
public enum Shortage {
    /** No further file may be opened: a connection is one. */
    OPEN_FILES(
            "open files",
            "raise the limit of open files where the build runs (ulimit -n), or keep fewer connections open by a lower"
                    + " <concurrency>"),
    /** No local port, or no local address, to connect from. */
    LOCAL_PORTS(
            "local ports",
            "the port of a connection that the client closes first stays taken for a minute: have the target keep its"
                    + " connections open, widen net.ipv4.ip_local_port_range, or lower the load"),
    /** No further thread can be started. */
    THREADS(
            "threads",
            "raise the limit of threads where the build runs (ulimit -u, or pids.max of its control group), or take the"
                    + " client event-loop, which needs few");

    private final String noun;
    private final String remedy;

    Shortage(String noun, String remedy) {
        this.noun = noun;
        this.remedy = remedy;
    }

    /** What ran out, as it stands in a sentence. */
    public String noun() {
        return noun;
    }

    /** What can be done, as it stands in a sentence. */
    public String remedy() {
        return remedy;
    }

    /** A count of zero for every kind. */
    public static Map<Shortage, Long> none() {
        return complete(Map.of());
    }

    /** Those counts, and zero for every other kind. */
    public static Map<Shortage, Long> complete(Map<Shortage, Long> counts) {
        EnumMap<Shortage, Long> complete = new EnumMap<>(Shortage.class);
        for (Shortage kind : values()) {
            complete.put(kind, counts.getOrDefault(kind, 0L));
        }
        return Collections.unmodifiableMap(complete);
    }

    /** Both counts together, kind by kind. */
    public static Map<Shortage, Long> sum(Map<Shortage, Long> one, Map<Shortage, Long> other) {
        EnumMap<Shortage, Long> sum = new EnumMap<>(complete(one));
        other.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return complete(sum);
    }

    /** The name used in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

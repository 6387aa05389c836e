package io.fetchmark.target;

import io.fetchmark.result.MeterSource;
import java.util.Optional;

/** The counters of a container as its engine tells them once a second, to the JVM that owns it: see {@link StatsFeed}. */
record StatsCounters(String container) implements Counters {

    @Override
    public MeterSource source() {
        return MeterSource.STATS;
    }

    @Override
    public Optional<Reading> read() {
        return Optional.empty();
    }
}

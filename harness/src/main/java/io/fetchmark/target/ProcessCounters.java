package io.fetchmark.target;

import io.fetchmark.result.MeterSource;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The counters of a process of this machine, without its children. */
record ProcessCounters(long pid) implements Counters {

    @Override
    public MeterSource source() {
        return MeterSource.PROCESS;
    }

    @Override
    public Optional<Reading> read() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(used -> new Reading(Instant.now(), used.toNanos(), OptionalLong.empty(), OptionalLong.empty()));
    }
}

package io.fetchmark.target;

import com.github.dockerjava.api.exception.DockerException;
import io.fetchmark.result.MeterSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where it is counted what a target uses of the machine. The JVM that owns the target finds it, its parent reads it. */
sealed interface Counters permits GroupCounters, ProcessCounters, StatsCounters {

    /**
     * The counters of a container that runs: its control group if that is of this machine and may be read here, else
     * what the engine tells. None if it has no control group, as the engine then tells what the whole machine uses.
     */
    static Optional<Counters> ofContainer(Engine engine, String id) {
        if (!engine.confines()) {
            return Optional.empty();
        }
        return (engine.isNative() ? ofGroup(engine, id) : Optional.<Counters>empty())
                .or(() -> Optional.of(new StatsCounters(id)));
    }

    /** How exact they are. */
    MeterSource source();

    /** What they say now; empty if they cannot be read, or are told by the JVM that owns the target. */
    Optional<Reading> read();

    private static Optional<Counters> ofGroup(Engine engine, String id) {
        try {
            Long pid = engine.client().inspectContainerCmd(id).exec().getState().getPidLong();
            return GroupCounters.of(
                            Files.readString(Path.of("/proc/" + pid + "/cgroup")),
                            Files.readString(Path.of("/proc/self/mountinfo")),
                            id)
                    .map(group -> group);
        } catch (DockerException | IOException e) {
            return Optional.empty();
        }
    }
}

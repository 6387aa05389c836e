package io.fetchmark.target;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Statistics;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The statistics of a container, told by the engine about once a second until the container ends or this is closed. */
final class StatsFeed extends ResultCallback.Adapter<Statistics> {

    private final int target;
    private final Consumer<HostMessage.Used> parent;

    private StatsFeed(int target, Consumer<HostMessage.Used> parent) {
        this.target = target;
        this.parent = parent;
    }

    /** Starts to pass on what the engine tells of the container of a target, by a thread of the client's. */
    static StatsFeed start(DockerClient client, int target, String container, Consumer<HostMessage.Used> parent) {
        return client.statsCmd(container).exec(new StatsFeed(target, parent));
    }

    @Override
    public void onNext(Statistics statistics) {
        used(target, statistics).ifPresent(parent);
    }

    @Override
    public void onError(Throwable failure) {
        // A target without a meter is still a target, and the one who waits for its death hears of a lost engine.
    }

    /** What the engine says; empty if it leaves the CPU time out, as it does of a container that has ended. */
    static Optional<HostMessage.Used> used(int target, Statistics statistics) {
        return Optional.ofNullable(statistics.getCpuStats())
                .flatMap(cpu -> Optional.ofNullable(cpu.getCpuUsage())
                        .flatMap(usage -> Optional.ofNullable(usage.getTotalUsage()))
                        .filter(nanos -> nanos > 0)
                        .map(nanos -> new HostMessage.Used(
                                target,
                                nanos,
                                number(Optional.ofNullable(cpu.getThrottlingData())
                                        .flatMap(data -> Optional.ofNullable(data.getThrottledTime()))),
                                number(Optional.ofNullable(statistics.getMemoryStats())
                                        .flatMap(memory -> Optional.ofNullable(memory.getMaxUsage()))))));
    }

    private static OptionalLong number(Optional<Long> value) {
        return value.map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}

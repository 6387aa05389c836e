package io.fetchmark.target;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import java.util.List;
import org.testcontainers.containers.wait.strategy.WaitStrategyTarget;

/**
 * A container that Compose has made, as something to wait for.
 *
 * @param id of the container
 */
record ComposeService(Engine engine, String id) implements WaitStrategyTarget {

    @Override
    public List<Integer> getExposedPorts() {
        return List.of();
    }

    @Override
    public InspectContainerResponse getContainerInfo() {
        return engine.client().inspectContainerCmd(id).exec();
    }

    @Override
    public String getHost() {
        return engine.hostOfPorts().orElseGet(WaitStrategyTarget.super::getHost);
    }

    /** Whether it runs, or is about to once more, as its file may want it. */
    @Override
    public boolean isRunning() {
        ContainerState state = getContainerInfo().getState();
        return Boolean.TRUE.equals(state.getRunning()) || Boolean.TRUE.equals(state.getRestarting());
    }
}

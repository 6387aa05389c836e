package io.fetchmark.target;

import io.fetchmark.plan.ContainerSetup;
import io.fetchmark.plan.Readiness;
import io.fetchmark.result.NetworkPath;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * One start of one container, the target's or a companion's.
 *
 * @param name in messages
 * @param port where it listens, in its own network; empty if it matters to no one but its neighbours
 */
record ContainerRun(
        String name, Berth berth, TargetImage image, ContainerSetup setup, OptionalInt port, Readiness ready) {

    /**
     * Starts it in a household and waits until it is ready.
     *
     * @param aliases by which its neighbours find it
     * @param fitting what is still to be done to the container before it is made
     * @throws TargetFailure if it is not in time, with its last lines; it is removed then
     */
    OwnedContainer start(Household household, List<String> aliases, Consumer<OwnedContainer> fitting)
            throws TargetFailure {
        List<NetworkPath> paths = port.isPresent() ? berth.apart(name) : List.of();
        ReadyWait wait =
                new ReadyWait(ReadyCheck.of(ready.sign(), berth.log()), paths, port.orElse(0), ready.timeout());
        OwnedContainer container = new OwnedContainer(berth, image, wait).given(setup, household, aliases);
        fitting.accept(container);
        if (!berth.runs(container, name)) {
            throw new TargetFailure("the container of " + name + " "
                    + new Unreadiness(image, port, ready, berth.log()).of(container.ending(), wait));
        }
        household.add(container.getContainerId());
        return container;
    }
}

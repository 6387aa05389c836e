package io.fetchmark.target;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import io.fetchmark.plan.ContainerSetup;
import io.fetchmark.plan.CopiedFile;
import io.fetchmark.plan.Resources;
import io.fetchmark.result.NetworkPath;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * A container that belongs to this process, for as long as the process wants it. What it says goes to the log, and
 * nothing of its image's command is changed unless a user says so.
 */
class OwnedContainer extends GenericContainer<OwnedContainer> {

    private static final double NANOS = 1e9;

    private final Berth berth;
    private final ReadyWait ready;
    private Optional<Ending> ending = Optional.empty();

    OwnedContainer(Berth berth, TargetImage image, ReadyWait ready) {
        super(DockerImageName.parse(image.name()));
        this.berth = berth;
        this.ready = ready;
        boolean published = ready.paths().contains(NetworkPath.MAPPED);
        withImagePullPolicy(any -> false);
        withLabel(Owner.LABEL, berth.ownership().label());
        withStartupCheckStrategy(new LeftToReadyWait());
        waitingFor(ready);
        if (ready.paths().contains(NetworkPath.HOST)) {
            withNetworkMode("host");
        } else if (published) {
            withExposedPorts(ready.port());
        }
        withCreateContainerCmdModifier(command -> {
            berth.cpus().ifPresent(set -> command.getHostConfig().withCpusetCpus(set.toString()));
            if (published) {
                Ports.Binding binding =
                        new Ports.Binding(berth.engine().addressOfPorts().orElse(null), null);
                command.getHostConfig().withPortBindings(new PortBinding(binding, ExposedPort.tcp(ready.port())));
            }
            berth.ownership().creates(berth.engine().client());
        });
    }

    /** Lets it use no more than that of its machine. To be called before it is started. */
    OwnedContainer atMost(Resources resources) {
        return withCreateContainerCmdModifier(command -> {
            resources.cpuset().ifPresent(command.getHostConfig()::withCpusetCpus);
            resources.cpus().ifPresent(cpus -> command.getHostConfig().withNanoCPUs(Math.round(cpus * NANOS)));
            // A target that swaps would be measured with the disk.
            resources
                    .memory()
                    .ifPresent(memory ->
                            command.getHostConfig().withMemory(memory.bytes()).withMemorySwap(memory.bytes()));
        });
    }

    /**
     * Gives it that, beside what its image brings, in a household. To be called before it is started.
     *
     * @param aliases by which its neighbours find it
     */
    OwnedContainer given(ContainerSetup setup, Household household, List<String> aliases) throws TargetFailure {
        withLabels(household.labels());
        withEnv(setup.env());
        if (!setup.command().isEmpty()) {
            withCommand(setup.command().toArray(String[]::new));
        }
        for (CopiedFile file : setup.content()) {
            withCopyToContainer(
                    ContentTree.of("<container><content><file><from>", file.from(), OptionalInt.empty()), file.to());
        }
        withCreateContainerCmdModifier(command -> {
            command.getHostConfig().withMounts(Mounts.of(setup.volumes(), household));
            household.admit(command, aliases);
        });
        return atMost(setup.resources());
    }

    /** How it is waited for. */
    ReadyWait ready() {
        return ready;
    }

    /** How it ended, if it did before it was ready. */
    Optional<Ending> ending() {
        return ending;
    }

    @Override
    public String getHost() {
        return berth.engine().hostOfPorts().orElseGet(super::getHost);
    }

    @Override
    protected void containerIsCreated(String containerId) {
        berth.ownership().created();
    }

    @Override
    protected void containerIsStarting(InspectContainerResponse container) {
        ContainerLog.follow(berth.engine().client(), container.getId(), berth.log());
    }

    @Override
    public void stop() {
        if (getContainerId() != null && !ready.isOver()) {
            keepLastWords(getContainerId());
        }
        super.stop();
    }

    // Testcontainers removes a container that does not start, and its log with it.
    private void keepLastWords(String containerId) {
        try {
            ending = berth.ending(containerId);
            ContainerLog.copy(berth.engine().client(), containerId, berth.log());
        } catch (DockerException e) {
            berth.log().add("(the engine does not say what it said: " + e.getMessage() + ")");
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Testcontainers' own waits for half a minute when a container has ended well. */
    private static final class LeftToReadyWait extends StartupCheckStrategy {
        @Override
        public StartupStatus checkStartupState(DockerClient docker, String containerId) {
            return StartupStatus.SUCCESSFUL;
        }
    }
}

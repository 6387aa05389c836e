package io.fetchmark.target;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import io.fetchmark.fork.CpuSet;
import io.fetchmark.result.NetworkPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** A container with nginx in it. What it says goes to the log, and nothing of its image's command is changed. */
final class NginxContainer extends GenericContainer<NginxContainer> {

    private final Engine engine;
    private final Ownership ownership;
    private final TargetLog log;
    private final NginxSetup setup;
    private OptionalLong exitStatus = OptionalLong.empty();
    private Optional<DelayWay> delay = Optional.empty();

    NginxContainer(Engine engine, Ownership ownership, TargetLog log, NginxSetup setup, Optional<CpuSet> cpus) {
        super(DockerImageName.parse(setup.image().name()));
        this.engine = engine;
        this.ownership = ownership;
        this.log = log;
        this.setup = setup;
        boolean published = setup.paths().contains(NetworkPath.MAPPED);
        withImagePullPolicy(any -> false);
        withLabel(Owner.LABEL, ownership.label());
        withLogConsumer(frame -> Optional.ofNullable(frame.getUtf8StringWithoutLineEnding())
                .filter(line -> !line.isEmpty())
                .ifPresent(log::add));
        waitingFor(setup.ready());
        if (setup.paths().contains(NetworkPath.HOST)) {
            withNetworkMode("host");
        } else if (published) {
            withExposedPorts(setup.port());
        }
        withCreateContainerCmdModifier(command -> {
            cpus.ifPresent(set -> command.getHostConfig().withCpusetCpus(set.toString()));
            if (published) {
                // Only this machine is to reach it, if the engine is on this machine.
                Ports.Binding binding = engine.isLocal() ? Ports.Binding.bindIp("127.0.0.1") : Ports.Binding.empty();
                command.getHostConfig().withPortBindings(new PortBinding(binding, ExposedPort.tcp(setup.port())));
            }
            ownership.creates(engine.client());
        });
        setup.content().ifPresent(content -> withCopyToContainer(content, setup.root()));
    }

    /** How it lets responses wait; empty if it does not. */
    Optional<DelayWay> delay() {
        return delay;
    }

    /** With which status it ended, if it did before it was ready. */
    OptionalLong exitStatus() {
        return exitStatus;
    }

    @Override
    protected void containerIsCreated(String containerId) {
        ownership.created();
        if (setup.delay().isPresent()) {
            delay = List.of(DelayWay.values()).stream()
                    .filter(way -> way.modulePath()
                            .map(path -> holds(containerId, path))
                            .orElse(true))
                    .findFirst();
        }
        setup.files(delay).forEach((path, text) -> copyFileToContainer(Transferable.of(text), path));
    }

    @Override
    public void stop() {
        if (getContainerId() != null && setup.ready().reached().isEmpty()) {
            keepLastWords(getContainerId());
        }
        super.stop();
    }

    // Testcontainers removes a container that does not start, and its log with it.
    private void keepLastWords(String containerId) {
        try {
            InspectContainerResponse.ContainerState state =
                    engine.client().inspectContainerCmd(containerId).exec().getState();
            if (!Boolean.TRUE.equals(state.getRunning()) && state.getExitCodeLong() != null) {
                exitStatus = OptionalLong.of(state.getExitCodeLong());
            }
            log.replace(getLogs());
        } catch (DockerException e) {
            log.add("(the engine does not say what it said: " + e.getMessage() + ")");
        }
    }

    private boolean holds(String containerId, String path) {
        try (InputStream archive =
                engine.client().copyArchiveFromContainerCmd(containerId, path).exec()) {
            return archive.read() != -1;
        } catch (NotFoundException | IOException e) {
            return false;
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
}

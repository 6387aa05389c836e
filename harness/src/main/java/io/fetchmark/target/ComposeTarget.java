package io.fetchmark.target;

import com.github.dockerjava.api.model.Container;
import io.fetchmark.fork.CpuSet;
import io.fetchmark.plan.ComposeSpec;
import io.fetchmark.result.FileNames;
import io.fetchmark.result.NetworkPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.testcontainers.containers.ContainerLaunchException;

/**
 * A service of a compose file, started by Compose with all others of the file as a project of its own, and reached as any
 * other container is: at its address if that can be, else at a published port.
 */
final class ComposeTarget {

    private static final String SERVICE = "com.docker.compose.service";

    private final ComposeSpec spec;
    private final Berth berth;

    ComposeTarget(ComposeSpec spec, Berth berth) {
        this.spec = spec;
        this.berth = berth;
    }

    StartedTarget start(StartListener listener) throws TargetFailure, InterruptedException, IOException {
        List<NetworkPath> paths = berth.apart("the service " + spec.service());
        StaleSweep.run(berth.engine().client());
        ComposeCommand compose = ComposeCommand.find();
        Household household = new Household(berth);
        ComposeProject project = fitted(compose.read(spec, listener::says), household, paths);
        TargetLog log = new TargetLog(
                berth.order().directory(), FileNames.composeLog(berth.order().name()));
        try {
            try {
                compose.up(project, household.name(), spec, berth, log);
            } catch (TargetFailure e) {
                throw new TargetFailure(e.getMessage() + ofEnded(household), e);
            }
            return started(household, paths);
        } catch (TargetFailure | IOException | InterruptedException | RuntimeException e) {
            household.remove();
            throw e;
        }
    }

    private ComposeProject fitted(ComposeProject project, Household household, List<NetworkPath> paths)
            throws TargetFailure {
        if (!project.services().contains(spec.service())) {
            throw new TargetFailure("<compose><service>: must be a service of " + spec.file() + ", one of "
                    + project.services() + ", was " + spec.service());
        }
        Optional<String> shared = project.sharedNetwork(spec.service());
        if (shared.isPresent()) {
            throw new TargetFailure("<compose><service>: must have a network of its own, and " + spec.service() + " of "
                    + spec.file() + " has network_mode " + shared.get());
        }
        project.repeatable().labelled(household.labels());
        berth.cpus().ifPresent(cpus -> project.heldTo(cpus.toString()));
        return paths.contains(NetworkPath.MAPPED)
                ? project.publishing(spec.service(), spec.port(), berth.engine().addressOfPorts())
                : project;
    }

    private StartedTarget started(Household household, List<NetworkPath> paths) throws TargetFailure, IOException {
        List<Container> all = containers(household);
        List<Container> ours = all.stream()
                .filter(container -> service(container).equals(spec.service()))
                .toList();
        if (ours.size() != 1) {
            throw new TargetFailure("<compose><service>: must run in one container to be measured, and "
                    + spec.service() + " of " + spec.file() + " has " + ours.size());
        }
        ComposeService target = new ComposeService(berth.engine(), ours.get(0).getId());
        ReadyWait wait = new ReadyWait(
                ReadyCheck.of(spec.ready().sign(), berth.log()),
                paths,
                spec.port(),
                spec.ready().timeout());
        follow(target.id(), berth.log());
        Map<Container, TargetLog> others = new LinkedHashMap<>();
        for (Container container : all) {
            if (!container.getId().equals(target.id())) {
                TargetLog log = logOf(container);
                follow(container.getId(), log);
                others.put(container, log);
            }
        }
        await(target, wait, household);
        // Not before, as they may fail until they find each other, and start anew.
        List<CompletableFuture<String>> deaths = new ArrayList<>();
        others.forEach((container, log) ->
                deaths.add(berth.saying(log).death(container.getId(), name(service(container)), true)));
        household.add(target.id());
        others.keySet().stream()
                .map(Container::getId)
                .filter(id -> new ComposeService(berth.engine(), id).isRunning())
                .forEach(household::addPassing);
        return new StartedTarget(
                berth.facts(
                        target.id(),
                        image(target),
                        wait.reached().orElseThrow(),
                        Optional.empty(),
                        warnings(Confines.of(target.getContainerInfo()).cpus().map(CpuSet::parse))),
                Household.firstOf(berth.death(target.id(), name(spec.service())), deaths),
                Counters.ofContainer(berth.engine(), target.id()),
                household);
    }

    private void await(ComposeService target, ReadyWait wait, Household household) throws TargetFailure, IOException {
        try {
            wait.waitUntilReady(target);
        } catch (ContainerLaunchException e) {
            Optional<Ending> ending = target.isRunning() ? Optional.empty() : berth.ending(target.id());
            ContainerLog.copy(berth.engine().client(), target.id(), berth.log());
            throw new TargetFailure(
                    "the container of " + name(spec.service()) + " "
                            + new Unreadiness(image(target), OptionalInt.of(spec.port()), spec.ready(), berth.log())
                                    .of(ending, wait)
                            + ofEnded(household),
                    e);
        }
    }

    /** Oldest first. */
    private List<Container> containers(Household household) {
        return berth
                .engine()
                .client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(household.labels())
                .exec()
                .stream()
                .sorted(Comparator.comparing(Container::getCreated))
                .toList();
    }

    private TargetLog logOf(Container container) throws IOException {
        return new TargetLog(
                berth.order().directory(), FileNames.companionLog(berth.order().name(), service(container)));
    }

    private void follow(String container, TargetLog log) {
        ContainerLog.follow(berth.engine().client(), container, log);
    }

    /** The other services that have failed, each on lines of its own, with its last lines. */
    private String ofEnded(Household household) throws IOException {
        StringBuilder ended = new StringBuilder();
        for (Container container : containers(household)) {
            Optional<Ending> ending = berth.ending(container.getId()).filter(end -> end.status() != 0);
            if (ending.isPresent() && !service(container).equals(spec.service())) {
                TargetLog log = logOf(container);
                ContainerLog.copy(berth.engine().client(), container.getId(), log);
                ended.append("\nthe container of " + name(service(container)) + " " + ending.get() + log.quote());
            }
        }
        return ended.toString();
    }

    private TargetImage image(ComposeService target) {
        return TargetImage.of(berth.engine().client(), target.getContainerInfo());
    }

    /** A file may hold the service to CPUs that were meant for the client. */
    private List<String> warnings(Optional<CpuSet> held) {
        Optional<CpuSet> meant = berth.cpus();
        return meant.isPresent()
                        && held.isPresent()
                        && !meant.get().cpus().containsAll(held.get().cpus())
                ? List.of(
                        "The cpuset of " + spec.service() + " in " + spec.file().getFileName() + ", " + held.get()
                                + ", goes beyond CPU " + meant.get()
                                + ", which the target was meant to have, so target and client took time from each other.")
                : List.of();
    }

    private String name(String service) {
        return service + " (service of " + spec.file().getFileName() + ")";
    }

    private static String service(Container container) {
        return String.valueOf(container.getLabels().get(SERVICE));
    }
}

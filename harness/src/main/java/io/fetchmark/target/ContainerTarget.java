package io.fetchmark.target;

import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.Durations;
import io.fetchmark.result.NetworkPath;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Any image in a container, reached at its address if that can be, else at a published port. It never shares the network
 * of the machine: its ports are its own business.
 */
final class ContainerTarget {

    private static final double NANOS = 1e9;
    private static final String REMEDY =
            "correct <container><image>, or have the image built before the target is started";

    private final ContainerSpec spec;
    private final Berth berth;
    private final String remedy;
    private final Consumer<OwnedContainer> fitting;

    ContainerTarget(ContainerSpec spec, Berth berth) {
        this(spec, berth, REMEDY, container -> {});
    }

    /**
     * @param remedy what the user may do if the image is not to be had
     * @param fitting what is still to be done to the container before it is made
     */
    ContainerTarget(ContainerSpec spec, Berth berth, String remedy, Consumer<OwnedContainer> fitting) {
        this.spec = spec;
        this.berth = berth;
        this.remedy = remedy;
        this.fitting = fitting;
    }

    StartedTarget start(Consumer<String> say) throws TargetFailure, InterruptedException {
        StaleSweep.run(berth.engine().client());
        TargetImage image = TargetImage.obtain(berth.engine().client(), spec.image(), remedy, say);
        ReadyWait ready = new ReadyWait(
                Probe.of(spec.ready()),
                berth.apart(spec.image()),
                spec.port(),
                spec.ready().timeout());
        OwnedContainer container = container(image, ready);
        fitting.accept(container);
        if (!berth.runs(container, image)) {
            throw new TargetFailure("the container of " + spec.image() + " " + complaint(container, image)
                    + berth.log().quote());
        }
        Candidate reached = ready.reached().orElseThrow();
        return new StartedTarget(
                berth.facts(image, reached, Optional.empty(), warnings()),
                berth.death(container, spec.image()),
                Counters.ofContainer(berth.engine(), container.getContainerId()),
                berth.hold(container));
    }

    private OwnedContainer container(TargetImage image, ReadyWait ready) {
        OwnedContainer container = new OwnedContainer(berth, image, ready)
                .withEnv(spec.env())
                .withCreateContainerCmdModifier(command -> {
                    spec.cpus().ifPresent(cpus -> command.getHostConfig().withNanoCPUs(Math.round(cpus * NANOS)));
                    // A target that swaps would be measured with the disk.
                    spec.memory()
                            .ifPresent(memory -> command.getHostConfig()
                                    .withMemory(memory.bytes())
                                    .withMemorySwap(memory.bytes()));
                });
        return spec.command().isEmpty()
                ? container
                : container.withCommand(spec.command().toArray(String[]::new));
    }

    private String complaint(OwnedContainer container, TargetImage image) {
        if (container.ending().isPresent()) {
            Ending ending = container.ending().get();
            return ending + " instead of serving"
                    + (ending.status() == 0 ? " (its command must stay in the foreground)" : "");
        }
        String time = Durations.format(spec.ready().timeout());
        ReadyWait ready = container.ready();
        if (ready.lastStatus().isPresent()) {
            return "answers " + spec.ready().path() + " with status "
                    + ready.lastStatus().getAsInt() + ", and not with 200 to 399 within " + time
                    + ": correct <ready>, or give it more time by <ready><timeout>";
        }
        return "runs, but does not answer at its port " + spec.port() + " by "
                + ready.paths().stream().map(NetworkPath::toString).collect(Collectors.joining(" or ")) + " within "
                + time + " (" + exposed(image) + "): correct <port>, or give it more time by <ready><timeout>";
    }

    private static String exposed(TargetImage image) {
        return image.ports().isEmpty()
                ? "the image does not say which ports it uses"
                : "the image says that it uses " + String.join(", ", image.ports());
    }

    private List<String> warnings() {
        return berth
                .cpus()
                .filter(held -> spec.cpus().orElse(0) > held.cpus().size())
                .map(held -> "The target was held to CPU " + held + ", so it had less than its <cpus>, "
                        + spec.cpus().orElseThrow() + ".")
                .stream()
                .toList();
    }
}

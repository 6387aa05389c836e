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

    private static final String REMEDY =
            "correct <container><image>, or have the image built before the target is started";

    private final ContainerSpec spec;
    private final Berth berth;

    ContainerTarget(ContainerSpec spec, Berth berth) {
        this.spec = spec;
        this.berth = berth;
    }

    StartedTarget start(Consumer<String> say) throws TargetFailure, InterruptedException {
        StaleSweep.run(berth.engine().client());
        TargetImage image = TargetImage.obtain(berth.engine().client(), spec.image(), REMEDY, say);
        ReadyWait ready = new ReadyWait(
                Probe.of(spec.ready()),
                berth.apart(spec.image()),
                spec.port(),
                spec.ready().timeout());
        OwnedContainer container = container(image, ready);
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
        OwnedContainer container =
                new OwnedContainer(berth, image, ready).withEnv(spec.env()).atMost(spec.resources());
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
                .filter(held -> spec.resources().cpus().orElse(0) > held.cpus().size())
                .map(held -> "The target was held to CPU " + held + ", so it had less than its <cpus>, "
                        + spec.resources().cpus().orElseThrow() + ".")
                .stream()
                .toList();
    }
}

package io.fetchmark.target;

import com.github.dockerjava.api.model.Info;
import io.fetchmark.fork.CpuSet;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.Resources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Any image in a container, with its companions in others, reached at its address if that can be, else at a published
 * port. It never shares the network of the machine: its ports are its own business.
 */
final class ContainerTarget {

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

    StartedTarget start(StartListener listener) throws TargetFailure, InterruptedException, IOException {
        Mounts.check(spec, berth.engine());
        StaleSweep.run(berth.engine().client());
        TargetImage image = TargetImage.obtain(berth.engine().client(), spec.image(), remedy, listener);
        Companions companions = Companions.of(spec.companions(), berth, listener);
        Household household = new Household(berth);
        try {
            return start(image, companions, household);
        } catch (TargetFailure | RuntimeException e) {
            household.remove();
            throw e;
        }
    }

    private StartedTarget start(TargetImage image, Companions companions, Household household) throws TargetFailure {
        if (spec.needsNetwork()) {
            household.connect();
        }
        companions.start(household);
        OwnedContainer container = container(image, companions, household);
        String id = container.getContainerId();
        return new StartedTarget(
                berth.facts(id, image, container.ready().reached().orElseThrow(), Optional.empty(), warnings()),
                Household.firstOf(berth.death(id, spec.image()), companions.deaths()),
                Counters.ofContainer(berth.engine(), id),
                household);
    }

    private OwnedContainer container(TargetImage image, Companions companions, Household household)
            throws TargetFailure {
        ContainerRun run =
                new ContainerRun(spec.image(), berth, image, spec.setup(), OptionalInt.of(spec.port()), spec.ready());
        try {
            return run.start(household, spec.setup().aliases(), fitting);
        } catch (TargetFailure e) {
            String dead = companions.deaths().stream()
                    .filter(CompletableFuture::isDone)
                    .map(death -> "\n" + death.join())
                    .collect(Collectors.joining());
            throw new TargetFailure(e.getMessage() + dead, e);
        }
    }

    private List<String> warnings() {
        Resources resources = spec.setup().resources();
        List<String> warnings = new ArrayList<>();
        Optional<CpuSet> held = berth.cpus();
        if (held.isPresent() && resources.cpus().orElse(0) > held.get().cpus().size()) {
            warnings.add("The target was held to CPU " + held.get() + ", so it had less than its <cpus>, "
                    + resources.cpus().orElseThrow() + ".");
        }
        if (resources.cpuset().isPresent() && berth.engine().isNative()) {
            Info machine = berth.engine().client().infoCmd().exec();
            if (machine.getNCPU() != null && held.orElseThrow().cpus().size() >= machine.getNCPU()) {
                warnings.add("The <cpuset> of the target has all CPUs of this machine, so target and client took time"
                        + " from each other.");
            }
        }
        return warnings;
    }
}

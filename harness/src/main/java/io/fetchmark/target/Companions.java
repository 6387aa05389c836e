package io.fetchmark.target;

import io.fetchmark.plan.Companion;
import io.fetchmark.result.FileNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The containers beside a target. They are the process's, and go with it. */
final class Companions {

    private final Map<Companion, ContainerRun> runs;
    private final List<CompletableFuture<String>> deaths = new ArrayList<>();

    private Companions(Map<Companion, ContainerRun> runs) {
        this.runs = runs;
    }

    /**
     * Sees to it that their images are there, before any is started.
     *
     * @throws TargetFailure if one is not to be had
     */
    static Companions of(List<Companion> companions, Berth berth, StartListener listener)
            throws TargetFailure, InterruptedException, IOException {
        Map<Companion, ContainerRun> runs = new LinkedHashMap<>();
        for (Companion companion : companions) {
            String image = companion.setup().image();
            runs.put(
                    companion,
                    new ContainerRun(
                            image + " (companion " + companion.name() + ")",
                            berth.saying(new TargetLog(
                                    berth.order().directory(),
                                    FileNames.companionLog(berth.order().name(), companion.name()))),
                            TargetImage.obtain(
                                    berth.engine().client(),
                                    image,
                                    "correct the <image> of the companion " + companion.name()
                                            + ", or have it built before the target is started",
                                    listener),
                            companion.setup(),
                            companion.port(),
                            companion.ready()));
        }
        return new Companions(runs);
    }

    /**
     * Starts them, each when the one before is ready.
     *
     * @throws TargetFailure if one is not in time
     */
    void start(Household household) throws TargetFailure {
        for (Map.Entry<Companion, ContainerRun> entry : runs.entrySet()) {
            Companion companion = entry.getKey();
            ContainerRun run = entry.getValue();
            List<String> names = Stream.concat(Stream.of(companion.name()), companion.setup().aliases().stream())
                    .toList();
            OwnedContainer container = run.start(household, names, any -> {});
            deaths.add(run.berth().death(container.getContainerId(), run.name()));
        }
    }

    /** For each that was started what completes when it ends, with how. */
    List<CompletableFuture<String>> deaths() {
        return List.copyOf(deaths);
    }
}

package io.fetchmark.worker;

import io.fetchmark.measure.WarmUpBounds;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Scenario;
import java.net.URI;
import java.util.List;

/**
 * What a crew is to measure: one scenario with one client.
 *
 * @param targets where the targets answer, at least one; paths of requests are appended
 * @param blocks whether the load is put on them in blocks, as the crew is told, one target at a time; else it is measured
 *     once and whole, and there is one target
 * @param seed where the random choices of this measurement come from; those of blocks have a seed each
 */
public record Assignment(List<URI> targets, boolean blocks, Scenario scenario, Client client, long seed) {

    public Assignment {
        targets = List.copyOf(targets);
        if (targets.isEmpty() || (targets.size() > 1 && !blocks)) {
            throw new IllegalArgumentException("cannot be measured at " + targets.size() + " targets");
        }
    }

    /** One scenario with one client on one target, measured whole. */
    public Assignment(URI target, Scenario scenario, Client client, long seed) {
        this(List.of(target), false, scenario, client, seed);
    }

    /** How long its warm-up may last, where it is measured whole. */
    WarmUpBounds warmUp() {
        return WarmUpBounds.of(scenario.warmUp());
    }

    /** Whether the measured time is found while the load runs. A ladder rests before it. */
    boolean warmUpGoesOn() {
        return !blocks && !(scenario.load() instanceof Load.Ladder) && warmUp().goesOn();
    }

    /** One scenario with one client, measured in blocks. */
    public static Assignment inBlocks(List<URI> targets, Scenario scenario, Client client) {
        return new Assignment(targets, true, scenario, client, 0);
    }
}

package io.fetchmark.comparison;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.Side;
import io.fetchmark.target.TargetOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Both sides of a comparison, and how each start of them is to run: alike.
 *
 * @param reference whether the baseline is but something to measure beside, whose responses are not those expected
 * @param directory takes the logs of the targets
 * @param cpus that every target is held to; it may use all if absent
 * @param http the version of HTTP that is measured
 */
public record Lineup(
        TargetSpec candidate,
        TargetSpec baseline,
        boolean reference,
        RuntimeChoice runtime,
        Path directory,
        Optional<CpuSet> cpus,
        HttpVersion http) {

    private static final List<NetworkPath> OF_OWN_NETWORK = List.of(NetworkPath.DIRECT, NetworkPath.MAPPED);

    /** @param number of the start among those of its side in this run, from 1 */
    TargetOrder order(Side side, int number) {
        TargetSpec spec = side == Side.CANDIDATE ? candidate : baseline;
        return new TargetOrder(side + "-" + number, spec, runtime, directory, cpus, paths(), http);
    }

    /** Ways that both sides can take, as times by different ones are not to be compared. */
    private List<NetworkPath> paths() {
        return isAnywhere(candidate) && isAnywhere(baseline) ? TargetOrder.ANY : OF_OWN_NETWORK;
    }

    /** Only an nginx whose configuration is ours can be told where to listen in the network of this machine. */
    private static boolean isAnywhere(TargetSpec spec) {
        return spec instanceof NginxSpec nginx && nginx.config().isEmpty();
    }
}

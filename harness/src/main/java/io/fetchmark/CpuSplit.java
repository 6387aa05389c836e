package io.fetchmark;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.fork.Launch;
import io.fetchmark.plan.ComposeSpec;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.result.CpuUse;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import java.util.Optional;

/**
 * Which CPUs the client and the target are held to, so that they do not take each other's: the first half of those
 * that this process may use for the client, the second for the target.
 *
 * @param client absent if it may use all
 * @param target absent if it may use all
 */
record CpuSplit(Optional<CpuSet> client, Optional<CpuSet> target) {

    private static final CpuSplit NONE = new CpuSplit(Optional.empty(), Optional.empty());

    /** This split as it came out: a client beside which no target runs on this machine may use all CPUs. */
    CpuSplit beside(TargetFacts target) {
        return target.ranElsewhere() ? NONE : new CpuSplit(client, target.cpus().map(CpuSet::parse));
    }

    /**
     * What others use of these CPUs.
     *
     * @param cores how many CPUs there are, for whom is held to none
     */
    CpuUse use(TargetSpec spec, TargetFacts facts, int cores) {
        boolean alone = !(spec instanceof ComposeSpec)
                && !(spec instanceof ContainerSpec container
                        && !container.companions().isEmpty());
        return new CpuUse(
                client.map(set -> set.cpus().size()).orElse(cores),
                facts.heldCpus().orElse(cores),
                isApart(),
                alone && facts.networkPath() != NetworkPath.MAPPED);
    }

    /** Whether client and target have CPUs of their own. */
    boolean isApart() {
        return client.isPresent() && target.isPresent();
    }

    /**
     * None for a target that is not ours to hold, on one CPU, and where {@code taskset} is missing. CPUs that the user
     * names for the target are the target's, and the others the client's.
     */
    static CpuSplit of(TargetSpec spec) {
        if (spec instanceof UrlSpec || !Launch.canPin()) {
            return NONE;
        }
        return CpuSet.allowed()
                .filter(allowed -> allowed.cpus().size() > 1)
                .map(allowed -> of(allowed, cpuset(spec)))
                .orElse(NONE);
    }

    static CpuSplit of(CpuSet allowed, Optional<CpuSet> named) {
        if (named.isEmpty()) {
            return new CpuSplit(Optional.of(allowed.firstHalf()), Optional.of(allowed.secondHalf()));
        }
        // The engine's machine may be another one, which only the engine knows.
        Optional<CpuSet> target = named.filter(set -> allowed.cpus().containsAll(set.cpus()));
        return new CpuSplit(allowed.without(named.get()), target);
    }

    private static Optional<CpuSet> cpuset(TargetSpec spec) {
        return spec instanceof ContainerSpec container
                ? container.setup().resources().cpuset().map(CpuSet::parse)
                : Optional.empty();
    }
}

package io.fetchmark.target;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.result.NetworkPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be started, and how.
 *
 * @param name of the target among those of a run; a plain file name
 * @param directory an existing directory, where the target's log is kept as {@code NAME.log}
 * @param cpus the CPUs that the target is held to; it may use all if absent
 * @param paths the ways that requests may reach a container, best first; the first that works is taken
 * @param http the version of HTTP that one that runs already is asked by: that which is measured
 */
public record TargetOrder(
        String name,
        TargetSpec spec,
        RuntimeChoice runtime,
        Path directory,
        Optional<CpuSet> cpus,
        List<NetworkPath> paths,
        HttpVersion http) {

    /** The only target of a run. */
    public static final String ONLY = "target";

    /** Every way to a container, best first. */
    public static final List<NetworkPath> ANY = List.of(NetworkPath.HOST, NetworkPath.DIRECT, NetworkPath.MAPPED);

    public TargetOrder {
        runtime.checkAgainst(spec);
        directory = directory.toAbsolutePath();
        paths = List.copyOf(paths);
        if (paths.isEmpty() || !ANY.containsAll(paths)) {
            throw new IllegalArgumentException("paths must be some of " + ANY + ", was " + paths);
        }
    }

    /** An order for HTTP/1.1. */
    public TargetOrder(
            String name,
            TargetSpec spec,
            RuntimeChoice runtime,
            Path directory,
            Optional<CpuSet> cpus,
            List<NetworkPath> paths) {
        this(name, spec, runtime, directory, cpus, paths, HttpVersion.HTTP_1_1);
    }

    /** An order for HTTP/1.1 that takes whichever path is best here. */
    public TargetOrder(TargetSpec spec, RuntimeChoice runtime, Path directory, Optional<CpuSet> cpus) {
        this(ONLY, spec, runtime, directory, cpus, ANY);
    }

    /** This order for another version of HTTP. */
    public TargetOrder over(HttpVersion other) {
        return new TargetOrder(name, spec, runtime, directory, cpus, paths, other);
    }
}

package io.fetchmark.worker;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.fork.Jdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the workers of a crew run.
 *
 * @param jdk new enough for the client, see {@link io.fetchmark.plan.Client#minimumJdk}
 * @param classPath holds this library and what it needs
 * @param options of the JVM, added to those that every worker has, so that they win
 * @param cpus the CPUs that they are held to, where that can be done; all if absent
 */
public record Place(Jdk jdk, List<Path> classPath, List<String> options, Optional<CpuSet> cpus) {

    public Place {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
    }
}

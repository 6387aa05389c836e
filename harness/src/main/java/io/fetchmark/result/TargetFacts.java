package io.fetchmark.result;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The target as it ran.
 *
 * @param kind nginx, container, jar or url
 * @param image the image of the container, if there was one
 * @param imageId the id of that image, which names its content
 * @param engine the version of the engine and where it answered, if one was used
 * @param url where requests went
 * @param cpus the CPUs that it was held to, as a list such as {@code 1}; absent if it could use all
 * @param jar what it ran, if that was a jar
 * @param warnings what a reader of the result must know, a sentence each
 */
public record TargetFacts(
        String kind,
        TargetRuntime runtime,
        NetworkPath networkPath,
        URI url,
        Optional<String> image,
        Optional<String> imageId,
        Optional<String> engine,
        Optional<String> cpus,
        Optional<DelayFacts> delay,
        Optional<JarFacts> jar,
        List<String> warnings) {

    public TargetFacts {
        warnings = List.copyOf(warnings);
    }

    /** The same target, which ran that jar. */
    public TargetFacts running(JarFacts thatJar) {
        return new TargetFacts(
                kind, runtime, networkPath, url, image, imageId, engine, cpus, delay, Optional.of(thatJar), warnings);
    }
}

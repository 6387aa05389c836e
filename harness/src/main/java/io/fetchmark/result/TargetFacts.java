package io.fetchmark.result;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The target as it ran.
 *
 * @param kind nginx, container or url
 * @param image the image of the container, if there was one
 * @param imageId the id of that image, which names its content at the engine
 * @param imageDigest the repository and digest that name that content in a registry, such as {@code
 *     acme/shop@sha256:…}; absent if it has been in none
 * @param engine the version of the engine and where it answered, if one was used
 * @param url where requests went
 * @param cpus the CPUs that it was held to, as a list such as {@code 1}; absent if it could use all
 * @param warnings what a reader of the result must know, a sentence each
 */
public record TargetFacts(
        String kind,
        TargetRuntime runtime,
        NetworkPath networkPath,
        URI url,
        Optional<String> image,
        Optional<String> imageId,
        Optional<String> imageDigest,
        Optional<String> engine,
        Optional<String> cpus,
        Optional<DelayFacts> delay,
        List<String> warnings) {

    public TargetFacts {
        warnings = List.copyOf(warnings);
    }
}

package io.fetchmark.target;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ExposedPort;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * An image that the engine has.
 *
 * @param name as the user gave it
 * @param id names its content, at this engine
 * @param digest names its content in a registry, with the repository; empty if it has been in none
 * @param ports that it says it uses, such as {@code 80/tcp}; it may use others
 */
record TargetImage(String name, String id, Optional<String> digest, List<String> ports) {

    private static final long PULL_MINUTES = 10;

    /**
     * Takes the image that is there, and pulls it, once, only if it is not: Testcontainers would try for two minutes.
     *
     * @param remedy what the user may do if it is not to be had
     * @throws TargetFailure if it is not to be had
     */
    static TargetImage obtain(DockerClient docker, String name, String remedy, StartListener listener)
            throws TargetFailure, InterruptedException {
        // Users of Testcontainers may have set up a registry of their own for every image.
        DockerImageName wanted = parse(name);
        String full = ImageNameSubstitutor.instance().apply(wanted).asCanonicalNameString();
        Optional<TargetImage> here = inspect(docker, name, full);
        if (here.isPresent()) {
            return here.get();
        }
        listener.pulls(full);
        listener.says("pulls the image " + full + ", which is not on this machine");
        String reason = pull(docker, full);
        return inspect(docker, name, full)
                .orElseThrow(() -> new TargetFailure("the image " + full
                        + " was not found on this machine and could not be pulled (" + reason + "): "
                        + PullFailure.of(reason).meaning() + "; " + remedy));
    }

    private static DockerImageName parse(String name) throws TargetFailure {
        try {
            DockerImageName parsed = DockerImageName.parse(name);
            parsed.assertValid();
            return parsed;
        } catch (IllegalArgumentException e) {
            throw new TargetFailure("<image>: must be the name of an image such as nginx:1.28, was " + name, e);
        }
    }

    private static Optional<TargetImage> inspect(DockerClient docker, String name, String full) {
        try {
            InspectImageResponse image = docker.inspectImageCmd(full).exec();
            return Optional.of(new TargetImage(
                    name, String.valueOf(image.getId()), digest(image, full), ports(image.getConfig())));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** The image that a container was made of. */
    static TargetImage of(DockerClient docker, InspectContainerResponse container) {
        InspectImageResponse image =
                docker.inspectImageCmd(container.getImageId()).exec();
        String name = String.valueOf(container.getConfig().getImage());
        return new TargetImage(name, container.getImageId(), digest(image, name), ports(image.getConfig()));
    }

    private static Optional<String> digest(InspectImageResponse image, String full) {
        List<String> digests = Optional.ofNullable(image.getRepoDigests()).orElse(List.of());
        String repository = DockerImageName.parse(full).getUnversionedPart();
        // One content may be in several repositories; "<none>" stands for one that is not known any more.
        return digests.stream()
                .filter(digest -> digest.startsWith(repository + "@"))
                .findFirst()
                .or(() -> digests.stream()
                        .filter(digest -> !digest.startsWith("<"))
                        .findFirst());
    }

    private static List<String> ports(@Nullable ContainerConfig config) {
        ExposedPort[] exposed = config == null ? null : config.getExposedPorts();
        return exposed == null
                ? List.of()
                : Stream.of(exposed).map(ExposedPort::toString).sorted().toList();
    }

    private static String pull(DockerClient docker, String full) throws InterruptedException {
        try {
            boolean complete = docker.pullImageCmd(full)
                    .exec(new PullImageResultCallback())
                    .awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
            return complete ? "the pull ended without it" : "no end within " + PULL_MINUTES + " min";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("no reason given");
        }
    }
}

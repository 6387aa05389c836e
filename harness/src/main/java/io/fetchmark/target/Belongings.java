package io.fetchmark.target;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The containers, networks and volumes at an engine that have a label.
 *
 * @param wanted tells by the value of the label whether a thing is one of them
 */
record Belongings(DockerClient docker, String label, Predicate<String> wanted) {

    private static final int TRIES = 50;
    private static final long PAUSE_MILLIS = 100;

    /** Removes them all: containers first, which the others would be in use by. Returns how many containers there were. */
    int remove() {
        List<Container> containers = containers();
        containers.forEach(container -> removed(
                docker.removeContainerCmd(container.getId()).withForce(true).withRemoveVolumes(true)::exec));
        for (Network network : networks()) {
            insist(docker.removeNetworkCmd(network.getId())::exec);
        }
        for (InspectVolumeResponse volume : volumes()) {
            insist(docker.removeVolumeCmd(volume.getName())::exec);
        }
        return containers.size();
    }

    private List<Container> containers() {
        return docker.listContainersCmd().withShowAll(true).withLabelFilter(List.of(label)).exec().stream()
                .filter(container -> isWanted(container.getLabels()))
                .toList();
    }

    private List<Network> networks() {
        return docker.listNetworksCmd().withFilter("label", List.of(label)).exec().stream()
                .filter(network -> isWanted(network.getLabels()))
                .toList();
    }

    private List<InspectVolumeResponse> volumes() {
        List<InspectVolumeResponse> all = docker.listVolumesCmd()
                .withFilter("label", List.of(label))
                .exec()
                .getVolumes();
        return Optional.ofNullable(all).orElse(List.of()).stream()
                .filter(volume -> isWanted(volume.getLabels()))
                .toList();
    }

    private boolean isWanted(@Nullable Map<String, String> labels) {
        return labels != null
                && Optional.ofNullable(labels.get(label)).filter(wanted).isPresent();
    }

    /** A container that somebody else is removing just now may still use it for a moment. */
    private static void insist(Runnable removal) {
        for (int tried = 0; tried < TRIES && !removed(removal); tried++) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean removed(Runnable removal) {
        try {
            removal.run();
            return true;
        } catch (NotFoundException e) {
            return true;
        } catch (DockerException e) {
            return false;
        }
    }
}

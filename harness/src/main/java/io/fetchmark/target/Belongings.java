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

    /** Removes them all: containers first, which the others would be in use by. Returns whether none is left. */
    boolean remove() {
        boolean all = true;
        for (Container container : containers()) {
            all &= removed(
                    docker.removeContainerCmd(container.getId()).withForce(true).withRemoveVolumes(true)::exec);
        }
        for (Network network : networks()) {
            all &= insist(docker.removeNetworkCmd(network.getId())::exec);
        }
        for (InspectVolumeResponse volume : volumes()) {
            all &= insist(docker.removeVolumeCmd(volume.getName())::exec);
        }
        return all;
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
    private static boolean insist(Runnable removal) {
        for (int tried = 0; tried < TRIES; tried++) {
            if (removed(removal)) {
                return true;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
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

package io.fetchmark.target;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Removes what is left of runs whose processes were all killed. */
final class StaleSweep {

    private StaleSweep() {}

    /** Removes containers of ours whose owner was on this machine and is gone; returns how many. */
    static int run(DockerClient docker) {
        List<Container> stale =
                docker.listContainersCmd().withShowAll(true).withLabelFilter(List.of(Owner.LABEL)).exec().stream()
                        .filter(container -> Optional.ofNullable(
                                        container.getLabels().get(Owner.LABEL))
                                .flatMap(Owner::parse)
                                .filter(Owner::isGone)
                                .isPresent())
                        .toList();
        Ownership.remove(docker, stale);
        return stale.size();
    }

    /** Ends processes of ours whose owner was on this machine and is gone; returns how many. */
    static int ofProcesses() {
        List<ProcessHandle> stale = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().stream()
                        .flatMap(line -> TargetProcess.OWNER.matcher(line).results())
                        .flatMap(owner -> Owner.parse(owner.group(1)).stream())
                        .anyMatch(Owner::isGone))
                .toList();
        stale.forEach(ProcessHandle::destroyForcibly);
        return stale.size();
    }

    static List<Container> labelled(DockerClient docker, String owner) {
        return docker.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(Owner.LABEL, owner))
                .exec();
    }
}

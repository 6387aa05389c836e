package io.fetchmark.target;

import com.github.dockerjava.api.DockerClient;
import java.util.List;

/** Removes what is left of runs whose processes were all killed. */
final class StaleSweep {

    private StaleSweep() {}

    /** Removes what is ours and whose owner is certainly gone; returns whether none of it is left. */
    static boolean run(DockerClient docker) {
        return new Belongings(
                        docker,
                        Owner.LABEL,
                        label -> Owner.parse(label).filter(Owner::isGone).isPresent())
                .remove();
    }

    /** Ends processes of ours whose owner is certainly gone; returns how many. */
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
}

package io.fetchmark.target;

import com.github.dockerjava.api.DockerClient;

/** Removes what is left of runs whose processes were all killed. */
final class StaleSweep {

    private StaleSweep() {}

    /** Removes what is ours and whose owner was on this machine and is gone; returns how many containers. */
    static int run(DockerClient docker) {
        return new Belongings(
                        docker,
                        Owner.LABEL,
                        label -> Owner.parse(label).filter(Owner::isGone).isPresent())
                .remove();
    }
}

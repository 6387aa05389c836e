package io.fetchmark.target;

import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.VolumeOptions;
import io.fetchmark.plan.Companion;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.Volume;
import java.util.List;
import java.util.stream.Stream;

/** The volumes of a container as the engine takes them. It makes those that are not there when it makes the container. */
final class Mounts {

    private Mounts() {}

    /**
     * Makes sure that an engine can see what of this machine its containers are to have.
     *
     * @throws TargetFailure if it cannot
     */
    static void check(ContainerSpec spec, Engine engine) throws TargetFailure {
        List<Volume> volumes = Stream.concat(
                        Stream.of(spec.setup()), spec.companions().stream().map(Companion::setup))
                .flatMap(setup -> setup.volumes().stream())
                .toList();
        for (Volume volume : volumes) {
            if (volume instanceof Volume.Bind bind && !engine.isLocal()) {
                throw new TargetFailure("<container><volumes><volume><from>: must not be given with the engine at "
                        + engine.at() + ", which does not see the files of this machine (use <content>, which is"
                        + " copied), was " + bind.from());
            }
        }
    }

    static List<Mount> of(List<Volume> volumes, Household household) {
        return volumes.stream().map(volume -> of(volume, household)).toList();
    }

    private static Mount of(Volume volume, Household household) {
        // A switch over sealed types needs a newer Java than this library may use.
        if (volume instanceof Volume.Bind bind) {
            return new Mount()
                    .withType(MountType.BIND)
                    .withSource(bind.from().toAbsolutePath().toString())
                    .withTarget(bind.to())
                    .withReadOnly(bind.readOnly());
        }
        Mount own = new Mount()
                .withType(MountType.VOLUME)
                .withTarget(volume.to())
                .withVolumeOptions(new VolumeOptions().withLabels(household.labels()));
        return volume instanceof Volume.Named named
                ? own.withSource(household.nameOf(named.name())).withReadOnly(named.readOnly())
                : own;
    }
}

package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import io.fetchmark.plan.Companion;
import io.fetchmark.plan.ContainerSetup;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.ReadySign;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Volume;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MountsTest {

    private static final Ownership OWNERSHIP = new Ownership();
    private static final Volume BIND = new Volume.Bind(Path.of("/src/data"), "/data", true);
    private static final ContainerSetup BOUND = ContainerSetup.of("shop").holding(List.of(), List.of(BIND));

    @TempDir
    Path directory;

    @Test
    void aFileOfThisMachineIsRefusedWithAnEngineOnAnother() {
        ContainerSpec target = ContainerSpec.of("shop", 80).made(BOUND);
        ContainerSpec companion = ContainerSpec.of("shop", 80)
                .with(new Companion("db", BOUND, OptionalInt.of(1), Readiness.by(new ReadySign.Listens())));
        for (ContainerSpec spec : List.of(target, companion)) {
            assertThatThrownBy(() -> Mounts.check(spec, engine("tcp://10.1.2.3:2375")))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessage("<container><volumes><volume><from>: must not be given with the engine at"
                            + " tcp://10.1.2.3:2375, which does not see the files of this machine (use <content>, which"
                            + " is copied), was /src/data");
            assertThatCode(() -> Mounts.check(spec, engine("unix:///var/run/docker.sock")))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void volumesOfOursHaveOurLabelAndNamesOfTheirOwn() throws IOException {
        Household household = household();
        Household other = household();
        List<Volume> volumes =
                List.of(BIND, new Volume.Named("cache", "/cache", false), new Volume.Anonymous("/scratch"));
        List<Mount> mounts = Mounts.of(volumes, household);
        assertThat(mounts.get(0).getType()).isEqualTo(MountType.BIND);
        assertThat(mounts.get(0).getReadOnly()).isTrue();
        assertThat(mounts.get(1).getSource())
                .startsWith("fetchmark-" + ProcessHandle.current().pid() + "-")
                .endsWith("-cache")
                .isNotEqualTo(Mounts.of(volumes, other).get(1).getSource());
        for (Mount own : mounts.subList(1, 3)) {
            assertThat(own.getType()).isEqualTo(MountType.VOLUME);
            assertThat(own.getVolumeOptions().getLabels())
                    .isEqualTo(household.labels())
                    .containsEntry("io.fetchmark", OWNERSHIP.label());
        }
        assertThat(mounts.get(2).getSource()).isNull();
    }

    private Household household() throws IOException {
        TargetOrder order = Hosts.order(ContainerSpec.of("shop", 80), RuntimeChoice.DOCKER, directory);
        return new Household(new Berth(engine("unix:///var/run/docker.sock"), OWNERSHIP, new TargetLog(order), order));
    }

    /** One that nobody asks anything. */
    private static Engine engine(String at) {
        DockerClient client = (DockerClient) Proxy.newProxyInstance(
                MountsTest.class.getClassLoader(), new Class<?>[] {DockerClient.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
        return new Engine(client, URI.create(at), "1", false, false, true);
    }
}

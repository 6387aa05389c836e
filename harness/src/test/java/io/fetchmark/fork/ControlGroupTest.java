package io.fetchmark.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ControlGroupTest {

    private static final String MOUNT_1 = """
            31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
            32 31 0:29 %s /sys/fs/cgroup/cpu,cpuacct rw,relatime shared:9 - cgroup cgroup rw,cpu,cpuacct
            34 31 0:31 / /sys/fs/cgroup/cpuset rw,relatime - cgroup cgroup rw,cpuset
            38 31 0:35 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw
            """;
    private static final String MOUNT_2 =
            "26 23 0:23 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate,memory_recursiveprot\n";

    @Test
    void ofVersion2ItIsTheGroupAndThoseAroundIt() {
        ControlGroup group = ControlGroup.of("0::/user.slice/user-1000.slice\n", MOUNT_2);

        assertThat(group.files())
                .isEqualTo(paths(
                        "/sys/fs/cgroup/user.slice/user-1000.slice/cpu.stat",
                        "/sys/fs/cgroup/user.slice/cpu.stat",
                        "/sys/fs/cgroup/cpu.stat"));
    }

    @Test
    void ofVersion1ItIsTheHierarchyOfTheCpuController() {
        String cgroup = "7:cpuset:/other\n4:cpuacct,cpu:/system.slice/ci.service\n0::/elsewhere\n";

        assertThat(ControlGroup.of(cgroup, MOUNT_1.formatted("/")).directories())
                .isEqualTo(paths(
                        "/sys/fs/cgroup/cpu,cpuacct/system.slice/ci.service",
                        "/sys/fs/cgroup/cpu,cpuacct/system.slice",
                        "/sys/fs/cgroup/cpu,cpuacct"));
    }

    @Test
    void eachControllerOfVersion1HasItsOwnHierarchy() {
        String cgroup = "7:cpuset:/other\n4:cpuacct,cpu:/system.slice/ci.service\n0::/elsewhere\n";

        assertThat(ControlGroup.of("cpuset", cgroup, MOUNT_1.formatted("/")).directories())
                .isEqualTo(paths("/sys/fs/cgroup/cpuset/other", "/sys/fs/cgroup/cpuset"));
        assertThat(ControlGroup.of("cpuacct", cgroup, MOUNT_1.formatted("/")).directories())
                .startsWith(Path.of("/sys/fs/cgroup/cpu,cpuacct/system.slice/ci.service"));
        assertThat(ControlGroup.of("memory", "0::/user.slice\n", MOUNT_2).directories())
                .isEqualTo(paths("/sys/fs/cgroup/user.slice", "/sys/fs/cgroup"));
    }

    @Test
    void inAContainerTheMountBeginsAtItsGroup() {
        String cgroup = "4:cpu,cpuacct:/docker/5f1c/inner\n";

        assertThat(ControlGroup.of(cgroup, MOUNT_1.formatted("/docker/5f1c")).directories())
                .isEqualTo(paths("/sys/fs/cgroup/cpu,cpuacct/inner", "/sys/fs/cgroup/cpu,cpuacct"));
    }

    @Test
    void aGroupOutsideOfTheMountIsNotLookedFor() {
        String cgroup = "4:cpu,cpuacct:/docker/other\n";

        assertThat(ControlGroup.of(cgroup, MOUNT_1.formatted("/docker/5f1c")).directories())
                .isEqualTo(paths("/sys/fs/cgroup/cpu,cpuacct"));
        assertThat(ControlGroup.of("0::/../../outside", MOUNT_2).directories()).isEqualTo(paths("/sys/fs/cgroup"));
    }

    @Test
    void whereThereAreNoGroupsThereAreNoAccounts() {
        assertThat(ControlGroup.of("", "").files()).isEmpty();
        assertThat(ControlGroup.of("garbage", "more - garbage").files()).isEmpty();
        assertThat(ControlGroup.of("0::/", "").files()).isEmpty();
    }

    @Test
    void eachVersionHasItsOwnUnit() {
        assertThat(ControlGroup.throttledNanos("nr_periods 9\nnr_throttled 4\nthrottled_time 123456789\n"))
                .hasValue(123_456_789);
        assertThat(ControlGroup.throttledNanos("usage_usec 77\nnr_throttled 4\nthrottled_usec 123456\n"))
                .hasValue(123_456_000);
    }

    @Test
    void aGroupWithoutQuotaSaysNothing() {
        assertThat(ControlGroup.throttledNanos("usage_usec 77\nuser_usec 70\n")).isEmpty();
        assertThat(ControlGroup.throttledNanos("")).isEmpty();
        assertThat(ControlGroup.throttledNanos("throttled_usec many")).isEmpty();
    }

    private static List<Path> paths(String... names) {
        return Stream.of(names).map(Path::of).toList();
    }
}

package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of control groups as Linux writes them, in another place. */
final class GroupCountersTest {

    private static final String ID = "5f1c0b3a9d5e4f5b";

    @TempDir
    private Path directory;

    @Test
    void version1HasAFileForTheTimeAndOthersForTheRest() throws Exception {
        write("cpuacct/docker/" + ID + "/cpuacct.usage", "1234567890\n");
        write("cpu/docker/" + ID + "/cpu.stat", "nr_periods 9\nnr_throttled 4\nthrottled_time 55000\n");
        write("memory/docker/" + ID + "/memory.max_usage_in_bytes", "9437184\n");

        Reading reading = version1("/docker/" + ID).orElseThrow().read().orElseThrow();

        assertThat(reading.cpuNanos()).isEqualTo(1_234_567_890);
        assertThat(reading.throttledNanos()).hasValue(55_000);
        assertThat(reading.memoryPeakBytes()).hasValue(9_437_184);
    }

    @Test
    void version2HasOneFileForTheTimes() throws Exception {
        write("system.slice/docker-" + ID + ".scope/cpu.stat", """
                usage_usec 1234567
                user_usec 1000000
                system_usec 234567
                nr_periods 9
                nr_throttled 4
                throttled_usec 55
                """);
        write("system.slice/docker-" + ID + ".scope/memory.peak", "9437184\n");

        Reading reading = version2("/system.slice/docker-" + ID + ".scope")
                .orElseThrow()
                .read()
                .orElseThrow();

        assertThat(reading.cpuNanos()).isEqualTo(1_234_567_000);
        assertThat(reading.throttledNanos()).hasValue(55_000);
        assertThat(reading.memoryPeakBytes()).hasValue(9_437_184);
    }

    @Test
    void whatAnOlderKernelDoesNotSayIsAbsent() throws Exception {
        write("docker/" + ID + "/cpu.stat", "usage_usec 7\nuser_usec 7\nsystem_usec 0\n");

        Reading reading = version2("/docker/" + ID).orElseThrow().read().orElseThrow();

        assertThat(reading.cpuNanos()).isEqualTo(7_000);
        assertThat(reading.throttledNanos()).isEmpty();
        assertThat(reading.memoryPeakBytes()).isEmpty();
    }

    @Test
    void aGroupWithinTheContainerIsCountedWithTheWholeContainer() throws Exception {
        write("docker/" + ID + "/cpu.stat", "usage_usec 70\n");
        write("docker/" + ID + "/init/cpu.stat", "usage_usec 7\n");

        assertThat(version2("/docker/" + ID + "/init").orElseThrow().read())
                .hasValueSatisfying(reading -> assertThat(reading.cpuNanos()).isEqualTo(70_000));
    }

    @Test
    void aProcessOfTheSameNumberInAnotherWorldIsNotTaken() throws Exception {
        write("system.slice/ssh.service/cpu.stat", "usage_usec 7\n");
        write("cpu.stat", "usage_usec 8\n");

        assertThat(version2("/system.slice/ssh.service")).isEmpty();
        assertThat(version2("/../../docker/" + ID)).isEmpty();
    }

    @Test
    void filesThatAreMissingOrHoldNoTimeAreNoCounters() throws Exception {
        assertThat(version2("/docker/" + ID)).isEmpty();
        write("docker/" + ID + "/cpu.stat", "nr_periods many\n");
        assertThat(version2("/docker/" + ID)).isEmpty();
        assertThat(GroupCounters.of("", "", ID)).isEmpty();
        assertThat(GroupCounters.of("garbage", "more - garbage", ID)).isEmpty();
    }

    @Test
    void aContainerThatIsGoneHasNothingToRead() throws Exception {
        Path file = write("docker/" + ID + "/cpu.stat", "usage_usec 7\n");
        GroupCounters counters = version2("/docker/" + ID).orElseThrow();

        Files.delete(file);

        assertThat(counters.read()).isEmpty();
    }

    @Test
    void theyAreTheSameWhenTheParentHasReadThemFromTheirJson() throws Exception {
        write("docker/" + ID + "/cpu.stat", "usage_usec 7\n");
        Counters group = version2("/docker/" + ID).orElseThrow();

        for (Counters counters : new Counters[] {group, new ProcessCounters(42), new StatsCounters(ID)}) {
            assertThat(Json.read(Json.line(counters), Counters.class)).isEqualTo(counters);
        }
    }

    private Optional<GroupCounters> version1(String group) {
        String cgroup = "4:memory:" + group + "\n3:cpuset:/\n2:cpuacct:" + group + "\n1:cpu:" + group + "\n0::/\n";
        StringBuilder mounts = new StringBuilder();
        for (String controller : new String[] {"cpu", "cpuacct", "memory"}) {
            mounts.append("32 31 0:29 / %s/%s rw,relatime - cgroup cgroup rw,%s\n"
                    .formatted(directory, controller, controller));
        }
        return GroupCounters.of(cgroup, mounts.toString(), ID);
    }

    private Optional<GroupCounters> version2(String group) {
        String mounts = "26 23 0:23 / " + directory + " rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n";
        return GroupCounters.of("0::" + group + "\n", mounts, ID);
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}

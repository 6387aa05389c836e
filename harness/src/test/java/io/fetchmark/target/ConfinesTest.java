package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fetchmark.fork.ControlGroup;
import io.fetchmark.fork.CpuSet;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.MemorySize;
import io.fetchmark.plan.Resources;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.result.TargetFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the facts say of a container's limits, beside what the kernel says in it. */
@Timeout(180)
final class ConfinesTest {

    @TempDir
    private Path directory;

    @Test
    void theFactsSayWhatTheKernelHoldsTheContainerTo() throws Exception {
        Docker.assumeEngine();
        assumeTrue(Docker.isNative(), "SKIPPED: the engine's control groups are not of this machine");
        CpuSet cpus = CpuSet.allowed().orElseThrow().secondHalf();
        ContainerSpec spec = ContainerSpec.of(Docker.image(), 80)
                .using(Resources.atMost(OptionalDouble.of(0.4), Optional.of(MemorySize.parse("64m"))));
        TargetOrder order =
                new TargetOrder(TargetOrder.ONLY, spec, RuntimeChoice.DOCKER, directory, Optional.of(cpus), Hosts.ANY);

        try (Hosted host = Hosts.start(order)) {
            String id = Docker.containers(host.pid().orElseThrow()).get(0);
            String pid = Docker.run("docker", "inspect", "--format", "{{.State.Pid}}", id);
            String quota = kernel(pid, "cpu", "cpu.max", "cpu.cfs_quota_us");
            TargetFacts facts = host.facts();

            assertThat(facts.limits().orElseThrow().cpus())
                    .as("of a period of 100 ms, which is the kernel's and the engine's")
                    .hasValue(Double.parseDouble(quota.split(" ", 2)[0]) / 100_000);
            assertThat(facts.limits().orElseThrow().memoryBytes())
                    .hasValue(Long.parseLong(kernel(pid, "memory", "memory.max", "memory.limit_in_bytes")));
            assertThat(CpuSet.parse(facts.cpus().orElseThrow()))
                    .isEqualTo(CpuSet.parse(kernel(pid, "cpuset", "cpuset.cpus", "cpuset.cpus")));
            assertThat(facts.availableCpus()).hasValue(0.4);
        }
    }

    /** What the kernel says of a process's control group, by the name of the file in version 2 or 1. */
    private static String kernel(String pid, String controller, String name2, String name1) throws IOException {
        String cgroup = Files.readString(Path.of("/proc", pid, "cgroup"));
        Path group = ControlGroup.of(controller, cgroup, Files.readString(Path.of("/proc/self/mountinfo")))
                .directories()
                .get(0);
        Path file = group.resolve(name2);
        return Files.readString(Files.exists(file) ? file : group.resolve(name1))
                .strip();
    }
}

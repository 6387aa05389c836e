package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The counters of a control group of version 2 in the kernel of this machine, where a group may be made. */
@Timeout(60)
final class UnifiedGroupTest {

    private static final String ID = "fetchmark-test-" + ProcessHandle.current().pid();

    @Test
    void theKernelCountsWhatAProcessOfTheGroupUses() throws Exception {
        String mounts = Files.readString(Path.of("/proc/self/mountinfo"))
                .lines()
                .filter(line -> line.contains(" - cgroup2 "))
                .limit(1)
                .collect(Collectors.joining());
        assumeTrue(!mounts.isEmpty(), "SKIPPED: there are no control groups of version 2");
        Path root = Path.of(mounts.split(" ", -1)[4]);
        assumeTrue(
                Files.isWritable(root.resolve("cgroup.procs")),
                "SKIPPED: no group may be made here, only root may do that");
        Path group = Files.createDirectory(root.resolve(ID));
        Process process = new ProcessBuilder("sh", "-c", "read go; while :; do :; done").start();
        try {
            Files.writeString(group.resolve("cgroup.procs"), Long.toString(process.pid()));
            Optional<GroupCounters> counters = GroupCounters.of("0::/" + ID + "\n", mounts + "\n", ID);
            long before = counters.orElseThrow().read().orElseThrow().cpuNanos();
            process.outputWriter().append("go\n").flush();

            long after = before;
            while (after - before < 50_000_000) {
                TimeUnit.MILLISECONDS.sleep(10);
                after = counters.get().read().orElseThrow().cpuNanos();
            }

            long cpu = process.info().totalCpuDuration().orElseThrow().toNanos();
            assertThat(after - before)
                    .as("what the kernel says of the process a little later, in ticks of 10 ms")
                    .isLessThanOrEqualTo(cpu + 20_000_000);
        } finally {
            process.destroyForcibly().waitFor();
            while (!Files.readString(group.resolve("cgroup.procs")).isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            Files.delete(group);
        }
    }
}

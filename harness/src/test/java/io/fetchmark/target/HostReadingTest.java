package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.fork.CpuSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
final class HostReadingTest {

    @Test
    @Timeout(60)
    void aThreadThatTurnsKeepsTheCpusBusy() {
        CpuSet all = HostReading.allCpus().orElseThrow();
        HostReading first = HostReading.now(all).orElseThrow();
        HostReading last = first;
        while (last.busyNanos() - first.busyNanos() < 50_000_000) {
            last = HostReading.now(all).orElseThrow();
        }

        assertThat(last.follows(first)).isTrue();
        assertThat(last.stealNanos()).isNotNegative();
    }

    @Test
    void cpusThatAreNotThereAreNotKnown() {
        assertThat(HostReading.now(new CpuSet(List.of(123_456)))).isEmpty();
    }
}

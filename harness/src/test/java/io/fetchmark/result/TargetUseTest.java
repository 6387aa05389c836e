package io.fetchmark.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class TargetUseTest {

    @Test
    void cpuTimeIsSharedByRequests() {
        assertThat(use(MeterSource.CGROUP, 3_000_000).cpuNanosPerRequest(100)).hasValue(30_000);
        assertThat(use(MeterSource.CGROUP, 3_000_000).cpuNanosPerRequest(0)).isEmpty();
    }

    @Test
    void whatTheCounterCannotResolveIsNotShared() {
        assertThat(use(MeterSource.PROCESS, 90_000_000).cpuNanosPerRequest(100)).isEmpty();
        assertThat(use(MeterSource.PROCESS, 110_000_000).cpuNanosPerRequest(100))
                .hasValue(1_100_000);
        assertThat(use(MeterSource.CGROUP, 0).cpuNanosPerRequest(100)).isEmpty();
    }

    @Test
    void theShareIsOfTheCpusThatItWasHeldTo() {
        TargetUse held = new TargetUse(
                MeterSource.CGROUP,
                OptionalDouble.of(2),
                3_000_000_000L,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());

        assertThat(held.busyCpus(2)).isEqualTo(1.5);
        assertThat(held.cpuShare(2)).hasValue(0.75);
        assertThat(held.cpuShare(0)).hasValue(0);
        assertThat(use(MeterSource.CGROUP, 1).cpuShare(2)).isEmpty();
    }

    @Test
    void noFigureIsNegative() {
        assertThatThrownBy(() -> use(MeterSource.CGROUP, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TargetUse(
                        MeterSource.CGROUP,
                        OptionalDouble.of(0),
                        1,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TargetUse use(MeterSource source, long cpuNanos) {
        return new TargetUse(
                source,
                OptionalDouble.empty(),
                cpuNanos,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }
}

package io.fetchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class VitalsTest {

    private static final Vitals ONE = vitals(List.of(0), 100, 5, 7, 11, 130);

    @Test
    void countersAreSubtracted() {
        assertThat(vitals(List.of(0), 110, 8, 7, 12, 150).since(ONE)).isEqualTo(vitals(List.of(0), 10, 3, 0, 1, 20));
    }

    @Test
    void aCounterThatGoesBackHasNotCounted() {
        assertThat(vitals(List.of(0), 110, 8, 7, 10, 150).since(ONE).stealNanos())
                .hasValue(0);
    }

    @Test
    void stretchesAfterEachOtherAddUp() {
        assertThat(ONE.then(vitals(List.of(0), 1, 2, 3, 4, 5))).isEqualTo(vitals(List.of(0), 101, 7, 10, 15, 135));
    }

    @Test
    void jvmsOnTheSameCpusSeeTheSameCpus() {
        assertThat(ONE.plus(vitals(List.of(0), 20, 9, 7, 12, 131))).isEqualTo(vitals(List.of(0), 120, 9, 7, 12, 131));
    }

    @Test
    void jvmsOnOtherCpusSeeOthers() {
        assertThat(ONE.plus(vitals(List.of(2, 1), 20, 9, 7, 12, 31)))
                .isEqualTo(vitals(List.of(0, 1, 2), 120, 9, 7, 23, 161));
    }

    @Test
    void mergingDoesNotDependOnTheOrder() {
        Vitals other = vitals(List.of(0, 1), 20, 9, 6, 12, 31);

        assertThat(ONE.plus(other)).isEqualTo(other.plus(ONE));
    }

    @Test
    void whatOneDoesNotKnowIsNotKnownOfBoth() {
        Vitals silent = new Vitals(List.of(0), 1, 1, OptionalLong.empty(), OptionalLong.of(1), OptionalLong.empty());

        assertThat(ONE.plus(silent).throttledNanos()).isEmpty();
        assertThat(ONE.then(silent).stealNanos()).hasValue(12);
        assertThat(silent.since(ONE).busyNanos()).isEmpty();
        assertThat(silent.othersNanos()).isEmpty();
    }

    @Test
    void othersUsedWhatTheseDidNot() {
        assertThat(ONE.othersNanos()).hasValue(30);
        // The clocks of both differ by a tick or two.
        assertThat(vitals(List.of(0), 100, 0, 0, 0, 90).othersNanos()).hasValue(0);
    }

    @Test
    void noTimeIsNegative() {
        assertThatThrownBy(() -> vitals(List.of(0), 1, 1, 1, -1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Vitals vitals(List<Integer> cpus, long cpu, long gc, long throttled, long steal, long busy) {
        return new Vitals(cpus, cpu, gc, OptionalLong.of(throttled), OptionalLong.of(steal), OptionalLong.of(busy));
    }
}

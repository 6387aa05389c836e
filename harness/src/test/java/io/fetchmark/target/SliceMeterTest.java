package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.result.SliceSummary;
import io.fetchmark.result.TargetSlice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Readings that are laid along slices. Times are in milliseconds here. */
final class SliceMeterTest {

    private static final Instant START = Instant.parse("2026-11-22T14:00:00Z");
    private static final long MILLI = 1_000_000;

    private final Readings<Reading> target = new Readings<>();
    private final Readings<HostReading> host = new Readings<>();

    @Test
    void aSliceHasWhatWasUsedBetweenItsEnds() {
        // One CPU: the target keeps it half busy, others a tenth; 5 ms in each 100 are stolen.
        for (int at = -50; at <= 2050; at += 100) {
            target.add(reading(at, at / 2 + 1000, 7));
            host.add(host(at, at * 6 / 10 + 5000, at / 20 + 300));
        }

        TargetSlice slice = meter(false, false).used(slice(0, 1000, 400)).orElseThrow();

        assertThat(slice.cpuNanos()).isEqualTo(500 * MILLI);
        assertThat(slice.otherCpuNanos().orElseThrow()).isBetween(99 * MILLI, 101 * MILLI);
        assertThat(slice.stealNanos().orElseThrow()).isBetween(49 * MILLI, 51 * MILLI);
        assertThat(slice.throttledNanos()).hasValue(0);
        assertThat(slice.memoryPeakBytes()).hasValue(7);
    }

    @Test
    void whatTheClientUsesOfTheSameCpusIsNotOfOthers() {
        target.add(reading(0, 0, 1));
        target.add(reading(1000, 300, 1));
        host.add(host(0, 0, 0));
        host.add(host(1000, 900, 0));

        assertThat(meter(false, true).used(slice(0, 1000, 400)).orElseThrow().otherCpuNanos())
                .hasValue(200 * MILLI);
        assertThat(meter(false, false).used(slice(0, 1000, 400)).orElseThrow().otherCpuNanos())
                .hasValue(600 * MILLI);
    }

    @Test
    void afterARestNothingWasUsedBeforeTheStart() {
        target.add(reading(-80, 100, 1));
        target.add(reading(20, 120, 1));
        target.add(reading(1000, 1000, 1));

        assertThat(meter(true, false).used(slice(0, 1000, 0)).orElseThrow().cpuNanos())
                .isEqualTo(900 * MILLI);
        assertThat(meter(false, false).used(slice(0, 1000, 0)).orElseThrow().cpuNanos())
                .isEqualTo(884 * MILLI);
    }

    @Test
    void aSliceBeyondTheReadingsHasNothing() {
        target.add(reading(0, 0, 1));
        target.add(reading(1500, 1500, 1));

        assertThat(meter(false, false).used(slice(0, 1000, 0))).isPresent();
        assertThat(meter(false, false).used(slice(1000, 2000, 0))).isEmpty();
    }

    @Test
    void withoutReadingsOfItsCpusTheTargetIsStillMetered() {
        target.add(reading(0, 0, 1));
        target.add(reading(1000, 10, 1));

        TargetSlice slice = meter(false, false).used(slice(0, 1000, 0)).orElseThrow();

        assertThat(slice.cpuNanos()).isEqualTo(10 * MILLI);
        assertThat(slice.stealNanos()).isEmpty();
        assertThat(slice.otherCpuNanos()).isEmpty();
    }

    @Test
    void countersThatGoBackAreNoNegativeTime() {
        target.add(reading(0, 0, 1));
        target.add(reading(1000, 500, 1));
        host.add(host(0, 1000, 90));
        host.add(host(1000, 1400, 80));

        TargetSlice slice = meter(false, false).used(slice(0, 1000, 0)).orElseThrow();

        assertThat(slice.stealNanos()).hasValue(0);
        assertThat(slice.otherCpuNanos()).hasValue(0);
    }

    @Property(tries = 200)
    void theSlicesAreTheWhole(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 0, max = 100) Integer> uses,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 400) Integer> lengths) {
        Readings<Reading> readings = new Readings<>();
        long cpu = 0;
        readings.add(reading(0, 0, 1));
        for (int i = 0; i < uses.size(); i++) {
            cpu += uses.get(i);
            readings.add(reading((i + 1) * 100L, cpu, 1));
        }
        List<Optional<TargetSlice>> slices = new ArrayList<>();
        SliceMeter meter = new SliceMeter(readings, new Readings<>(), START, false, false);
        double from = 0;
        for (int length : lengths) {
            double to = Math.min(from + length, uses.size() * 100.0);
            slices.add(meter.used(slice(from, to, 0)));
            from = to;
        }

        long whole = readings.at(START.plusNanos(Math.round(from * MILLI)))
                .orElseThrow()
                .cpuNanos();
        assertThat(slices.stream()
                        .mapToLong(slice -> slice.orElseThrow().cpuNanos())
                        .sum())
                .isEqualTo(whole);
    }

    private SliceMeter meter(boolean rested, boolean shared) {
        return new SliceMeter(target, host, START, rested, shared);
    }

    private static Reading reading(long at, long cpu, long memory) {
        return new Reading(START.plusMillis(at), cpu * MILLI, OptionalLong.of(3), OptionalLong.of(memory));
    }

    private static HostReading host(long at, long busy, long steal) {
        return new HostReading(START.plusMillis(at), busy * MILLI, steal * MILLI);
    }

    private static SliceSummary slice(double from, double to, long clientCpu) {
        return new SliceSummary(
                from / 1000,
                to / 1000,
                0,
                0,
                0,
                0,
                clientCpu * MILLI,
                0,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }
}

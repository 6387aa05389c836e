package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.result.MeterSource;
import io.fetchmark.result.TargetUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A meter of counters that a test turns. */
@Timeout(60)
final class TargetMeterTest {

    private final AtomicLong cpu = new AtomicLong();

    @Test
    void whatWasUsedBeforeTheStartDoesNotCount() throws Exception {
        cpu.set(700);
        try (TargetMeter meter = meter(MeterSource.CGROUP)) {
            cpu.set(1000);
            meter.read();
            Instant start = Instant.now();
            cpu.set(1234);

            assertThat(meter.used(start, true).map(TargetUse::cpuNanos)).contains(234L);
        }
    }

    @Test
    void aStartInTheMidstOfTheLoadLiesBetweenTwoReadings() throws Exception {
        // A target that keeps one CPU busy: what it has used is how old it is.
        Instant origin = Instant.now();
        try (TargetMeter meter = TargetMeter.start(
                Optional.of(MeterSource.CGROUP),
                OptionalDouble.of(1),
                Optional.empty(),
                () -> Optional.of(ageOf(origin)))) {
            Instant start = Instant.now();
            while (Duration.between(start, Instant.now()).toMillis() < 250) {
                Thread.onSpinWait();
            }
            long least = Duration.between(start, Instant.now()).toNanos();
            long used = meter.used(start, false).orElseThrow().cpuNanos();
            long most = Duration.between(start, Instant.now()).toNanos();

            assertThat(used).isBetween(least - 2, most + 2);
        }
    }

    @Test
    void aSourceThatAnswersInItsOwnTimeIsWaitedFor() throws Exception {
        Instant before = Instant.now().minusSeconds(2);
        AtomicInteger asked = new AtomicInteger();
        try (TargetMeter meter = TargetMeter.start(
                Optional.of(MeterSource.STATS),
                OptionalDouble.empty(),
                Optional.empty(),
                () -> Optional.of(asked.incrementAndGet() < 6 ? reading(before, 100) : reading(Instant.now(), 300)))) {
            TargetUse use = meter.used(before.plusSeconds(1), false).orElseThrow();

            assertThat(use.source()).isEqualTo(MeterSource.STATS);
            assertThat(use.cpuNanos()).isBetween(1L, 200L);
        }
    }

    @Test
    void aSourceThatAnswersInItsOwnTimeCannotTellALoadFromWhatWasBefore() throws Exception {
        try (TargetMeter meter = meter(MeterSource.STATS)) {
            assertThat(meter.used(Instant.now(), true)).isEmpty();
        }
    }

    @Test
    void aSourceThatFallsSilentTellsNothing() throws Exception {
        Reading only = reading(Instant.now(), 5);
        try (TargetMeter meter = TargetMeter.start(
                Optional.of(MeterSource.CGROUP), OptionalDouble.empty(), Optional.empty(), () -> Optional.of(only))) {
            assertThat(meter.used(Instant.now(), true)).isEmpty();
        }
    }

    @Test
    void withoutASourceNothingIsRead() throws Exception {
        try (TargetMeter meter =
                TargetMeter.start(Optional.empty(), OptionalDouble.empty(), Optional.of(new CpuSet(List.of(0))), () -> {
                    throw new AssertionError("there is nothing to read");
                })) {
            assertThat(meter.used(Instant.now(), false)).isEmpty();
        }
    }

    private TargetMeter meter(MeterSource source) {
        return TargetMeter.start(
                Optional.of(source),
                OptionalDouble.of(2),
                Optional.empty(),
                () -> Optional.of(reading(Instant.now(), cpu.get())));
    }

    private static Reading ageOf(Instant origin) {
        Instant now = Instant.now();
        return reading(now, Duration.between(origin, now).toNanos());
    }

    private static Reading reading(Instant at, long cpuNanos) {
        return new Reading(at, cpuNanos, OptionalLong.empty(), OptionalLong.empty());
    }
}

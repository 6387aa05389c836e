package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class ReadingsTest {

    private static final Instant START = Instant.parse("2026-11-22T14:00:00Z");

    @Property
    void evenUseIsFoundExactlyAtAnyInstant(
            @ForAll @Size(min = 2, max = 30) List<@IntRange(min = 1, max = 2_000_000_000) Integer> steps,
            @ForAll @LongRange(min = 0, max = 1_000_000) long millionth) {
        Readings<Reading> readings = new Readings<>();
        long nanos = 0;
        readings.add(reading(0, 7));
        for (int step : steps) {
            nanos += step;
            readings.add(reading(nanos, 7 + nanos));
        }
        long at = (long) (nanos * (millionth / 1e6));

        assertThat(readings.at(START.plusNanos(at)).orElseThrow().cpuNanos()).isBetween(7 + at - 1, 7 + at + 1);
    }

    @Property
    void whatIsFoundLiesBetweenItsNeighboursAndNeverFalls(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 1_000_000) Integer> uses,
            @ForAll @IntRange(min = 0, max = 29_999) int one,
            @ForAll @IntRange(min = 0, max = 29_999) int other) {
        Readings<Reading> readings = new Readings<>();
        long cpu = 0;
        readings.add(reading(0, 0));
        for (int i = 0; i < uses.size(); i++) {
            cpu += uses.get(i);
            readings.add(reading((i + 1) * 1000L, cpu));
        }
        long end = uses.size() * 1000L;
        Instant earlier = START.plusNanos(Math.min(Math.min(one, other), end));
        Instant later = START.plusNanos(Math.min(Math.max(one, other), end));

        long first = readings.at(earlier).orElseThrow().cpuNanos();
        long second = readings.at(later).orElseThrow().cpuNanos();

        assertThat(first).isBetween(0L, second);
        assertThat(second).isLessThanOrEqualTo(cpu);
        assertThat(first)
                .isGreaterThanOrEqualTo(readings.before(earlier).orElseThrow().cpuNanos());
    }

    @Test
    void outsideOfTheReadingsNothingIsKnown() {
        Readings<Reading> readings = new Readings<>();
        assertThat(readings.at(START)).isEmpty();
        assertThat(readings.before(START)).isEmpty();

        readings.add(reading(10, 5));

        assertThat(readings.at(START.plusNanos(9))).isEmpty();
        assertThat(readings.at(START.plusNanos(11))).isEmpty();
        assertThat(readings.at(START.plusNanos(10))).contains(reading(10, 5));
        assertThat(readings.before(START.plusNanos(9))).isEmpty();
        assertThat(readings.before(START.plusNanos(11))).contains(reading(10, 5));
    }

    @Test
    void aReadingThatIsNotNewOrGoesBackIsPassedOver() {
        Readings<Reading> readings = new Readings<>();
        readings.add(reading(10, 5));
        readings.add(reading(10, 6));
        readings.add(reading(20, 4));
        readings.add(reading(5, 7));

        assertThat(readings.size()).isEqualTo(1);
        assertThat(readings.last()).contains(reading(10, 5));
    }

    @Test
    void manyReadingsAreThinnedOutEvenly() {
        Readings<Reading> readings = new Readings<>();
        for (int i = 0; i < 3 * Readings.MOST; i++) {
            readings.add(reading(i * 100L, i * 50L));
        }

        assertThat(readings.size()).isLessThanOrEqualTo(Readings.MOST);
        assertThat(readings.before(START)).contains(reading(0, 0));
        for (long at : new long[] {150, 1_234_560, 3_000_050, 5_999_850}) {
            assertThat(readings.at(START.plusNanos(at)).orElseThrow().cpuNanos())
                    .isEqualTo(at / 2);
        }
    }

    @Test
    void throttledTimeIsSharedLikeCpuTime() {
        Reading before = new Reading(START, 0, OptionalLong.of(100), OptionalLong.of(1));
        Reading after = new Reading(START.plusNanos(10), 10, OptionalLong.of(200), OptionalLong.of(2));

        assertThat(before.towards(after, START.plusNanos(5)).throttledNanos()).hasValue(150);
        assertThat(before.towards(reading(10, 10), START.plusNanos(5)).throttledNanos())
                .isEmpty();
    }

    private static Reading reading(long nanos, long cpuNanos) {
        return new Reading(START.plusNanos(nanos), cpuNanos, OptionalLong.empty(), OptionalLong.empty());
    }
}

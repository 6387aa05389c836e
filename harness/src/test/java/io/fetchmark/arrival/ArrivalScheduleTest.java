package io.fetchmark.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Load;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArrivalScheduleTest {

    @Property(tries = 200)
    void uniformArrivalsStrictlyIncreaseAndStayWithinTheDuration(
            @ForAll @DoubleRange(min = 0.1, max = 1_000_000) double rate,
            @ForAll @IntRange(min = 1, max = 100_000_000) int durationNanos) {
        long[] offsets = all(uniform(rate, durationNanos));
        assertThat(offsets).isSorted().doesNotHaveDuplicates();
        assertThat(LongStream.of(offsets)).allMatch(offset -> offset >= 0 && offset < durationNanos);
    }

    @Property(tries = 200)
    void uniformArrivalsAreAsManyAsTheRateSays(
            @ForAll @DoubleRange(min = 1, max = 100_000) double rate,
            @ForAll @IntRange(min = 1, max = 1_000_000_000) int durationNanos) {
        assertThat((double) all(uniform(rate, durationNanos)).length)
                .isCloseTo(rate * durationNanos / 1e9, within(1.0));
    }

    @Property(tries = 200)
    void poissonArrivalsNeverDecreaseAndStayWithinTheDuration(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.1, max = 1_000_000) double rate,
            @ForAll @IntRange(min = 1, max = 100_000_000) int durationNanos) {
        long[] offsets = all(poisson(rate, durationNanos, seed));
        assertThat(offsets).isSorted();
        assertThat(LongStream.of(offsets)).allMatch(offset -> offset >= 0 && offset < durationNanos);
    }

    @Property(tries = 50)
    void theSameSeedGivesTheSameArrivals(@ForAll long seed) {
        assertThat(all(poisson(1000, 1_000_000_000, seed))).isEqualTo(all(poisson(1000, 1_000_000_000, seed)));
    }

    @Test
    void anotherSeedGivesOtherArrivals() {
        assertThat(all(poisson(1000, 1_000_000_000, 1))).isNotEqualTo(all(poisson(1000, 1_000_000_000, 2)));
    }

    @Test
    void anHourOfThirdsOfASecondEndsOnTheLastThird() {
        long[] offsets = all(uniform(3, 3_600_000_000_000L));
        assertThat(offsets).hasSize(10_800);
        assertThat(offsets[10_799]).isEqualTo(3_599_666_666_666L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void poissonArrivalsKeepTheMeanRate(long seed) {
        // Counts of a Poisson process have a standard deviation of the root of their mean: 4 of them are 1265.
        assertThat(all(poisson(10_000, 10_000_000_000L, seed)).length).isBetween(98_735, 101_265);
    }

    /** Kolmogorov and Smirnov: the largest distance of the gaps' distribution from the exponential one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void gapsOfPoissonArrivalsAreExponential(long seed) {
        long[] offsets = all(poisson(1000, 20_000_000_000L, seed));
        double[] gaps = new double[offsets.length];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = (offsets[i] - (i == 0 ? 0 : offsets[i - 1])) / 1e6;
        }
        Arrays.sort(gaps);
        double distance = 0;
        for (int i = 0; i < gaps.length; i++) {
            double expected = 1 - Math.exp(-gaps[i]);
            distance = Math.max(
                    distance, Math.max(expected - (double) i / gaps.length, (double) (i + 1) / gaps.length - expected));
        }
        // The critical value at a level of 0.1 %.
        assertThat(distance).isLessThan(1.95 / Math.sqrt(gaps.length));
    }

    @Test
    void aBurstIsDueAtOnce() {
        assertThat(all(new Burst(3))).containsExactly(0, 0, 0);
        assertThat(all(new Burst(0))).isEmpty();
        assertThatThrownBy(() -> new Burst(-1)).hasMessage("must not be negative, was -1");
    }

    @Test
    void aScheduleThatHasEndedStaysEnded() {
        for (ArrivalSchedule schedule : new ArrivalSchedule[] {uniform(10, 1), poisson(10, 1, 1), new Burst(1)}) {
            all(schedule);
            assertThat(schedule.next()).isEqualTo(ArrivalSchedule.NONE);
        }
    }

    private static ArrivalSchedule uniform(double rate, long nanos) {
        return ArrivalSchedule.of(
                new Load.Open(rate, Arrivals.UNIFORM), Duration.ofNanos(nanos), new SplittableRandom(0));
    }

    private static ArrivalSchedule poisson(double rate, long nanos, long seed) {
        return ArrivalSchedule.of(
                new Load.Open(rate, Arrivals.POISSON), Duration.ofNanos(nanos), new SplittableRandom(seed));
    }

    private static long[] all(ArrivalSchedule schedule) {
        return LongStream.generate(schedule::next)
                .takeWhile(offset -> offset != ArrivalSchedule.NONE)
                .toArray();
    }
}

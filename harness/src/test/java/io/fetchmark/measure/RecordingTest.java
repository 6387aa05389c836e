package io.fetchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Recordings of several workers, added up. */
final class RecordingTest {

    @Property(tries = 200)
    void aSumHoldsEveryExchangeOfBothExactly(
            @ForAll("recordings") Recording one, @ForAll("recordings") Recording other) {
        Recording sum = one.plus(other);

        assertThat(sum.serviceTime()).isEqualTo(one.serviceTime().plus(other.serviceTime()));
        assertThat(sum.responseTime()).isEqualTo(one.responseTime().plus(other.responseTime()));
        assertThat(sum.startLateness()).isEqualTo(one.startLateness().plus(other.startLateness()));
        assertThat(sum.requests()).isEqualTo(one.requests() + other.requests());
        assertThat(sum.dropped()).isEqualTo(one.dropped() + other.dropped());
        assertThat(sum.reconnected()).isEqualTo(one.reconnected() + other.reconnected());
        assertThat(sum.shortages()).isEqualTo(Shortage.sum(one.shortages(), other.shortages()));
        assertThat(sum.errors().get(Outcome.TIMEOUT))
                .isEqualTo(count(one, Outcome.TIMEOUT) + count(other, Outcome.TIMEOUT));
        assertThat(sum.vitals().cpuNanos())
                .isEqualTo(one.vitals().cpuNanos() + other.vitals().cpuNanos());
    }

    @Property(tries = 200)
    void slicesOfASumFollowEachOtherWithoutAGap(
            @ForAll("recordings") Recording one, @ForAll("recordings") Recording other) {
        List<Slice> slices = one.plus(other).slices();

        for (int i = 1; i < slices.size(); i++) {
            assertThat(slices.get(i).startNanos()).isEqualTo(slices.get(i - 1).endNanos());
        }
    }

    @Test
    void slicesOfTheSameSecondAreAdded() {
        Recording sum = recording(1.001, 2.002, 2.5).plus(recording(1.1, 2.0, 2.6));

        assertThat(sum.slices()).extracting(Slice::endNanos).containsExactly(1_100_000_000L, 2_600_000_000L);
        assertThat(sum.slices()).extracting(Slice::requests).containsExactly(2L, 4L);
    }

    @Test
    void whereOneStoodStillTheSumHasALongerSlice() {
        Recording sum = recording(1.0, 4.0, 5.0).plus(recording(1.0, 2.0, 3.0, 4.0, 5.0));

        assertThat(sum.slices())
                .extracting(Slice::endNanos)
                .containsExactly(1_000_000_000L, 4_000_000_000L, 5_000_000_000L);
        assertThat(sum.slices()).extracting(Slice::requests).containsExactly(2L, 4L, 2L);
    }

    @Test
    void nothingIsAddedByARecordingOfNothing() {
        Recording one = recording(1.0, 2.0, 2.5);

        Recording sum = one.plus(new Recording(List.of()));

        assertThat(sum.requests()).isEqualTo(3);
        assertThat(sum.slices()).extracting(Slice::endNanos).endsWith(2_500_000_000L);
    }

    /** Slices end at the first tick of a second, some ticks are missed, and the last slice ends at any time. */
    @Provide
    Arbitrary<Recording> recordings() {
        return Arbitraries.integers().between(1, 2400).list().ofMaxSize(6).map(gaps -> {
            List<Double> ends = new ArrayList<>();
            double end = 0;
            for (int gap : gaps) {
                end = Math.floor(end) + 1 + gap / 1000.0;
                ends.add(end);
            }
            if (!ends.isEmpty()) {
                ends.add(end + gaps.get(0) / 3000.0);
            }
            return recording(ends.stream().mapToDouble(Double::doubleValue).toArray());
        });
    }

    /** A slice up to each of these ends, in seconds, with one exchange in each, which took as long as the slice. */
    private static Recording recording(double... ends) {
        List<Slice> slices = new ArrayList<>();
        long start = 0;
        for (double seconds : ends) {
            long end = Math.round(seconds * 1e9);
            long[] times = LongStream.of(end - start).toArray();
            slices.add(new Slice(
                    start,
                    end,
                    Map.of(Outcome.TIMEOUT, 1L),
                    Map.of(),
                    Map.of(),
                    2,
                    3,
                    Map.of(Shortage.LOCAL_PORTS, 4L),
                    Distribution.of(times),
                    Distribution.of(end),
                    Distribution.of(start / 10),
                    new Vitals(
                            List.of(0),
                            end - start,
                            3,
                            OptionalLong.of(4),
                            OptionalLong.of(5),
                            OptionalLong.of(2 * (end - start)))));
            start = end;
        }
        return new Recording(slices);
    }

    private static long count(Recording recording, Outcome kind) {
        return recording.errors().getOrDefault(kind, 0L);
    }
}

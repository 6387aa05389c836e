package io.fetchmark.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fetchmark.measure.Distribution;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recording;
import io.fetchmark.measure.Slice;
import io.fetchmark.measure.Stalls;
import io.fetchmark.measure.Vitals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Slices of a second on one CPU of the client and one of the target, of which others use a share. */
final class DisturbedSlicesTest {

    private static final long SECOND = 1_000_000_000;
    private static final long MILLI = 1_000_000;
    private static final CpuUse APART = new CpuUse(1, 1, true, true);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final List<Slice> slices = new ArrayList<>();
    private double others;

    @Test
    void nothingDisturbsACalmMachine() {
        calm(5);

        assertThat(find(APART)).isEmpty();
    }

    @Test
    void aStallDisturbsItsSliceAndThatInWhichItsExchangesEnd() {
        calm(2);
        slice(2 * SECOND, 5, 5).stalls(new Stalls(2 * SECOND, 2 * SECOND, 0, 0));
        slice(SECOND, 5, 1990);
        calm(2);

        Disturbance found = find(APART).orElseThrow();

        assertThat(found.seconds()).isCloseTo(3, within(1e-6));
        assertThat(found.undisturbed().seconds()).isCloseTo(4, within(1e-6));
        assertThat(found.undisturbed().requests()).isEqualTo(40);
        assertThat(found.undisturbed().throughputPerSecond()).isCloseTo(10, within(1e-6));
        assertThat(found.undisturbed().responseTimeNanos().max()).isCloseTo(5 * MILLI, within(MILLI / 100));
        assertThat(found.mostDelayNanos()).isCloseTo(2 * SECOND, within(20 * MILLI));
        assertThat(found.takenShare()).isCloseTo(2.0 / 7, within(1e-6));
        assertThat(found.isOwnDoing()).isFalse();
    }

    @Test
    void aQueueRunsOnUntilItIsWorkedOff() {
        calm(1);
        slice(SECOND, 5, 5).stalls(new Stalls(SECOND / 2, SECOND / 2, 0, 0));
        slice(SECOND, 5, 400);
        slice(SECOND, 5, 300);
        calm(1);

        assertThat(find(APART).orElseThrow().seconds()).isCloseTo(3, within(1e-6));
    }

    @Test
    void whatIsLongForTheTargetAloneIsNotDisturbedByAStallLongBefore() {
        slice(SECOND, 5, 5).stalls(new Stalls(30 * MILLI, 30 * MILLI, 0, 0));
        calm(2);
        slice(SECOND, 900, 900);
        calm(2);

        Disturbance found = find(APART).orElseThrow();

        assertThat(found.seconds()).isCloseTo(1, within(1e-6));
        assertThat(found.undisturbed().responseTimeNanos().max()).isGreaterThan(800 * MILLI);
        assertThat(found.mostDelayNanos()).isLessThanOrEqualTo(40 * MILLI);
    }

    @Test
    void othersOnTheCpusDisturbWhereTheyAreMoreThanUsual() {
        calm(3);
        others = 0.6;
        slice(SECOND, 5, 100);
        others = 0;
        calm(3);

        Disturbance found = find(APART).orElseThrow();

        assertThat(found.clientShare()).isCloseTo(0.6, within(0.01));
        assertThat(found.undisturbed().seconds()).isCloseTo(6, within(1e-6));
        assertThat(find(new CpuUse(1, 1, false, true)))
                .as("the target shares them")
                .isEmpty();
        assertThat(find(new CpuUse(1, 1, true, false)))
                .as("a proxy works for it")
                .isEmpty();
    }

    @Test
    void aNeighbourThatIsAlwaysThereDisturbsOnlyIfItHasMuch() {
        others = 0.2;
        calm(5);
        assertThat(find(APART)).isEmpty();

        slices.clear();
        others = 0.96;
        calm(5);
        Disturbance found = find(APART).orElseThrow();
        assertThat(found.undisturbed().requests()).isZero();
        assertThat(found.takenShare()).isCloseTo(0.96, within(0.01));
    }

    @Test
    void timeoutsAndDropsOfALongStallAreCountedAndThoseOfOtherTimesAreNot() {
        calm(1);
        slice(2 * SECOND, 5, 5).stalls(new Stalls(SECOND, SECOND, 0, 0)).failing(3, 40);
        calm(2);
        slice(SECOND, 5, 5).failing(7, 9);

        Disturbance found = find(APART).orElseThrow();

        assertThat(found.timeouts()).isEqualTo(3);
        assertThat(found.dropped()).isEqualTo(40);
        assertThat(DisturbedSlices.find(recording(), SliceSummary.of(recording()), 100, APART, Duration.ofMinutes(1))
                        .orElseThrow()
                        .dropped())
                .as("too short for such a time limit")
                .isZero();
    }

    @Test
    void itsOwnCollectorIsItsOwnDoing() {
        slice(SECOND, 5, 600).stalls(new Stalls(SECOND / 2, SECOND / 2, SECOND / 2, 0));
        calm(3);

        assertThat(find(APART).orElseThrow().isOwnDoing()).isTrue();
    }

    private Optional<Disturbance> find(CpuUse cpus) {
        return DisturbedSlices.find(recording(), SliceSummary.of(recording()), 100, cpus, TIMEOUT);
    }

    private Recording recording() {
        return new Recording(slices);
    }

    private void calm(int count) {
        for (int i = 0; i < count; i++) {
            slice(SECOND, 5, 5);
        }
    }

    /** Ten exchanges of that service and response time. */
    private DisturbedSlicesTest slice(long nanos, long serviceMillis, long responseMillis) {
        long start = slices.isEmpty() ? 0 : slices.get(slices.size() - 1).endNanos();
        slices.add(new Slice(
                start,
                start + nanos,
                Map.of(),
                Map.of(),
                Map.of(),
                0,
                0,
                Map.of(),
                times(serviceMillis),
                times(responseMillis),
                times(0),
                new Vitals(
                                List.of(0),
                                nanos / 100,
                                0,
                                OptionalLong.empty(),
                                OptionalLong.of(0),
                                OptionalLong.of(Math.round(nanos * (others + 0.01))))
                        .with(Stalls.NONE)));
        return this;
    }

    private DisturbedSlicesTest stalls(Stalls stalls) {
        Slice last = slices.remove(slices.size() - 1);
        slices.add(last.with(last.vitals().with(stalls)));
        return this;
    }

    private void failing(long timeouts, long dropped) {
        Slice last = slices.remove(slices.size() - 1);
        slices.add(new Slice(
                last.startNanos(),
                last.endNanos(),
                Map.of(Outcome.TIMEOUT, timeouts),
                Map.of(),
                Map.of(),
                dropped,
                last.reconnected(),
                last.shortages(),
                last.serviceTime(),
                last.responseTime(),
                last.startLateness(),
                last.vitals()));
    }

    private static Distribution times(long millis) {
        long[] all = new long[10];
        Arrays.fill(all, millis * MILLI);
        return Distribution.of(all);
    }
}

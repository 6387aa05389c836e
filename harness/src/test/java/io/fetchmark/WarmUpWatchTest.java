package io.fetchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.measure.WarmUpBounds;
import io.fetchmark.result.WarmUp;
import io.fetchmark.worker.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The warm-up of a plain load, whose steps come in time. */
final class WarmUpWatchTest {

    private static final int PER_STEP = 1000;

    @Test
    void aSteadyTargetIsMeasuredRightAfterWhatWasAskedFor() {
        for (Duration least : new Duration[] {Duration.ofMillis(2100), Duration.ofSeconds(3), Duration.ofSeconds(20)}) {
            Watched watched = new Watched(WarmUpBounds.of(least), step -> 50_000);
            assertThat(watched.measuredFrom()).isEqualTo(least);
            assertThat(watched.watch.outcome()).isEqualTo(new WarmUp(least.toNanos() / 1e9, Optional.of(true)));
            assertThat(watched.watch.caution()).isEmpty();
        }
    }

    @Test
    void theLeastIsKeptThoughTheTargetIsSteadyLongBefore() {
        assertThat(new Watched(WarmUpBounds.of(Duration.ofMinutes(10)), step -> 50_000).measuredFrom())
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aTargetThatGetsCheaperIsWarmedOn() {
        // Steps of 375 ms; the cost falls for 7.5 s.
        Watched watched =
                new Watched(WarmUpBounds.of(Duration.ofSeconds(3)), step -> Math.max(50_000, 100_000 - 2500 * step));
        assertThat(watched.measuredFrom()).isBetween(Duration.ofMillis(7500), Duration.ofSeconds(15));
        assertThat(watched.watch.outcome().steady()).contains(true);
    }

    @Test
    void whatNeverSettlesEndsAtTheMostWithACaution() {
        WarmUpBounds bounds = new WarmUpBounds(Duration.ofSeconds(4), Duration.ofSeconds(8));
        Watched watched = new Watched(bounds, step -> 2e6 * Math.pow(0.95, step));
        assertThat(watched.measuredFrom()).isEqualTo(Duration.ofSeconds(8));
        assertThat(watched.watch.outcome()).isEqualTo(new WarmUp(8, Optional.of(false)));
        assertThat(watched.watch.caution())
                .contains(
                        "the target was not steady when the warm-up ended after 8 s: its CPU time a request still went"
                                + " from 1.14 ms to 975 us, so that the figures may be of its warm-up; a longer <warmUp> gives"
                                + " it more time");
    }

    @Test
    void aLoadOfWhichTooLittleEndsToTellIsNotWarmedOn() {
        WarmUpWatch watch = new WarmUpWatch(WarmUpBounds.of(Duration.ofSeconds(4)), OptionalLong::empty);
        Optional<Duration> from = Optional.empty();
        for (int step = 1; from.isEmpty(); step++) {
            from = watch.measureFrom(progress(step * 0.5, step / 4, 1e6));
        }
        assertThat(from).contains(Duration.ofMillis(4500));
        assertThat(watch.outcome()).isEqualTo(new WarmUp(4.5, Optional.empty()));
        assertThat(watch.caution()).isEmpty();
    }

    @Test
    void whereNothingIsAskedTheLeastIsAllThatIsKnown() {
        WarmUpWatch watch = new WarmUpWatch(WarmUpBounds.of(Duration.ofMillis(100)), OptionalLong::empty);
        assertThat(watch.outcome()).isEqualTo(new WarmUp(0.1, Optional.empty()));
    }

    /** A warm-up of a target that is metered and answers in the same time throughout. */
    private static final class Watched {

        private final WarmUpBounds bounds;
        private final IntToDoubleFunction cost;
        private final WarmUpWatch watch;
        private long cpuNanos;

        Watched(WarmUpBounds bounds, IntToDoubleFunction cost) {
            this.bounds = bounds;
            this.cost = cost;
            this.watch = new WarmUpWatch(bounds, () -> OptionalLong.of(cpuNanos));
        }

        Duration measuredFrom() {
            double length = bounds.step().toNanos() / 1e9;
            for (int step = 1; ; step++) {
                cpuNanos += (long) (cost.applyAsDouble(step) * PER_STEP);
                Optional<Duration> from = watch.measureFrom(progress(step * length, (long) step * PER_STEP, 1e6));
                if (from.isPresent()) {
                    assertThat(from.get()).isGreaterThan(Duration.ofNanos((long) (step * length * 1e9)));
                    return from.get();
                }
            }
        }
    }

    private static Progress progress(double seconds, long requests, double p50) {
        return new Progress(Progress.Phase.WARM_UP, seconds, requests, 0, 0, 0, Math.round(p50), 0);
    }
}

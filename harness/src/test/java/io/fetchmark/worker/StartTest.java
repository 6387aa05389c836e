package io.fetchmark.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fetchmark.json.Json;
import io.fetchmark.measure.NanoClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class StartTest {

    /** On a machine that stands still meanwhile. */
    private static final long GENEROUS = 20_000_000_000L;

    private final List<Message> sent = new ArrayList<>();

    @Test
    void aStartIsTheSameInstantOnBothClocks() {
        Start start = Start.in(Duration.ofSeconds(5), NanoClock.SYSTEM);
        assertThat(start.nanos() - System.nanoTime()).isCloseTo(5_000_000_000L, within(GENEROUS));
        assertThat(Duration.between(Instant.now(), start.wallTime()).toNanos())
                .isCloseTo(start.nanos() - System.nanoTime(), within(GENEROUS));
    }

    @Test
    void aWorkerStartsByItsOwnClockWhateverTheWallClockSays() {
        for (long origin : new long[] {0, 1_000_000_000_000_000L, Long.MAX_VALUE}) {
            NanoClock theirs = () -> System.nanoTime() + origin;
            for (Duration ahead : List.of(Duration.ZERO, Duration.ofMillis(3700), Duration.ofDays(-400))) {
                Start ordered = new Start(Instant.now().plus(ahead), System.nanoTime() + 5_000_000_000L);
                Start found = Start.ordered(ordered.order(new ClockOffset(origin, 0)), theirs);
                assertThat(found.nanos() - theirs.nanos()).isCloseTo(5_000_000_000L, within(GENEROUS));
                assertThat(found.wallTime()).isEqualTo(ordered.wallTime());
            }
        }
    }

    @Test
    void aLaterStartIsLaterOnBothClocks() {
        Start start = new Start(Instant.EPOCH, 17);
        assertThat(start.plus(Duration.ofSeconds(2)))
                .isEqualTo(new Start(Instant.EPOCH.plusSeconds(2), 2_000_000_017L));
    }

    @Test
    void aStartThatAWorkerStoodStillOverIsAFailure() {
        for (long seconds : new long[] {-70, 3600}) {
            Order.Go order = new Order.Go(seconds * 1_000_000_000, 0);
            assertThatThrownBy(() -> Start.ordered(order, () -> 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(Math.abs(seconds) + " s " + (seconds < 0 ? "ago" : "from now"))
                    .hasMessageContaining("a process stood still");
        }
    }

    @Test
    void aWorkerSaysThatItIsReadyBeforeEachStartAndReadsItsClockMeanwhile() throws Exception {
        Queue<String> orders = new ArrayDeque<>(List.of(
                Json.line(new Order.ReadClock()),
                Json.line(new Order.ReadClock()),
                Json.line(new Order.Go(7_000, 1_000_000_001)),
                Json.line(new Order.GoBlock(
                        new Order.Go(8_000, 0), new BlockOrder(1, Duration.ZERO, Duration.ofMillis(250), 42))),
                Json.line(new Order.End())));
        StartLine line = new StartLine(sent::add, orders::remove, () -> 6_000);

        assertThat(line.await()).isEqualTo(new Start(Instant.ofEpochSecond(1, 1), 7_000));
        StartLine.Go block = line.awaitBlock().orElseThrow();
        assertThat(block.start().nanos()).isEqualTo(8_000);
        assertThat(block.order()).isEqualTo(new BlockOrder(1, Duration.ZERO, Duration.ofMillis(250), 42));
        assertThat(line.awaitBlock()).isEmpty();
        assertThat(sent)
                .containsExactly(new Ready(0), new Clocked(6_000), new Clocked(6_000), new Ready(1), new Ready(2));
    }
}

package io.fetchmark.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
    void theSameStartIsFoundOnClocksOfAnyOrigin() {
        Instant start = Instant.now().plusSeconds(5);
        for (long origin : new long[] {0, 1_000_000_000_000_000L, Long.MAX_VALUE}) {
            NanoClock clock = () -> System.nanoTime() + origin;
            Start found = Start.at(start, clock);
            assertThat(found.wallTime()).isEqualTo(start);
            assertThat(found.nanos() - clock.nanos()).isCloseTo(5_000_000_000L, within(GENEROUS));
        }
    }

    @Test
    void aLaterStartIsLaterOnBothClocks() {
        Start start = new Start(Instant.EPOCH, 17);
        assertThat(start.plus(Duration.ofSeconds(2)))
                .isEqualTo(new Start(Instant.EPOCH.plusSeconds(2), 2_000_000_017L));
    }

    @Test
    void aClockThatWasSetMeanwhileIsSaid() {
        for (long hours : new long[] {-1, 1}) {
            Instant start = Instant.now().plus(Duration.ofHours(hours));
            assertThatThrownBy(() -> Start.at(start, NanoClock.SYSTEM))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the clock of this machine has been set");
        }
    }

    @Test
    void aWorkerSaysThatItIsReadyBeforeEachStart() throws Exception {
        Instant first = Instant.now().plusNanos(123_456_789);
        Queue<String> orders = new ArrayDeque<>(List.of(StartLine.write(first), StartLine.write(first.plusSeconds(1))));
        StartLine line = new StartLine(sent::add, orders::remove, NanoClock.SYSTEM);

        assertThat(line.await().wallTime()).isEqualTo(first);
        assertThat(line.await().wallTime()).isEqualTo(first.plusSeconds(1));
        assertThat(sent).containsExactly(new Ready(0), new Ready(1));
    }
}

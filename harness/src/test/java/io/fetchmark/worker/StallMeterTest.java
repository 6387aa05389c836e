package io.fetchmark.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.measure.Stalls;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class StallMeterTest {

    private final AtomicLong now = new AtomicLong();

    @Test
    void whoAsksIsToldOfAStallThatTheMeterHasNotSeenYetAndOnce() {
        try (StallMeter meter = StallMeter.start(new VitalsReader(), now::get)) {
            assertThat(meter.take()).isEqualTo(Stalls.NONE);

            now.addAndGet(2_010_000_000);
            // Its own thread may have looked in between, which changes nothing.
            Stalls stalls = meter.take();
            assertThat(stalls.longestNanos()).isEqualTo(2_000_000_000);
            assertThat(stalls.totalNanos()).isEqualTo(2_000_000_000);
            assertThat(meter.take()).isEqualTo(Stalls.NONE);
        }
    }

    @Test
    void whatAnySchedulerDoesIsNoStall() {
        try (StallMeter meter = StallMeter.start(new VitalsReader(), now::get)) {
            now.addAndGet(29_000_000);

            assertThat(meter.take()).isEqualTo(Stalls.NONE);
        }
    }
}

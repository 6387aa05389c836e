package io.fetchmark.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ClockOffsetTest {

    @Test
    void theOffsetIsOffByNoMoreThanHalfOfTheRoundTripHoweverThatWasShared() {
        SplittableRandom random = new SplittableRandom(1);
        for (long offset : new long[] {0, 5, -3_700_000_000L, Long.MAX_VALUE, Long.MIN_VALUE}) {
            for (int i = 0; i < 100; i++) {
                long asked = random.nextLong();
                long there = random.nextLong(1_000_001);
                long back = random.nextLong(1_000_001);
                ClockOffset found = ClockOffset.of(asked, asked + there + offset, asked + there + back);

                assertThat(found.uncertaintyNanos()).isEqualTo((there + back + 1) / 2);
                assertThat(Math.abs(found.nanos() - offset)).isLessThanOrEqualTo(found.uncertaintyNanos());
                assertThat(found.there(asked)).isEqualTo(asked + found.nanos());
            }
        }
    }

    @Test
    void anAnswerBeforeItsQuestionIsNone() {
        assertThatThrownBy(() -> ClockOffset.of(10, 5, 7)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theQuickestOfFiveExchangesCountsForTenSeconds() {
        AtomicLong now = new AtomicLong(1_000);
        WorkerClock clock = new WorkerClock(now::get);
        // One way takes 10 or more, the other way 1 or more.
        for (long more : new long[] {500, 200, 0, 100, 900}) {
            assertThat(clock.isKnown()).isFalse();
            clock.ask();
            long theirs = now.addAndGet(10 + more) + 77_000;
            clock.answered(theirs, now.addAndGet(1 + more));
        }
        assertThat(clock.isKnown()).isTrue();
        assertThat(clock.offset().uncertaintyNanos()).isEqualTo(6);
        assertThat(Math.abs(clock.offset().nanos() - 77_000)).isLessThanOrEqualTo(6);

        now.addAndGet(10_000_000_000L);
        assertThat(clock.isKnown()).isFalse();
        clock.ask();
        clock.answered(5, now.get());
        assertThat(clock.isKnown()).isFalse();
        assertThat(clock.offset().there(now.get())).isEqualTo(5);
    }
}

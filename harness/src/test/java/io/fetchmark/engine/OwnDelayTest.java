package io.fetchmark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OwnDelayTest {

    private static final long MILLI = 1_000_000;

    private final OwnDelay own = new OwnDelay();

    @Test
    void whatQueuedBehindAStallIsLateByIt() {
        // The client stood still from 0 to 2 s; each exchange takes 5 ms.
        assertThat(own.ready(10 * MILLI, 0)).isEqualTo(10 * MILLI);
        own.starts(10 * MILLI, 2000 * MILLI);

        assertThat(own.ready(20 * MILLI, 2005 * MILLI)).isEqualTo(20 * MILLI);
        own.starts(20 * MILLI, 2005 * MILLI);

        assertThat(own.ready(30 * MILLI, 2010 * MILLI)).isEqualTo(30 * MILLI);
    }

    @Test
    void whatWaitsForASlowTargetIsNotLate() {
        own.starts(0, MILLI);

        assertThat(own.ready(10 * MILLI, 500 * MILLI)).isEqualTo(500 * MILLI);
    }

    @Test
    void smallDelaysDoNotAddUp() {
        long room = 0;
        for (int i = 0; i < 1000; i++) {
            long ready = own.ready(i, room);
            assertThat(ready).isEqualTo(Math.max(i, room));
            own.starts(ready, ready + 9 * MILLI);
            room = ready + 10 * MILLI;
        }
    }
}

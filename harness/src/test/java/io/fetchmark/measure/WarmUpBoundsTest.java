package io.fetchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class WarmUpBoundsTest {

    @Test
    void itLastsAtMostTenTimesWhatWasAskedForOrAMinute() {
        assertThat(WarmUpBounds.of(Duration.ofSeconds(1)).most()).isEqualTo(Duration.ofMinutes(1));
        assertThat(WarmUpBounds.of(Duration.ofSeconds(20)).most()).isEqualTo(Duration.ofSeconds(200));
    }

    @Test
    void whoAsksForNoneHasNone() {
        assertThat(WarmUpBounds.of(Duration.ZERO).most()).isZero();
    }

    @Test
    void aSteadyTargetCanBeToldWhenTheLeastIsOver() {
        for (int seconds = 2; seconds < 100; seconds++) {
            Duration least = Duration.ofSeconds(seconds);
            assertThat(WarmUpBounds.of(least).step().multipliedBy(SteadyStateDetector.LEAST_STEPS))
                    .isLessThan(least);
        }
        assertThat(WarmUpBounds.of(Duration.ofMillis(1)).step()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void theMostIsNotLessThanTheLeast() {
        assertThatThrownBy(() -> new WarmUpBounds(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

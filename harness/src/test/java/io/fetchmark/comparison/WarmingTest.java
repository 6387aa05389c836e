package io.fetchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WarmingTest {

    @Test
    void sixHalfSecondsAreNeeded() {
        Warming warming = new Warming();
        for (int i = 0; i < 5; i++) {
            warming.add(1000);
        }
        assertThat(warming.isSteady()).isFalse();
        warming.add(1000);
        assertThat(warming.isSteady()).isTrue();
    }

    @Test
    void timesThatStillFallAreNotSteady() {
        assertThat(after(2000, 1600, 1400, 1300, 1220, 1160)).isFalse();
        assertThat(after(2000, 1600, 1400, 1300, 1180, 1160, 1150, 1145, 1150)).isTrue();
    }

    @Test
    void oneDisturbedHalfSecondDoesNotMatter() {
        assertThat(after(1000, 1000, 1000, 1000, 1000, 5000)).isTrue();
        assertThat(after(1000, 1040, 990, 1030, 980, 1010)).isTrue();
    }

    @Test
    void onlyTheLastSixCount() {
        assertThat(after(9000, 1000, 1000, 1000, 1000, 1000, 1000)).isTrue();
    }

    private static boolean after(long... medians) {
        Warming warming = new Warming();
        for (long median : medians) {
            warming.add(median);
        }
        return warming.isSteady();
    }
}

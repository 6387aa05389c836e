package io.fetchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StallsTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void aProcessThatUsedNothingWasStopped() {
        Stalls stopped = Stalls.of(2 * SECOND, 2 * SECOND, 0, SECOND / 100, 2);

        assertThat(stopped).isEqualTo(new Stalls(2 * SECOND, 2 * SECOND, 0, 0));
        assertThat(stopped.ofMachineNanos()).isEqualTo(2 * SECOND);
    }

    @Test
    void aCollectorThatRanForMostOfItWasItsCause() {
        assertThat(Stalls.of(SECOND, SECOND, SECOND / 2, SECOND / 2, 1).collectorNanos())
                .isEqualTo(SECOND);
        assertThat(Stalls.of(SECOND, SECOND, SECOND / 3, 0, 1).collectorNanos()).isZero();
    }

    @Test
    void aCollectorThatHadNoCpuWasStoppedItself() {
        assertThat(Stalls.of(2 * SECOND, 2 * SECOND, 2 * SECOND, SECOND / 10, 1).ofMachineNanos())
                .isEqualTo(2 * SECOND);
    }

    @Test
    void halfOfItsCpusInUseByItselfAreItsOwnDoing() {
        assertThat(Stalls.of(SECOND, SECOND, 0, SECOND, 2).ownLoadNanos()).isEqualTo(SECOND);
        assertThat(Stalls.of(SECOND, SECOND, 0, SECOND, 4).ownLoadNanos()).isZero();
    }

    @Test
    void ofSeveralTimesTheLongestCountsAndOfSeveralClientsTheOneThatStoodLonger() {
        Stalls one = new Stalls(30, 50, 20, 10);
        Stalls other = new Stalls(40, 40, 0, 0);

        assertThat(one.then(other)).isEqualTo(new Stalls(40, 90, 20, 10));
        assertThat(one.longer(other)).isEqualTo(one);
        assertThat(other.longer(one)).isEqualTo(one);
    }

    @Test
    void vitalsKeepThemInTheSameWays() {
        Vitals one = Vitals.NONE.with(new Stalls(30, 50, 0, 0));
        Vitals other = Vitals.NONE.with(new Stalls(40, 40, 0, 0));

        assertThat(one.then(other).stalls()).contains(new Stalls(40, 90, 0, 0));
        assertThat(one.plus(other).stalls()).isEqualTo(one.stalls());
        assertThat(one.then(Vitals.NONE).stalls()).isEmpty();
        assertThat(new Recording(List.of()).vitals().stalls()).isEmpty();
    }

    @Test
    void ofAStallThatGoesOnIntoAnotherTimeThatHasItsPart() {
        assertThat(new Stalls(50, 60, 0, 20).within(30)).isEqualTo(new Stalls(30, 30, 0, 20));
        assertThat(new Stalls(50, 60, 0, 20).within(-1)).isEqualTo(Stalls.NONE);
    }

    @Test
    void noStallIsNegative() {
        assertThatThrownBy(() -> new Stalls(0, -1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}

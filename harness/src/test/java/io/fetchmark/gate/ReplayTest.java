package io.fetchmark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.Pair;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Pairs of equal targets that scatter by 3 % or so, replayed. */
final class ReplayTest {

    private static final Regression P50 = Regression.of(RegressionMetric.P50.gated());
    private static final List<Pair> EQUAL = Blocks.pairs(120, 1, 5);

    @Test
    void equalTargetsHardlyEverFail() {
        Replay.Shares shares = of(EQUAL, 0);
        assertThat(shares.regression()).isLessThan(0.03);
        assertThat(shares.pairs()).isBetween(12.0, 60.0);
    }

    @Test
    void whatIsSlowerIsFoundTheMoreTheSlowerItIs() {
        assertThat(of(EQUAL, 0.1).regression()).isGreaterThan(0.95);
        assertThat(of(EQUAL, 0.05).regression()).isGreaterThan(of(EQUAL, 0.02).regression());
    }

    @Test
    void freshCoinsForgetWhichSideWasSlower() {
        Replay.Shares shares = of(Blocks.pairs(120, 1.05, 5), 0);
        assertThat(shares.regression()).isLessThan(0.03);
    }

    @Test
    void theSameSeedGivesTheSameShares() {
        assertThat(of(EQUAL, 0.03)).isEqualTo(of(EQUAL, 0.03));
    }

    private static Replay.Shares of(List<Pair> pairs, double slower) {
        return new Replay(new Gate(2), P50, pairs, 60).of(200, slower, new SplittableRandom(1));
    }
}

package io.fetchmark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClopperPearsonTest {

    @Property(tries = 200)
    void beyondABoundSuchACountIsTooRare(
            @ForAll @IntRange(min = 1, max = 60) int trials, @ForAll @IntRange(min = 0, max = 60) int drawn) {
        int hits = Math.min(drawn, trials);
        Bounds bounds = new ClopperPearson(hits, trials).interval(0.95);
        if (hits > 0) {
            assertThat(BinomialDistribution.of(trials, bounds.low()).survivalProbability(hits - 1))
                    .isCloseTo(0.025, within(1e-9));
        }
        if (hits < trials) {
            assertThat(BinomialDistribution.of(trials, bounds.high()).cumulativeProbability(hits))
                    .isCloseTo(0.025, within(1e-9));
        }
    }

    /** 1 − 0.05^(1/n), which the rule of three rounds to 3 / n. */
    @ParameterizedTest
    @ValueSource(ints = {1, 100, 299, 2000})
    void noneOfManyBoundsTheShareByTheRuleOfThree(int trials) {
        ClopperPearson none = new ClopperPearson(0, trials);
        assertThat(none.lower(0.95)).isZero();
        assertThat(none.upper(0.95)).isCloseTo(1 - Math.pow(0.05, 1.0 / trials), within(1e-12));
    }

    @Test
    void missesMirrorHits() {
        Bounds hits = new ClopperPearson(3, 40).interval(0.95);
        Bounds misses = new ClopperPearson(37, 40).interval(0.95);
        assertThat(misses.low()).isCloseTo(1 - hits.high(), within(1e-12));
        assertThat(misses.high()).isCloseTo(1 - hits.low(), within(1e-12));
    }

    @Test
    void moreHitsThanTrialsAreRefused() {
        assertThatThrownBy(() -> new ClopperPearson(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClopperPearson(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}

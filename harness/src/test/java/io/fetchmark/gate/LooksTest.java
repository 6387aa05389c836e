package io.fetchmark.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class LooksTest {

    @Test
    void aMinuteIsLookedAtEveryTwelvePairs() {
        assertThat(new Looks(60).all()).containsExactly(12, 24, 36, 48, 60);
    }

    @Test
    void aLongBudgetIsLookedAtTenTimes() {
        assertThat(new Looks(240).all()).containsExactly(24, 48, 72, 96, 120, 144, 168, 192, 216, 240);
    }

    @Test
    void aShortBudgetIsLookedAtOnceAtItsEnd() {
        assertThat(new Looks(6).all()).containsExactly(6);
        assertThat(new Looks(23).all()).containsExactly(23);
        assertThat(new Looks(5).all()).isEmpty();
        assertThat(new Looks(5).upTo(5, true)).isEmpty();
    }

    @Property(tries = 200)
    void theLastLookIsAtAllPairsAndNoneComesTooSoon(@ForAll @IntRange(min = 12, max = 1000) int planned) {
        int[] looks = new Looks(planned).all().toArray();
        assertThat(looks).hasSizeBetween(1, 10).endsWith(planned);
        for (int look = 1; look < looks.length; look++) {
            assertThat(looks[look] - looks[look - 1]).isGreaterThanOrEqualTo(12);
        }
        assertThat(looks[0]).isGreaterThanOrEqualTo(12);
    }

    @Test
    void aRunThatEndedEarlyIsLookedAtWhereItEnded() {
        assertThat(new Looks(60).upTo(40, false)).containsExactly(12, 24, 36);
        assertThat(new Looks(60).upTo(40, true)).containsExactly(12, 24, 36, 40);
        assertThat(new Looks(60).upTo(36, true)).containsExactly(12, 24, 36);
        assertThat(new Looks(60).upTo(5, true)).isEmpty();
    }

    @Test
    void lessThanNoPairsAreRefused() {
        assertThatThrownBy(() -> new Looks(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}

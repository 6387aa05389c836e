package io.fetchmark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class StartGroupsTest {

    private static final double LEVEL = 0.001;

    @Test
    void oneStartOfEachSideBearsEverything() {
        StartGroups starts = starts(40, 1, 0, 1);
        assertThat(starts.pValue()).isEqualTo(1);
        assertThat(starts.bear(rest -> false, LEVEL)).isTrue();
    }

    @Test
    void aStartThatStandsOutBearsOnlyWhatTheOthersSayToo() {
        StartGroups starts = starts(60, 3, 0.3, 1);
        assertThat(starts.pValue()).isLessThan(LEVEL);
        assertThat(starts.bear(rest -> rest.length == 40, LEVEL))
                .as("without each of three starts")
                .isTrue();
        // The last start is the one that is 30 % off.
        assertThat(starts.bear(rest -> Arrays.stream(rest).max().orElseThrow() > 0.2, LEVEL))
                .isFalse();
        assertThat(starts.bear(rest -> Arrays.stream(rest).max().orElseThrow() < 0.5, LEVEL))
                .isTrue();
    }

    @Test
    void aStartOfTheBaselineStandsOutLikewise() {
        double[] differences = differences(40, 2, 0.3, 1);
        StartGroups starts = new StartGroups(differences, new int[40], inTurn(40, 2));
        assertThat(starts.pValue()).isLessThan(LEVEL);
        assertThat(starts.bear(rest -> rest.length == 20, LEVEL)).isTrue();
    }

    @Property(tries = 200)
    void startsThatAreAlikeHardlyEverStandOut(@ForAll @IntRange(max = 1_000_000) int seed) {
        assertThat(starts(60, 2, 0, seed).pValue()).isGreaterThan(1e-6);
    }

    @Test
    void nothingWasMeasured() {
        assertThat(new StartGroups(new double[0], new int[0], new int[0]).bear(rest -> false, LEVEL))
                .isTrue();
    }

    /** Differences of one start of the baseline and several of the candidate, in turn, the last of which is off. */
    private static StartGroups starts(int count, int starts, double off, int seed) {
        return new StartGroups(differences(count, starts, off, seed), inTurn(count, starts), new int[count]);
    }

    private static double[] differences(int count, int starts, double off, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] differences = new double[count];
        for (int index = 0; index < count; index++) {
            differences[index] = random.nextDouble(-0.05, 0.05) + (index % starts == starts - 1 ? off : 0);
        }
        return differences;
    }

    private static int[] inTurn(int count, int starts) {
        int[] turns = new int[count];
        Arrays.setAll(turns, index -> index % starts);
        return turns;
    }
}

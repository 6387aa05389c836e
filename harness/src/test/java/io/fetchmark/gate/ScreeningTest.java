package io.fetchmark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.gate.Standing.State;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ScreeningTest {

    private static final int PLANNED = 60;

    private final Screening screening = new Gate(3).screening(Blocks.TIMES, PLANNED);
    private final InterimAnalyses analyses = screening.interimAnalyses();

    @Test
    void nothingIsDecidedBeforeTheFirstLook() {
        List<Pair> pairs = Blocks.pairs(11, 3, 1);
        assertThat(analyses.isOpen(List.of())).isTrue();
        assertThat(analyses.isOpen(pairs)).isTrue();
    }

    @Test
    void equalTargetsAreClearedEarly() {
        List<Pair> pairs = Blocks.pairs(24, 1, 1);
        assertThat(analyses.isOpen(pairs)).isFalse();
        assertThat(screening.ended(pairs))
                .extracting(Standing::state)
                .containsExactly(State.CLEARED, State.CLEARED, State.CLEARED);
    }

    @Test
    void aSlowCandidateIsSuspectedEarly() {
        List<Pair> pairs = Blocks.pairs(12, 1.2, 1);
        assertThat(analyses.isOpen(pairs)).isFalse();
        assertThat(screening.ended(pairs).get(0).state()).isEqualTo(State.SUSPECT);
        assertThat(screening.ended(pairs).get(0).pairs()).isEqualTo(12);
    }

    @Test
    void aDecisionIsFinal() {
        List<Pair> pairs = new ArrayList<>(Blocks.pairs(12, 1.2, 1));
        pairs.addAll(Blocks.pairs(6, 1, 2));
        Standing standing = screening.ended(pairs).get(0);
        assertThat(standing.state()).isEqualTo(State.SUSPECT);
        assertThat(standing.pairs()).isEqualTo(12);
    }

    @Test
    void whatIsBetweenToleranceAndTheChangeToDetectStaysOpenUntilTheBudgetIsSpent() {
        // 3 % lies in the middle of 1 and 5 %; the noise is six times what these tests have elsewhere.
        List<Pair> pairs = noisy(PLANNED, 1.03);
        assertThat(analyses.isOpen(pairs.subList(0, PLANNED - 1))).isTrue();
        assertThat(analyses.isOpen(pairs)).isFalse();
        assertThat(screening.ended(pairs).get(0).state()).isEqualTo(State.OPEN);
    }

    @Test
    void aRunThatEndsBetweenTwoLooksIsLookedAtOnceMore() {
        List<Pair> pairs = new ArrayList<>(noisy(12, 1.03));
        pairs.addAll(Blocks.pairs(11, 1.5, 2));
        assertThat(analyses.isOpen(pairs)).isTrue();
        assertThat(screening.ended(pairs).get(0).state()).isEqualTo(State.SUSPECT);
        assertThat(screening.ended(pairs).get(0).pairs()).isEqualTo(23);
    }

    @Test
    void aRunOfFewPairsDecidesNothing() {
        List<Pair> pairs = Blocks.pairs(5, 2, 1);
        assertThat(screening.ended(pairs)).allMatch(standing -> standing.state() == State.OPEN);
        assertThat(new Gate(3).screening(Blocks.TIMES, 5).interimAnalyses().isOpen(pairs))
                .isFalse();
    }

    @Test
    void aChangeThatFadesIsUnsteadyWhateverItWasTakenFor() {
        List<Pair> fading = Blocks.pairs(PLANNED, place -> 1 + 0.3 * Math.exp(-4 * place), 1);
        assertThat(screening.ended(fading).get(0).state()).isEqualTo(State.UNSTEADY);
        List<Pair> growing = Blocks.pairs(PLANNED, place -> 1 + 0.3 * Math.exp(-4 * (1 - place)), 1);
        assertThat(screening.ended(growing).get(0).state()).isEqualTo(State.UNSTEADY);
    }

    @Test
    void aCandidateThatFailsAltogetherIsSuspectedForItsErrorsAndNotTakenForFast() {
        List<Pair> pairs = Collections.nCopies(12, Blocks.pair(Blocks.of(5000, 5000, 0.1), Blocks.of(10)));
        assertThat(analyses.isOpen(pairs)).isFalse();
        assertThat(screening.ended(pairs))
                .extracting(Standing::state)
                .containsExactly(State.UNCOMPARABLE, State.UNCOMPARABLE, State.SUSPECT);
        assertThat(screening.ended(pairs).get(0).gap()).contains(Gap.NOTHING_SUCCEEDED);
    }

    @Test
    void whereBothSidesFailAltogetherNothingIsCleared() {
        List<Pair> pairs = Collections.nCopies(12, Blocks.pair(Blocks.of(5000, 5000, 0.1), Blocks.of(5000, 5000, 0.1)));
        assertThat(screening.ended(pairs)).allMatch(standing -> standing.state() == State.UNCOMPARABLE);
    }

    @Test
    void aFewErrorsOnBothSidesSayNothing() {
        List<Pair> pairs = Collections.nCopies(12, Blocks.pair(Blocks.of(1000, 3, 10), Blocks.of(1000, 3, 10)));
        assertThat(screening.ended(pairs).get(2).state()).isEqualTo(State.CLEARED);
    }

    @Test
    void errorsAloneKeepAComparisonOpenUntilTheBudgetIsSpent() {
        Screening errors = new Gate(1).screening(Blocks.gating(RegressionMetric.ERROR_RATE.gated()), 24);
        List<Pair> pairs = Blocks.pairs(24, 1, 1);
        InterimAnalyses ofErrors = errors.interimAnalyses();
        assertThat(ofErrors.isOpen(pairs.subList(0, 23))).isTrue();
        assertThat(ofErrors.isOpen(pairs)).isFalse();
        assertThat(errors.ended(pairs).get(0).state()).isEqualTo(State.CLEARED);
    }

    @Test
    void moreTestsInABuildNeedMoreToSuspect() {
        Levels few = new Gate(2).screening(Blocks.TIMES, PLANNED).levels();
        Levels many = new Gate(40).screening(Blocks.TIMES, PLANNED).levels();
        assertThat(many.suspect()).isLessThan(few.suspect() / 15);
        assertThat(many.improve()).as("an improvement").isLessThan(few.improve() / 15);
        assertThat(many.clear()).isEqualTo(few.clear());
    }

    private static List<Pair> noisy(int count, double ratio) {
        SplittableRandom random = new SplittableRandom(2);
        return Stream.generate(() -> Blocks.pair(
                        Blocks.of(10 * ratio * random.nextDouble(0.75, 1.25)),
                        Blocks.of(10 * random.nextDouble(0.75, 1.25))))
                .limit(count)
                .toList();
    }
}

package io.fetchmark.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class GateTest {

    private final Gate gate = new Gate(3);

    @Test
    void equalTargetsPass() {
        List<Judgement> judgements = judge(Blocks.pairs(24, 1, 1), List.of());
        assertThat(judgements).extracting(Judgement::ruling).containsOnly(Ruling.PASS);
        Judgement median = judgements.get(0);
        Estimate estimate = median.estimate().orElseThrow();
        assertThat(estimate.ratio()).isBetween(0.98, 1.02);
        assertThat(estimate.low()).isLessThan(estimate.ratio());
        assertThat(estimate.high()).isGreaterThan(estimate.ratio());
        assertThat(estimate.noiseFloor()).isBetween(0.015, 0.06);
        assertThat(median.smallestChange().orElseThrow()).isBetween(0.015, 0.05);
        assertThat(median.improved()).isFalse();
        assertThat(judgements.get(2).estimate()).isEmpty();
    }

    @Test
    void aSlowCandidateIsARegressionOnceFreshStartsShowItToo() {
        List<Pair> screening = Blocks.pairs(12, 1.2, 1);
        assertThat(gate.suspects(Blocks.TIMES, Blocks.comparison(60, screening, 60, List.of())))
                .isEqualTo(2);
        Judgement median = judge(screening, Blocks.pairs(60, 1.1, 2)).get(0);
        assertThat(median.ruling()).isEqualTo(Ruling.REGRESSION);
        // The figures are those of the new instances: the first ones were chosen for being slow.
        assertThat(median.confirming()).isTrue();
        assertThat(median.pairs()).isEqualTo(60);
        assertThat(median.estimate().orElseThrow().ratio()).isCloseTo(1.1, within(0.01));
    }

    @Test
    void aSuspicionThatFreshStartsRefuteIsNoRegression() {
        Judgement median =
                judge(Blocks.pairs(12, 1.2, 1), Blocks.pairs(60, 1, 2)).get(0);
        assertThat(median.ruling()).isEqualTo(Ruling.UNCONFIRMED);
    }

    @Test
    void aSuspicionThatFreshStartsDoNotSettleIsNeither() {
        assertThat(judge(Blocks.pairs(12, 1.2, 1), List.of()).get(0).ruling()).isEqualTo(Ruling.UNSETTLED);
        assertThat(judge(Blocks.pairs(12, 1.2, 1), Blocks.pairs(5, 1.2, 2))
                        .get(0)
                        .ruling())
                .isEqualTo(Ruling.UNSETTLED);
        assertThat(judge(Blocks.pairs(12, 1.2, 1), Blocks.pairs(40, 1, 2))
                        .get(0)
                        .ruling())
                .as("cut short, and nothing shown")
                .isEqualTo(Ruling.UNSETTLED);
        assertThat(judge(Blocks.pairs(12, 1.2, 1), Blocks.pairs(40, 1.2, 2))
                        .get(0)
                        .ruling())
                .as("cut short, and clear")
                .isEqualTo(Ruling.REGRESSION);
    }

    @Test
    void aFreshStartThatWarmsUpConfirmsNothing() {
        List<Pair> fading = Blocks.pairs(60, place -> 1 + 0.4 * Math.exp(-4 * place), 2);
        assertThat(judge(Blocks.pairs(12, 1.2, 1), fading).get(0).ruling()).isEqualTo(Ruling.UNSTEADY);
    }

    @Test
    void aChangeShowsInThePairsThatTheMachineLeftAlone() {
        Judgement median = judge(Blocks.disturbed(60, 1.06, 1), Blocks.disturbed(60, 1.06, 2))
                .get(0);
        assertThat(median.ruling()).isEqualTo(Ruling.REGRESSION);
        Estimate estimate = median.estimate().orElseThrow();
        assertThat(estimate.ratio()).isCloseTo(1.06, within(0.015));
        assertThat(estimate.high() - estimate.low()).isLessThan(0.05);
        // Of all pairs, most of which were held up.
        assertThat(estimate.noiseFloor()).isGreaterThan(0.3);
        assertThat(median.smallestChange().orElseThrow()).isLessThan(0.06);
    }

    @Test
    void aCandidateThatIsSlowNowAndThenIsNotClearedByThePairsInWhichItIsNot() {
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : Blocks.pairs(60, 1, 1)) {
            pairs.add(
                    pairs.size() % 5 < 3
                            ? Blocks.pair(Blocks.of(pair.candidate().p50() / 1e6 * 1.3), pair.baseline())
                            : pair);
        }
        Judgement median = judge(pairs, pairs).get(0);
        assertThat(median.ruling()).isEqualTo(Ruling.REGRESSION);
        // The sets contradict each other, so that the figures are those of all pairs.
        Estimate estimate = median.estimate().orElseThrow();
        assertThat(estimate.ratio()).isEqualTo(estimate.ofAllPairs());
        assertThat(estimate.low()).isGreaterThan(1 + median.gated().tolerance());
        assertThat(judge(pairs.subList(0, 18), List.of()).get(0).ruling()).isNotEqualTo(Ruling.PASS);
    }

    @Test
    void aRegressionHoldsOnEachStart() {
        List<Pair> screening = Blocks.pairs(12, 1.2, 1);
        assertThat(judge(screening, Blocks.pairsOfStarts(60, 1, 1.3, 2)).get(0).ruling())
                .isEqualTo(Ruling.STARTS_DIFFER);
        assertThat(judge(screening, Blocks.pairsOfStarts(60, 1.06, 1.3, 2))
                        .get(0)
                        .ruling())
                .as("slower on both")
                .isEqualTo(Ruling.REGRESSION);
    }

    @Test
    void aPassHoldsOnEachStart() {
        assertThat(judge(Blocks.pairsOfStarts(60, 1.05, 0.8, 1), List.of())
                        .get(0)
                        .ruling())
                .isEqualTo(Ruling.STARTS_DIFFER);
        assertThat(judge(Blocks.pairsOfStarts(60, 1, 0.8, 1), List.of()).get(0).ruling())
                .as("no slower on either")
                .isEqualTo(Ruling.PASS);
        assertThat(judge(Blocks.pairs(12, 1.2, 1), Blocks.pairsOfStarts(60, 1.05, 0.8, 2))
                        .get(0)
                        .ruling())
                .as("suspected before")
                .isEqualTo(Ruling.STARTS_DIFFER);
    }

    @Test
    void aFasterCandidatePassesAndIsSaidToBeBetter() {
        Judgement median = judge(Blocks.pairs(24, 0.9, 1), List.of()).get(0);
        assertThat(median.ruling()).isEqualTo(Ruling.PASS);
        assertThat(median.improved()).isTrue();
    }

    @Test
    void aCandidateThatFailsAltogetherIsARegressionOfErrors() {
        Pair broken = Blocks.pair(Blocks.of(5000, 5000, 0.1), Blocks.of(10));
        List<Judgement> judgements = judge(Collections.nCopies(12, broken), Collections.nCopies(60, broken));
        assertThat(judgements)
                .extracting(Judgement::ruling)
                .containsExactly(Ruling.UNCOMPARABLE, Ruling.UNCOMPARABLE, Ruling.REGRESSION);
        assertThat(judgements).noneMatch(Judgement::improved);
    }

    @Test
    void withoutErrorsACandidateIsBetterThanABaselineWithThem() {
        Pair cured = Blocks.pair(Blocks.of(1000, 0, 10), Blocks.of(1000, 50, 10));
        Judgement errors = judge(Collections.nCopies(12, cured), List.of()).get(2);
        assertThat(errors.ruling()).isEqualTo(Ruling.PASS);
        assertThat(errors.improved()).isTrue();
    }

    @Test
    void aRunWithoutPairsIsInconclusive() {
        assertThat(judge(List.of(), List.of())).extracting(Judgement::ruling).containsOnly(Ruling.INCONCLUSIVE);
    }

    @Property(tries = 50)
    void identicalSidesAreNeverARegression(
            @ForAll long seed, @ForAll @IntRange(max = 60) int screened, @ForAll @IntRange(max = 60) int confirmed) {
        List<Judgement> judgements = judge(same(screened, seed), same(confirmed, ~seed));
        assertThat(judgements)
                .extracting(Judgement::ruling)
                .doesNotContain(Ruling.REGRESSION, Ruling.UNSETTLED, Ruling.UNCONFIRMED);
    }

    @Property(tries = 50)
    void swappedSidesMirrorTheFigures(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.8, max = 1.25) double ratio,
            @ForAll @IntRange(min = 6, max = 60) int count) {
        List<Pair> pairs = Blocks.pairs(count, ratio, seed);
        Estimate here = Estimate.of(new Differences(RegressionMetric.P95, pairs), 0.025);
        Estimate there = Estimate.of(new Differences(RegressionMetric.P95, Blocks.swapped(pairs)), 0.025);
        assertThat(there.ratio()).isCloseTo(1 / here.ratio(), within(1e-9));
        assertThat(there.low()).isCloseTo(1 / here.high(), within(1e-9));
        assertThat(there.high()).isCloseTo(1 / here.low(), within(1e-9));
        assertThat(there.noiseFloor()).isCloseTo(here.noiseFloor(), within(1e-9));
    }

    @Property(tries = 30)
    void noPairsAreARegressionBothWays(@ForAll long seed, @ForAll @DoubleRange(min = 0.9, max = 1.1) double ratio) {
        List<Pair> screening = Blocks.pairs(36, ratio, seed);
        List<Pair> confirmation = Blocks.pairs(60, ratio, ~seed);
        boolean here = hasRegression(screening, confirmation);
        boolean there = hasRegression(Blocks.swapped(screening), Blocks.swapped(confirmation));
        assertThat(here && there).isFalse();
    }

    @Property(tries = 30)
    void whichStartAPairIsOfAndWhoWentFirstDoNotMatter(@ForAll long seed) {
        List<Pair> pairs = Blocks.pairs(36, 1.03, seed);
        List<Pair> relabelled = pairs.stream()
                .map(pair -> new Pair(pair.first().other(), 1, 1, pair.candidate(), pair.baseline()))
                .toList();
        assertThat(judge(relabelled, List.of())).isEqualTo(judge(pairs, List.of()));
    }

    @Test
    void aBuildWithoutTestsHasNoGate() {
        assertThatThrownBy(() -> new Gate(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private boolean hasRegression(List<Pair> screening, List<Pair> confirmation) {
        return judge(screening, confirmation).stream().anyMatch(judgement -> judgement.ruling() == Ruling.REGRESSION);
    }

    private static List<Pair> same(int count, long seed) {
        return Blocks.pairs(count, 1, seed).stream()
                .map(pair -> Blocks.pair(pair.candidate(), pair.candidate()))
                .toList();
    }

    private List<Judgement> judge(List<Pair> screening, List<Pair> confirmation) {
        Comparison comparison = Blocks.comparison(60, screening, 60, confirmation);
        int suspects = gate.suspects(Blocks.TIMES, comparison);
        return gate.judge(Blocks.TIMES, comparison, suspects);
    }
}

package io.fetchmark.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.gate.Estimate;
import io.fetchmark.gate.Judgement;
import io.fetchmark.gate.Ruling;
import io.fetchmark.gate.Standing;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Gated;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.result.Side;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is said agrees with the interval that stands beside it. Tolerance 1 %, change to detect 5 %. */
final class RegressionReasonTest {

    private static final Gated P50 = new Gated(RegressionMetric.P50, 0.01, 0.05);

    @Test
    void aChangeThatTheIntervalExcludesIsNotSaidToBePossible() {
        assertThat(text(Ruling.INCONCLUSIVE, estimate(-0.02, 0.06, 0.02)))
                .contains("+6 %), which may or may not be the 5 % to detect when the budget of 1m is spent");
        assertThat(text(Ruling.INCONCLUSIVE, estimate(-0.02, 0.03, 0.08)))
                .contains("+3 %), but that is of the least-disturbed pairs: all pairs together do not rule out the 5 %")
                .contains("slow now and then")
                .doesNotContain("may or may not");
        assertThat(text(Ruling.INCONCLUSIVE, estimate(-0.02, 0.0499, 0.02)))
                .contains("too close to the 5 % to detect")
                .doesNotContain("may or may not");
    }

    @Test
    void aPassBesideAnIntervalThatHasGrownAgainSaysWhenItWasDecided() {
        assertThat(text(Ruling.PASS, estimate(-0.02, 0.03, 0))).contains("+3 %), not the 5 % to detect");
        assertThat(text(Ruling.PASS, estimate(-0.02, 0.06, 0)))
                .contains("+6 %), and the first 24 pairs ruled out the 5 % to detect")
                .doesNotContain("not the 5 %");
    }

    @Test
    void aSuspicionThatIsNotSettledSaysWhatTheNewInstancesShow() {
        assertThat(text(Ruling.UNSETTLED, estimate(-0.02, 0.06, 0.02)))
                .contains("neither confirm nor rule out what the first ones showed");
        assertThat(text(Ruling.UNSETTLED, estimate(-0.02, 0.04, 0.02)))
                .contains("not as surely as it takes to rule out")
                .doesNotContain("neither");
        assertThat(text(Ruling.UNSETTLED, estimate(0.02, 0.08, 0.02)))
                .contains("as it takes to confirm")
                .doesNotContain("neither");
    }

    @Test
    void withoutAnEstimateThereIsNoWordOfIts() {
        assertThat(new RegressionReason(judgement(Ruling.INCONCLUSIVE, Optional.empty()), comparison(), regression())
                        .text())
                .startsWith(
                        "p50 was measured in too few pairs when the budget of 1m is spent: give it a larger <budget>")
                .doesNotContain("may or may not");
    }

    private static String text(Ruling ruling, Estimate estimate) {
        return new RegressionReason(judgement(ruling, Optional.of(estimate)), comparison(), regression()).text();
    }

    private static Judgement judgement(Ruling ruling, Optional<Estimate> estimate) {
        return new Judgement(
                new Standing(P50, Standing.State.OPEN, 24, Optional.empty()),
                ruling,
                false,
                36,
                estimate,
                OptionalDouble.of(0.04),
                false);
    }

    private static Estimate estimate(double low, double high, double ofAllPairs) {
        return new Estimate(1 + (low + high) / 2, 1 + low, 1 + high, 1 + ofAllPairs, 0.05);
    }

    private static Regression regression() {
        return Regression.of(P50);
    }

    private static Comparison comparison() {
        BlockFigures block = new BlockFigures(
                100, 0, 100, 1, 1, 1, 1, 0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty());
        return new Comparison(
                "home",
                Client.EVENT_LOOP,
                new Load.Closed(1),
                0.25,
                60,
                List.of(),
                60,
                List.of(new Pair(Side.CANDIDATE, 0, 0, block, block)),
                List.of(),
                List.of());
    }
}

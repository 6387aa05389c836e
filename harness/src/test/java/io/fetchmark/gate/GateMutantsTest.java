package io.fetchmark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.gate.NoisyMachine.Kind;
import io.fetchmark.gate.Standing.State;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.stats.NestedSignedRank;
import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;

/** Gates that are wrong in one piece each, and simulated builds that show it: the right gate keeps what it breaks. */
final class GateMutantsTest {

    private static final double FALSE_ALARMS = 0.01;
    private static final double FOUND = 0.95;
    private static final double SUSPECTED = 0.1;
    private static final double PASSED = 0.05;

    private static final int BUILDS = 300;

    /** Fewer, as each of their 48 000 exchanges is drawn. */
    private static final int POOLED = 100;

    @Test
    void aFixedOrderTakesTheRhythmOfTheMachineForAChange() {
        SimulatedBuild tossed = SimulatedBuild.of(Kind.QUIET, Effect.none()).withRhythm(0.04);
        assertThat(failing(tossed).isAbove(FALSE_ALARMS)).isFalse();
        assertThat(failing(tossed.withBaselineAlwaysFirst()).isAbove(FALSE_ALARMS))
                .isTrue();
    }

    @Test
    void aTestOfTheMeanMissesWhatRanksFind() {
        SimulatedBuild slower = SimulatedBuild.of(Kind.NOISY, Effect.slower(0.05));
        Gate ofMeans = new Gate(
                (level, values) -> TTest.withDefaults()
                                .with(AlternativeHypothesis.GREATER_THAN)
                                .test(values)
                                .getPValue()
                        <= level,
                looks -> Levels.of(slower.tests(), looks));
        assertThat(failing(slower).isBelow(FOUND)).isFalse();
        assertThat(failing(slower, ofMeans).isBelow(FOUND)).isTrue();
    }

    @Test
    void looksThatAreNotCorrectedSuspectTooMuch() {
        SimulatedBuild atTolerance = SimulatedBuild.of(Kind.HOSTILE, Effect.atTolerance(), Effect.atTolerance())
                .onStartsThatDifferBy(0);
        Levels once = Levels.of(atTolerance.tests(), 1);
        Gate peeking = new Gate(NestedSignedRank::isAbove, looks -> once);
        assertThat(suspecting(atTolerance, atTolerance.gate()).isAbove(SUSPECTED))
                .isFalse();
        assertThat(suspecting(atTolerance, peeking).isAbove(SUSPECTED)).isTrue();
    }

    @Test
    void theSameStartsConfirmWhatIsOnlyTheirLuck() {
        SimulatedBuild fresh = SimulatedBuild.of(Kind.QUIET, Effect.none()).onStartsThatDifferBy(0.015);
        assertThat(failing(fresh).isAbove(FALSE_ALARMS)).isFalse();
        assertThat(failing(fresh.confirmingOnTheSameStarts()).isAbove(FALSE_ALARMS))
                .isTrue();
    }

    @Test
    void aStartThatStandsOutIsTakenForAChangeWhereNobodyLooksAtStarts() {
        SimulatedBuild equal = SimulatedBuild.of(Kind.QUIET, Effect.none()).withStartsThatStandOut(0.15);
        assertThat(failing(equal).isAbove(FALSE_ALARMS)).isFalse();
        assertThat(failing(equal, blindToStarts(equal)).isAbove(FALSE_ALARMS)).isTrue();

        SimulatedBuild slower =
                SimulatedBuild.of(Kind.QUIET, Effect.slower(0.05)).withStartsThatStandOut(0.05);
        assertThat(passing(slower, slower.gate()).isAbove(PASSED)).isFalse();
        assertThat(passing(slower, blindToStarts(slower)).isAbove(PASSED)).isTrue();
    }

    @Test
    void aPooledQuantileIsThatOfTheBursts() {
        Regression tail = Regression.of(RegressionMetric.P99.gated());
        double tolerance = RegressionMetric.P99.gated().tolerance();
        int pooled = 0;
        int paired = 0;
        for (long seed = 0; seed < POOLED; seed++) {
            RequestLevel equal = new RequestLevel(Kind.NOISY, new SplittableRandom(seed));
            Screening screening = new Gate(2).screening(tail, 60);
            boolean suspected = screening.ended(equal.measure(60)).get(0).state() == State.SUSPECT;
            paired += suspected ? 1 : 0;
            pooled += equal.pooledRatio() > 1 + tolerance ? 1 : 0;
        }
        assertThat(new Tally(paired, POOLED).isAbove(SUSPECTED)).isFalse();
        assertThat(new Tally(pooled, POOLED).isAbove(SUSPECTED)).isTrue();
    }

    /** Blind to drift, too, which these machines have none of. */
    private static Gate blindToStarts(SimulatedBuild build) {
        return new Gate(NestedSignedRank::isAbove, looks -> {
            Levels levels = Levels.of(build.tests(), looks);
            return new Levels(levels.suspect(), levels.clear(), levels.improve(), 0);
        });
    }

    private static Tally passing(SimulatedBuild build, Gate gate) {
        return Tally.of(
                build.run(gate, BUILDS), result -> result.says(RegressionMetric.P50, Ruling.PASS, Ruling.UNCONFIRMED));
    }

    private static Tally failing(SimulatedBuild build) {
        return failing(build, build.gate());
    }

    private static Tally failing(SimulatedBuild build, Gate gate) {
        return Tally.of(build.run(gate, BUILDS), result -> result.has(Ruling.REGRESSION));
    }

    private static Tally suspecting(SimulatedBuild build, Gate gate) {
        return Tally.of(build.run(gate, 3 * BUILDS), result -> result.suspects() > 0);
    }
}

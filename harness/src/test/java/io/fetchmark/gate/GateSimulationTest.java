package io.fetchmark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.gate.NoisyMachine.Kind;
import io.fetchmark.gate.SimulatedBuild.Result;
import io.fetchmark.plan.Gated;
import io.fetchmark.plan.RegressionMetric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the gate promises, kept in simulated builds with fixed seeds. Each limit is where a tally would be seen in 1 of 100
 * simulations if the share were just what is promised: of 300 builds, 8 may fail for a promised 1 %, 24 may pass for a
 * promised 5 %, and 276 must be found for a promised 95 %.
 */
final class GateSimulationTest {

    private static final double FALSE_ALARMS = 0.01;
    private static final double SUSPECTED = 0.1;
    private static final double UNSTEADY = 0.001;
    private static final double PASSED = 0.05;
    private static final double FOUND = 0.95;
    private static final int BUILDS = 300;

    @ParameterizedTest
    @EnumSource
    void equalTargetsFailAtMostOneBuildIn100(Kind machine) {
        List<Result> results = run(SimulatedBuild.of(machine, Effect.none(), Effect.none()));
        assertThat(failing(results).isAbove(FALSE_ALARMS)).isFalse();
        assertThat(Tally.of(results, result -> result.has(Ruling.UNSTEADY)).isAbove(UNSTEADY))
                .isFalse();
        assertThat(Tally.of(results, result -> result.suspects() > 0).isAbove(SUSPECTED))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void changesThatAreAllAtTheirToleranceFailAtMostOneBuildIn100(Kind machine) {
        List<Result> results = run(SimulatedBuild.of(machine, Effect.atTolerance(), Effect.atTolerance())
                .onStartsThatDifferBy(0));
        assertThat(failing(results).isAbove(FALSE_ALARMS)).isFalse();
        assertThat(Tally.of(results, result -> result.suspects() > 0).isAbove(SUSPECTED))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aChangeToDetectPassesAtMostOnceIn20(Kind machine) {
        List<Result> results = run(SimulatedBuild.of(machine, Effect.toDetect(1)));
        for (Gated gated : SimulatedBuild.GATED.metrics()) {
            if (gated.metric() != RegressionMetric.ERROR_RATE) {
                Tally passed = Tally.of(results, result -> passes(result, gated.metric()));
                assertThat(passed.isAbove(PASSED))
                        .as("%s: %s", gated.metric(), passed)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HOSTILE")
    void oneScenarioThatIsFivePercentSlowerIsFound(Kind machine) {
        List<Result> results = run(SimulatedBuild.of(machine, Effect.slower(0.05), Effect.none()));
        assertThat(failing(results).isBelow(FOUND)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void twiceTheChangeToDetectIsFoundOnAnyMachine(Kind machine) {
        List<Result> results = run(SimulatedBuild.of(machine, Effect.toDetect(2)));
        assertThat(failing(results).isBelow(FOUND)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aSlowTailAloneIsFoundAndOnlyThere(Kind machine) {
        List<Result> results = run(SimulatedBuild.of(machine, Effect.ofTail(0.4)));
        assertThat(Tally.of(results, result -> result.says(RegressionMetric.P99, Ruling.REGRESSION))
                        .isBelow(FOUND))
                .isFalse();
        assertThat(Tally.of(results, result -> result.says(RegressionMetric.P50, Ruling.REGRESSION))
                        .isAbove(FALSE_ALARMS))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aCandidateThatWasWarmedFor20SecondsFailsAtMostOneBuildIn100(Kind machine) {
        // 20 % at first, a third of it every 10 seconds: 2.7 % are left.
        List<Result> results = run(SimulatedBuild.of(machine, Effect.warmingUp(0.2 * Math.exp(-2), 10)));
        assertThat(failing(results).isAbove(FALSE_ALARMS)).isFalse();
    }

    /** No promise: warm-up is the run's duty. Without the look at the last third it was 44 of 100 builds. */
    @Test
    void mostCandidatesThatWereNotWarmedAtAllAreNoRegressionEither() {
        List<Result> results = run(SimulatedBuild.of(Kind.QUIET, Effect.warmingUp(0.2, 10)));
        assertThat(failing(results).isAbove(0.2)).isFalse();
    }

    @Test
    void equalTargetsOnANoisyMachineTakeLessThanHalfOfTheBudget() {
        List<Result> results = run(SimulatedBuild.of(Kind.NOISY, Effect.none()));
        double seconds = results.stream().mapToDouble(Result::seconds).average().orElseThrow();
        assertThat(seconds).isLessThan(33);
    }

    private static List<Result> run(SimulatedBuild build) {
        return build.run(build.gate(), BUILDS);
    }

    private static Tally failing(List<Result> results) {
        return Tally.of(results, result -> result.has(Ruling.REGRESSION));
    }

    private static boolean passes(Result result, RegressionMetric metric) {
        return result.says(metric, Ruling.PASS, Ruling.UNCONFIRMED);
    }
}

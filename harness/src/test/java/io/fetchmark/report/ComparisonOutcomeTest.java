package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.result.ResultFixtures;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ComparisonOutcomeTest {

    @Test
    void saysTheWorstFirstWithItsCertainty() {
        assertThat(outcome(
                                change(FindingMetric.P90, VerdictKind.PASS, 1.003, 0.99, 1.01),
                                improvement(FindingMetric.CPU_PER_REQUEST),
                                change(FindingMetric.P50, VerdictKind.REGRESSION, 1.052, 1.041, 1.063))
                        .sentence(Language.ENGLISH))
                .isEqualTo(
                        "p50 is 5.2 % longer (95 % interval +4.1 to +6.3 %), beyond the tolerance of 1 %; CPU time per"
                                + " request is 6.0 % lower (95 % interval −7.0 to −5.0 %), an improvement; p90 (+0.30 %)"
                                + " passes. Measured in 48 pairs of blocks of 350 ms, and again on fresh starts in 60.");
    }

    @Test
    void saysWhatCouldNotHaveBeenSeen() {
        assertThat(outcome(
                                change(FindingMetric.P99, VerdictKind.INCONCLUSIVE, 1.03, 0.96, 1.11),
                                change(FindingMetric.P95, VerdictKind.INVALID, 1.03, 0.96, 1.11))
                        .sentence(Language.ENGLISH))
                .startsWith(
                        "p95 could not be judged; p99 is 3.0 % longer (95 % interval −4.0 to +11.0 %), which decides"
                                + " nothing, as a change below 9.0 % could not be seen. Measured in");
    }

    @Test
    void whatIsNotJudgedYetIsMeasuredAllTheSame() {
        assertThat(outcome().sentence(Language.ENGLISH)).startsWith("Not judged yet. Measured in 48 pairs");
        assertThat(outcome().words(Language.ENGLISH)).isEqualTo("Not judged yet");
        assertThat(outcome().metrics()).hasSize(5);
    }

    @Test
    void whatTheGateSaysToBeBetterIsCalledAnImprovement() {
        Change better = improvement(FindingMetric.P50);
        Change of95Percent = change(FindingMetric.P50, VerdictKind.PASS, 0.94, 0.93, 0.95);
        Change worse = change(FindingMetric.P90, VerdictKind.REGRESSION, 1.05, 1.04, 1.06);

        assertThat(outcome(better).words(Language.ENGLISH)).isEqualTo("Improvement");
        assertThat(outcome(of95Percent).words(Language.ENGLISH)).isEqualTo("Pass");
        assertThat(outcome(better, worse).words(Language.ENGLISH)).isEqualTo("Regression");
    }

    @Test
    void aLimitOnTheSameMetricIsNoChange() {
        RunResult run = ResultFixtures.run()
                .compared(
                        SampleRun.target(TargetRuntime.DOCKER, List.of()),
                        List.of(SampleComparison.threads(), SampleComparison.async()));
        Verdict verdict = SampleRun.verdict();

        assertThat(ComparisonOutcome.of(run, Optional.of(verdict)))
                .extracting(outcome -> outcome.changes().size())
                .containsExactly(5, 3);
        assertThat(ComparisonOutcome.of(ResultFixtures.run(), Optional.of(verdict)))
                .isEmpty();
    }

    private static Change improvement(FindingMetric metric) {
        return ChangeTest.change(metric, VerdictKind.PASS, 0.94, 0.93, 0.95, true);
    }

    private static Change change(FindingMetric metric, VerdictKind verdict, double estimate, double low, double high) {
        return ChangeTest.change(metric, verdict, estimate, low, high);
    }

    private static ComparisonOutcome outcome(Change... changes) {
        return new ComparisonOutcome(SampleComparison.threads(), List.of(changes));
    }
}

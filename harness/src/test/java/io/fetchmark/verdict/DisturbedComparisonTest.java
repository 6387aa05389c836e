package io.fetchmark.verdict;

import static io.fetchmark.verdict.ComparedRuns.CLOSED;
import static io.fetchmark.verdict.ComparedRuns.comparison;
import static io.fetchmark.verdict.ComparedRuns.finding;
import static io.fetchmark.verdict.ComparedRuns.judge;
import static io.fetchmark.verdict.ComparedRuns.late;
import static io.fetchmark.verdict.ComparedRuns.pairs;
import static io.fetchmark.verdict.ComparedRuns.regression;
import static io.fetchmark.verdict.ComparedRuns.stalled;
import static io.fetchmark.verdict.ComparedRuns.unmetered;
import static io.fetchmark.verdict.ComparedRuns.warmedUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.result.WarmUp;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DisturbedComparisonTest {

    @Test
    void whatIsNotMeteredIsInDoubt() {
        List<Pair> pairs = pairs(36, 1, 0, 1).stream()
                .map(pair -> new Pair(pair.first(), 0, 0, unmetered(pair.candidate()), unmetered(pair.baseline())))
                .toList();
        Verdict verdict = judge(comparison(CLOSED, pairs, List.of()));
        assertThat(verdict.kind()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(finding(verdict, FindingMetric.CPU_PER_REQUEST).reason()).contains("not known here");
        assertThat(finding(verdict, FindingMetric.P50).verdict()).isEqualTo(VerdictKind.PASS);
    }

    @Test
    void pairsInWhichTheClientStoodStillAreLeftOutAndCounted() {
        // Of 70 pairs of equal targets the client stood still in 30, whose candidate seems to be three times as slow.
        List<Pair> stalled = pairs(30, 3, 0, 3).stream()
                .map(pair -> new Pair(pair.first(), 0, 0, stalled(pair.candidate()), pair.baseline()))
                .toList();
        List<Pair> calm = pairs(40, 1, 0, 4);
        List<Pair> all = IntStream.range(0, 40)
                .boxed()
                .flatMap(pair -> Stream.concat(
                        Stream.of(calm.get(pair)), stalled.stream().skip(pair).limit(1)))
                .toList();

        Finding p50 = finding(judge(comparison(CLOSED, all, all)), FindingMetric.P50);

        assertThat(p50.verdict()).isNotEqualTo(VerdictKind.REGRESSION);
        assertThat(p50.estimate().orElseThrow()).isBetween(0.98, 1.02);
        assertThat(p50.reason()).contains("beside 30 that were left out, as the client stood still");
    }

    @Test
    void whereTheClientStoodStillInMostPairsNothingCanBeTold() {
        List<Pair> stalled = pairs(60, 3, 0, 3).stream()
                .map(pair -> new Pair(pair.first(), 0, 0, pair.candidate(), stalled(pair.baseline())))
                .toList();

        Finding p50 = finding(judge(comparison(CLOSED, stalled, List.of())), FindingMetric.P50);

        assertThat(p50.verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(p50.reason()).startsWith("p50 cannot be compared, as the client stood still in most pairs");
    }

    @Test
    void timesThatAreTheClientsOwnAreInvalid() {
        Load open = new Load.Open(1000, Arrivals.UNIFORM);
        List<Pair> late = pairs(36, 1, 0, 1).stream()
                .map(pair -> new Pair(pair.first(), 0, 0, late(pair.candidate()), late(pair.baseline())))
                .toList();
        Regression regression = Regression.of(RegressionMetric.P50.gated(), RegressionMetric.CPU_PER_REQUEST.gated());
        Verdict verdict = judge(regression, comparison(open, late, List.of()));
        assertThat(finding(verdict, FindingMetric.P50).verdict()).isEqualTo(VerdictKind.INVALID);
        assertThat(finding(verdict, FindingMetric.P50).reason())
                .contains("the client itself started most exchanges late");
        assertThat(finding(verdict, FindingMetric.CPU_PER_REQUEST).verdict()).isEqualTo(VerdictKind.PASS);
    }

    @Test
    void thatAnInstanceStillWarmedUpIsInEveryReason() {
        Comparison measured = comparison(new Load.Closed(4), pairs(40, 1, 0, 5), List.of());
        assertThat(finding(judge(measured), FindingMetric.P50).reason()).doesNotContain("<warmUp>");

        assertThat(finding(judge(warmedUp(measured, true)), FindingMetric.P50).reason())
                .doesNotContain("<warmUp>");
        assertThat(judge(warmedUp(measured, false)).findings().stream().filter(Finding::againstBaseline))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.reason())
                        .endsWith("; not every instance was steady when its warm-up ended: give it a longer <warmUp>"));
    }

    @Test
    void freshInstancesThatStillWarmedUpAreToldToo() {
        Comparison steady = warmedUp(comparison(new Load.Closed(4), pairs(40, 1, 0, 5), List.of()), true);
        Comparison confirmed = steady.confirmedBy(
                60, pairs(20, 1, 0, 6), Optional.of(new WarmUp(60, Optional.of(false))), List.of("not steady"));
        assertThat(confirmed.warmUp()).contains(new WarmUp(60, Optional.of(false)));
        assertThat(confirmed.warnings()).containsExactly("not steady");
    }
}

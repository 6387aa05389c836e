package io.fetchmark.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.baseline.BaselineFixtures;
import io.fetchmark.baseline.RecordedBaseline;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.Pair;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordedJudgeTest {

    private static final double USUAL = Math.log(1.3);

    @TempDir
    private Path directory;

    @Test
    void withoutARecordedRunItIsAdvisoryAndSaysHowToRecord() throws Exception {
        Finding p50 = p50(BaselineFixtures.run(98, USUAL), RecordedBaseline.NONE);
        assertThat(p50.verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(p50.estimate()).isEmpty();
        assertThat(p50.reason())
                .startsWith("advisory only, as no run is recorded: record 10 or more, each by mvn fetchmark:baseline")
                .contains("; p50 is 1.32 times that of the reference");
    }

    @Test
    void fewRunsAreAdvisoryHoweverMuchWorseItIs() throws Exception {
        Finding p50 = p50(BaselineFixtures.run(98, 3), recorded(9));
        assertThat(p50.verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(p50.reason())
                .startsWith("advisory only, as it takes 10 recorded runs like this one, and there are 9; p50 is ")
                .contains(" times as long as in those, by the ratio to the reference");
        assertThat(p50.estimate().orElseThrow()).isGreaterThan(10);
        assertThat(p50.againstBaseline()).isTrue();
    }

    @Test
    void runsOfAnotherMachineAreAdvisory() throws Exception {
        Finding p50 = p50(BaselineFixtures.run(98, 3, "Other CPU"), recorded(20));
        assertThat(p50.verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(p50.reason())
                .contains("and there are 0, beside 20 of another machine (Intel(R) Xeon(R) CPU @ 2.20GHz, 2 cores");
    }

    @Test
    void enoughRunsPassWhatHasNotChanged() throws Exception {
        Finding p50 = p50(BaselineFixtures.run(98, USUAL), recorded(10));
        assertThat(p50.verdict()).as(p50.reason()).isEqualTo(VerdictKind.PASS);
        assertThat(p50.reason())
                .contains("than in 10 recorded runs, by the ratio to the reference, not the 5 % to detect");
        assertThat(p50.low().orElseThrow()).isLessThan(1);
        assertThat(p50.high().orElseThrow()).isGreaterThan(1);
        assertThat(p50.noiseFloor().orElseThrow()).isBetween(0.0005, 0.02);
        assertThat(p50.smallestDetectableChange().orElseThrow()).isBetween(0.01, 0.05);
    }

    @Test
    void enoughRunsFindWhatIsTenPercentSlower() throws Exception {
        RunResult run = BaselineFixtures.run(98, USUAL + Math.log(1.1));
        Verdict verdict = Judge.judge(BaselineFixtures.plan(), run, recorded(10));
        assertThat(verdict.kind()).isEqualTo(VerdictKind.REGRESSION);
        assertThat(verdict.complaints().get(0).reason()).contains("longer", "more than the tolerance of 1 %");
    }

    @Test
    void moreSpeedIsNoRegression() throws Exception {
        assertThat(p50(BaselineFixtures.run(98, 0), recorded(10)).verdict()).isEqualTo(VerdictKind.PASS);
    }

    @Test
    void errorsThatNoRecordedRunHadAreARegression() throws Exception {
        RunResult run = BaselineFixtures.run(98, USUAL);
        assertThat(errors(run, recorded(10)).verdict()).isEqualTo(VerdictKind.PASS);
        assertThat(errors(failing(run, 1, 1), recorded(10)).verdict())
                .as("one error may be chance")
                .isEqualTo(VerdictKind.PASS);
        assertThat(errors(failing(run, 24, 20), recorded(10)).verdict()).isEqualTo(VerdictKind.REGRESSION);
    }

    @Test
    void aTargetThatNeverSucceedsCannotBeCompared() throws Exception {
        Finding p50 = p50(failing(BaselineFixtures.run(98, USUAL), 24, 100_000), recorded(10));
        assertThat(p50.verdict()).isEqualTo(VerdictKind.INVALID);
        assertThat(p50.reason()).contains("no exchange succeeded");
    }

    @Test
    void aTargetBesideWhichNoReferenceRunsIsAdvisory() throws Exception {
        RunResult run = BaselineFixtures.run(98, USUAL);
        TargetFacts docker = run.target();
        TargetFacts process = new TargetFacts(
                "jar",
                TargetRuntime.PROCESS,
                NetworkPath.LOOPBACK,
                docker.url(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        assertThat(p50(alone(run, process), recorded(10)))
                .returns(VerdictKind.INCONCLUSIVE, Finding::verdict)
                .extracting(Finding::reason)
                .asString()
                .startsWith("advisory only, as no reference can run beside a target that is process");
        Verdict torn = Judge.judge(BaselineFixtures.plan(), alone(run, docker), recorded(10));
        assertThat(torn.kind()).isEqualTo(VerdictKind.INVALID);
    }

    private static RunResult alone(RunResult run, TargetFacts target) {
        return new RunResult(run.schemaVersion(), run.environment(), target, run.results(), run.notMeasured());
    }

    private Finding p50(RunResult run, RecordedBaseline recorded) {
        return finding(run, recorded, FindingMetric.P50);
    }

    private Finding errors(RunResult run, RecordedBaseline recorded) {
        return finding(run, recorded, FindingMetric.of(RegressionMetric.ERROR_RATE));
    }

    private static Finding finding(RunResult run, RecordedBaseline recorded, FindingMetric metric) {
        return Judge.judge(BaselineFixtures.plan(), run, recorded).findings().stream()
                .filter(finding -> finding.metric() == metric)
                // Beside it there is the limit of the error rate that is the default.
                .filter(finding -> metric != FindingMetric.ERROR_RATE || finding.againstBaseline())
                .findFirst()
                .orElseThrow();
    }

    private RecordedBaseline recorded(int runs) throws IOException {
        RecordedBaseline all = RecordedBaseline.NONE;
        for (int day = 1; day <= runs; day++) {
            all = all.with(BaselineFixtures.recorded(BaselineFixtures.run(day, USUAL), directory));
        }
        return all;
    }

    /** The run, with so many failed exchanges in each of the first blocks of the target, or all of them. */
    private static RunResult failing(RunResult run, int blocks, long failed) {
        Comparison old = run.comparisons().orElseThrow().get(0);
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : old.screening()) {
            pairs.add(
                    pairs.size() >= blocks
                            ? pair
                            : new Pair(
                                    pair.first(),
                                    pair.candidateStart(),
                                    pair.baselineStart(),
                                    failing(pair.candidate(), failed),
                                    pair.baseline()));
        }
        Comparison other = new Comparison(
                old.scenario(),
                old.client(),
                old.load(),
                old.blockSeconds(),
                old.plannedPairs(),
                pairs,
                0,
                List.of(),
                old.histograms(),
                List.of());
        return new RunResult(
                run.schemaVersion(),
                run.environment(),
                run.target(),
                run.results(),
                run.notMeasured(),
                run.baseline(),
                Optional.of(List.of(other)));
    }

    private static BlockFigures failing(BlockFigures block, long failed) {
        boolean all = failed >= block.requests();
        return new BlockFigures(
                block.requests(),
                all ? block.requests() : failed,
                all ? 0 : block.perSecond(),
                block.p50(),
                block.p90(),
                block.p95(),
                block.p99(),
                block.startLatenessP50(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }
}

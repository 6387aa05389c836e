package io.fetchmark.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.json.Json;
import io.fetchmark.measure.Outcome;
import io.fetchmark.plan.Limit;
import io.fetchmark.plan.LimitMetric;
import io.fetchmark.plan.Plan;
import io.fetchmark.result.ResultFixtures;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

final class JudgePropertyTest {

    @Property(tries = 200)
    void theOrderOfResultsDoesNotMatter(@ForAll Random random) {
        RunResult run = ResultFixtures.run();
        List<ScenarioResult> shuffled = new ArrayList<>(run.results());
        Collections.shuffle(shuffled, random);
        RunResult other =
                new RunResult(run.schemaVersion(), run.environment(), run.target(), shuffled, run.notMeasured());

        assertThat(Judge.judge(ResultFixtures.plan(), other)).isEqualTo(Judge.judge(ResultFixtures.plan(), run));
    }

    @Property(tries = 200)
    void aLongerTimeNeverImprovesAVerdict(
            @ForAll("limits") List<Limit> limits,
            @ForAll @LongRange(min = 4, max = 1L << 40) long p99,
            @ForAll @LongRange(min = 0, max = 1L << 40) long more) {
        Plan plan = Results.plan(limits.toArray(Limit[]::new));

        VerdictKind better = judge(plan, Results.with(1000, Map.of(), 0, p99));
        VerdictKind worse = judge(plan, Results.with(1000, Map.of(), 0, p99 + more));

        assertThat(worse).isGreaterThanOrEqualTo(better);
    }

    @Property(tries = 200)
    void moreFailuresOrDropsNeverImproveAVerdict(
            @ForAll("limits") List<Limit> limits,
            @ForAll @IntRange(min = 1, max = 1000) int requests,
            @ForAll @IntRange(min = 0, max = 1000) int failed,
            @ForAll @IntRange(min = 0, max = 1000) int more,
            @ForAll @IntRange(min = 0, max = 100) int dropped,
            @ForAll @IntRange(min = 0, max = 100) int moreDropped) {
        Plan plan = Results.plan(limits.toArray(Limit[]::new));
        long few = Math.min(requests, failed);
        long many = Math.min(requests, failed + more);

        VerdictKind better = judge(plan, Results.with(requests, Map.of(Outcome.STATUS, few), dropped));
        VerdictKind worse = judge(plan, Results.with(requests, Map.of(Outcome.STATUS, many), dropped + moreDropped));

        assertThat(worse).isGreaterThanOrEqualTo(better);
    }

    @Property(tries = 200)
    void aWiderLimitNeverWorsensAVerdict(
            @ForAll LimitMetric metric, @ForAll @LongRange(min = 4, max = 1L << 40) long p99) {
        boolean share = metric.kind() == LimitMetric.Kind.SHARE;
        Limit narrow = new Limit(metric, share ? 0.01 : 1e6);
        Limit wide = new Limit(metric, share ? 0.1 : metric.kind() == LimitMetric.Kind.RATE ? 1 : 1e9);
        ScenarioResult result = Results.with(1000, Map.of(Outcome.STATUS, 50L), 0, p99);

        assertThat(judge(Results.plan(wide), result)).isLessThanOrEqualTo(judge(Results.plan(narrow), result));
    }

    @Property(tries = 200)
    void everyVerdictIsTheWorstOfItsFindingsAndSurvivesItsFile(
            @ForAll("limits") List<Limit> limits,
            @ForAll @IntRange(min = 0, max = 50) int requests,
            @ForAll @IntRange(min = 0, max = 50) int failed)
            throws Exception {
        Plan plan = Results.plan(limits.toArray(Limit[]::new));
        Map<Outcome, Long> errors = Map.of(Outcome.TIMEOUT, (long) Math.min(requests, failed));

        Verdict verdict = Judge.judge(plan, Results.run(plan, Results.with(requests, errors, failed)));

        assertThat(verdict.findings())
                .isNotEmpty()
                .allMatch(finding -> finding.verdict().compareTo(verdict.kind()) <= 0);
        assertThat(verdict.findings()).anyMatch(finding -> finding.verdict() == verdict.kind());
        assertThat(Json.read(Json.document(verdict), Verdict.class)).isEqualTo(verdict);
    }

    @Provide
    Arbitrary<List<Limit>> limits() {
        return Arbitraries.of(
                        new Limit(LimitMetric.P50, 5e6),
                        new Limit(LimitMetric.P99, 1e9),
                        new Limit(LimitMetric.MAX, 30e6),
                        new Limit(LimitMetric.ERROR_RATE, 0.05),
                        new Limit(LimitMetric.THROUGHPUT, 50))
                .list()
                .uniqueElements();
    }

    private static VerdictKind judge(Plan plan, ScenarioResult result) {
        return Judge.judge(plan, Results.run(plan, result)).kind();
    }
}

package io.fetchmark.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.json.Json;
import io.fetchmark.plan.Client;
import io.fetchmark.result.ComparisonFixtures;
import io.fetchmark.result.ResultFixtures;
import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Judge;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class BuildTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void hasTheFiguresOfEachResultAndTheVerdictOfEach() {
        RunResult run = ResultFixtures.run();
        Verdict verdict = Judge.judge(ResultFixtures.plan(), run);

        Build build = Build.of(run, Optional.of(verdict), Optional.of(HistoryFixtures.COMMIT));

        assertThat(build.verdict()).contains(VerdictKind.LIMIT_BROKEN);
        assertThat(build.results()).hasSameSizeAs(run.results());
        BuildFigures steady = build.find("steady", Client.ASYNC).orElseThrow();
        assertThat(steady.responseTimeNanos()).isEqualTo(run.results().get(2).responseTimeNanos());
        assertThat(steady.throughputPerSecond()).isEqualTo(run.results().get(2).throughputPerSecond());
        assertThat(steady.errorRate()).isPositive();
        assertThat(steady.scenarioHash()).isPresent();
        assertThat(build.results().stream().map(one -> one.verdict().orElseThrow()))
                .contains(VerdictKind.PASS, VerdictKind.LIMIT_BROKEN);
        assertThat(Json.line(build)).hasSizeLessThan(8_000).doesNotContain("hlog");
    }

    @Test
    void hasTheRatiosThatTheGateTold() {
        Verdict verdict = Verdict.of(List.of(
                against(FindingMetric.P50, OptionalDouble.of(1.05)),
                against(FindingMetric.P99, NONE),
                against(FindingMetric.ERROR_RATE, OptionalDouble.of(2)),
                new Finding(
                        "home-page",
                        Client.THREADS,
                        FindingMetric.MAX,
                        VerdictKind.PASS,
                        OptionalDouble.of(9e6),
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        OptionalDouble.of(1e7),
                        "a limit")));

        Build build = Build.of(ComparisonFixtures.run(), Optional.of(verdict), Optional.empty());

        assertThat(build.find("home-page", Client.THREADS).orElseThrow().ratios())
                .containsExactly(
                        new BaselineRatio(FindingMetric.P50, 1.05, OptionalDouble.of(1.04), OptionalDouble.of(1.06)));
        assertThat(build.find("home-page", Client.ASYNC).orElseThrow().ratios()).isEmpty();
    }

    @Test
    void itsIdIsThatOfItsRunHoweverItWasJudged() {
        RunResult run = ResultFixtures.run();
        Build open = Build.of(run, Optional.empty(), Optional.empty());
        Build judged = Build.of(
                run, Optional.of(Judge.judge(ResultFixtures.plan(), run)), Optional.of(HistoryFixtures.COMMIT));

        assertThat(open.id()).matches("20261122T143000Z-[0-9a-f]{8}").isEqualTo(judged.id());
        assertThat(HistoryFixtures.build(3).id())
                .startsWith("20261004T070312Z-")
                .isNotEqualTo(HistoryFixtures.elsewhere(3).id());
    }

    @Property(tries = 200)
    void anyBuildIsReadAsItWasWritten(@ForAll("builds") Build build) throws Exception {
        assertThat(Json.read(Json.document(build), Build.class)).isEqualTo(build);
        assertThat(Json.read(Json.document(build), Build.class).id()).isEqualTo(build.id());
    }

    @Provide
    Arbitrary<Build> builds() {
        Arbitrary<Double> figures = Arbitraries.doubles().between(0, 1e12);
        Arbitrary<BaselineRatio> ratios = Combinators.combine(
                        Arbitraries.of(FindingMetric.class),
                        Arbitraries.doubles().between(0.01, 1000))
                .as((metric, ratio) -> new BaselineRatio(
                        metric, ratio, ratio > 1 ? OptionalDouble.of(ratio / 2) : NONE, OptionalDouble.of(2 * ratio)));
        Build like = HistoryFixtures.build(1);
        Arbitrary<BuildFigures> results = Combinators.combine(
                        Arbitraries.of(like.results()),
                        Arbitraries.strings().alpha().optional(),
                        Arbitraries.of(VerdictKind.class).optional(),
                        Arbitraries.longs().between(0, Long.MAX_VALUE),
                        Arbitraries.doubles().between(0, 1),
                        figures,
                        figures.optional(),
                        ratios.list().ofMaxSize(3))
                .as((one, hash, verdict, requests, errors, rate, cpu, all) -> new BuildFigures(
                        one.scenario(),
                        one.client(),
                        one.load(),
                        hash,
                        verdict,
                        requests,
                        errors,
                        rate,
                        one.serviceTimeNanos(),
                        one.responseTimeNanos(),
                        cpu.map(OptionalDouble::of).orElse(NONE),
                        all));
        return Combinators.combine(
                        Arbitraries.strings().alpha().optional(),
                        Arbitraries.integers().between(-9_999, 9_999),
                        Arbitraries.of(VerdictKind.class).optional(),
                        results.list().ofMaxSize(4))
                .as((commit, day, verdict, all) ->
                        new Build(1, commit, HistoryFixtures.build(day).environment(), like.target(), verdict, all));
    }

    private static Finding against(FindingMetric metric, OptionalDouble estimate) {
        return new Finding(
                "home-page",
                Client.THREADS,
                metric,
                VerdictKind.PASS,
                estimate,
                OptionalDouble.of(1.04),
                OptionalDouble.of(1.06),
                OptionalDouble.of(0.01),
                NONE,
                NONE,
                NONE,
                "against the baseline");
    }
}

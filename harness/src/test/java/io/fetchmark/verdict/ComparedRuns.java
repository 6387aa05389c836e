package io.fetchmark.verdict;

import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.Side;
import io.fetchmark.result.WarmUp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Runs with a comparison, for tests of what the judge says of them. */
final class ComparedRuns {

    static final NginxSpec NGINX = NginxSpec.welcome("nginx:1.28");
    static final Load CLOSED = new Load.Closed(5);
    static final int PLANNED = 72;

    private ComparedRuns() {}

    /** The same pairs with a baseline of which so many of 1000 fail. */
    static List<Pair> failing(List<Pair> pairs, long failed) {
        return pairs.stream()
                .map(pair -> new Pair(
                        pair.first(),
                        0,
                        0,
                        pair.candidate(),
                        block((double) pair.baseline().p50(), failed)))
                .toList();
    }

    static Regression regression() {
        return Regression.of(
                RegressionMetric.P50.gated(),
                RegressionMetric.THROUGHPUT.gated(),
                RegressionMetric.CPU_PER_REQUEST.gated());
    }

    static Comparison warmedUp(Comparison comparison, boolean steady) {
        return new Comparison(
                comparison.scenario(),
                comparison.client(),
                comparison.load(),
                Optional.of(new WarmUp(10, Optional.of(steady))),
                comparison.blockSeconds(),
                comparison.plannedPairs(),
                comparison.screening(),
                comparison.plannedConfirmation(),
                comparison.confirmation(),
                comparison.histograms(),
                comparison.warnings());
    }

    static Verdict judge(Comparison comparison) {
        return judge(regression(), comparison);
    }

    static Verdict judge(Regression regression, Comparison comparison) {
        return judged(plan(regression, comparison.load()), comparison);
    }

    static Verdict judged(Plan plan, Comparison comparison) {
        RunResult run = Results.run(plan, Results.ok());
        return Judge.judge(plan, run.compared(run.target(), List.of(comparison)));
    }

    static Plan plan(Regression regression, Load load) {
        Scenario scenario = Scenario.of(
                        Results.SCENARIO, Results.plan().scenarios().get(0).request(), load, Client.ASYNC)
                .comparedBy(regression);
        return new Plan(NGINX, Optional.of(new Baseline.Beside(NGINX)), RuntimeChoice.AUTO, 1, List.of(scenario), 1);
    }

    static Finding finding(Verdict verdict, FindingMetric metric) {
        return verdict.findings().stream()
                .filter(Finding::againstBaseline)
                .filter(finding -> finding.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    static Comparison comparison(Load load, List<Pair> screening, List<Pair> confirmation) {
        return new Comparison(
                Results.SCENARIO,
                Client.ASYNC,
                load,
                0.25,
                PLANNED,
                screening,
                confirmation.isEmpty() ? 0 : 60,
                confirmation,
                List.of(),
                List.of());
    }

    /** Blocks of 1000 exchanges; the candidate takes so many times as long, and so many of its exchanges fail. */
    static List<Pair> pairs(int count, double ratio, long failed, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(pair -> new Pair(
                        Side.CANDIDATE,
                        0,
                        0,
                        block(1e6 * ratio * random.nextDouble(0.97, 1.03), failed),
                        block(1e6 * random.nextDouble(0.97, 1.03), 0)))
                .toList();
    }

    static BlockFigures block(double nanos, long failed) {
        long time = Math.round(nanos);
        return new BlockFigures(
                1000,
                failed,
                (1000 - failed) * 1e6 / nanos,
                time,
                time,
                time,
                time,
                0,
                OptionalDouble.of(nanos / 10),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }

    static BlockFigures unmetered(BlockFigures block) {
        return with(block, 0, OptionalDouble.empty());
    }

    static BlockFigures stalled(BlockFigures block) {
        return new BlockFigures(
                block.requests(),
                block.failed(),
                block.perSecond(),
                block.p50(),
                block.p90(),
                block.p95(),
                block.p99(),
                block.startLatenessP50(),
                block.targetCpuNanosPerRequest(),
                block.clientCpuNanosPerRequest(),
                block.stealNanos(),
                OptionalLong.of(2_000_000_000));
    }

    static BlockFigures late(BlockFigures block) {
        return with(block, 200_000_000, block.targetCpuNanosPerRequest());
    }

    static BlockFigures with(BlockFigures block, long lateness, OptionalDouble cpu) {
        return new BlockFigures(
                block.requests(),
                block.failed(),
                block.perSecond(),
                block.p50(),
                block.p90(),
                block.p95(),
                block.p99(),
                lateness,
                cpu,
                block.clientCpuNanosPerRequest(),
                block.stealNanos());
    }
}

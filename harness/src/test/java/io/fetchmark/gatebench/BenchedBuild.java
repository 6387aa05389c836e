package io.fetchmark.gatebench;

import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A line of the log of {@code dev/bench-gate}: one build, and what the gate said of it.
 *
 * @param slower the share of CPU time by which the candidate was made slower, 0 for none
 * @param neighbour whether a noisy neighbour ran beside it
 * @param verdict of the comparison alone
 * @param seconds that the whole build took, and the comparison as a part of it
 * @param candidate what a rule with stored numbers would have of the candidate
 * @param baseline the same of the baseline
 */
record BenchedBuild(
        double slower,
        boolean neighbour,
        long seed,
        String start,
        VerdictKind verdict,
        double seconds,
        double comparisonSeconds,
        int screened,
        int confirmed,
        List<Figure> findings,
        Raw candidate,
        Raw baseline) {

    /** What the gate said of one metric. */
    record Figure(
            String metric,
            VerdictKind verdict,
            OptionalDouble ratio,
            OptionalDouble low,
            OptionalDouble high,
            OptionalDouble noiseFloor) {}

    /** Medians over the blocks of one side: what would be stored if only numbers were. */
    record Raw(double p50, double throughput, double cpuPerRequest) {

        static Raw of(List<BlockFigures> blocks) {
            return new Raw(
                    median(blocks, BlockFigures::p50),
                    median(blocks, BlockFigures::perSecond),
                    median(blocks, block -> block.targetCpuNanosPerRequest().orElse(Double.NaN)));
        }

        private static double median(List<BlockFigures> blocks, ToDoubleFunction<BlockFigures> figure) {
            double[] sorted = blocks.stream().mapToDouble(figure).sorted().toArray();
            return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        }
    }

    static BenchedBuild of(
            double slower,
            boolean neighbour,
            RunResult run,
            Verdict verdict,
            double seconds,
            double comparisonSeconds) {
        Comparison comparison = run.comparisons().orElseThrow().get(0);
        List<Finding> findings = verdict.findings().stream()
                .filter(finding -> finding.tolerance().isPresent())
                .toList();
        return new BenchedBuild(
                slower,
                neighbour,
                run.environment().seed(),
                run.environment().start().toString(),
                findings.stream().map(Finding::verdict).reduce(VerdictKind.PASS, VerdictKind::worse),
                seconds,
                comparisonSeconds,
                comparison.screening().size(),
                comparison.confirmation().size(),
                findings.stream()
                        .map(finding -> new Figure(
                                finding.metric().toString(),
                                finding.verdict(),
                                finding.estimate(),
                                finding.low(),
                                finding.high(),
                                finding.noiseFloor()))
                        .toList(),
                Raw.of(comparison.screening().stream().map(Pair::candidate).toList()),
                Raw.of(comparison.screening().stream().map(Pair::baseline).toList()));
    }

    /** Whether one metric at least had that verdict. */
    boolean has(VerdictKind kind) {
        return findings.stream().anyMatch(finding -> finding.verdict() == kind);
    }

    /**
     * Whether a rule that compares with the stored numbers of an earlier build, and allows for so much more, would fail
     * this one.
     */
    boolean failsAgainst(BenchedBuild earlier, double allowed) {
        Raw stored = earlier.baseline();
        return candidate.p50() > stored.p50() * (1 + allowed)
                || candidate.throughput() < stored.throughput() / (1 + allowed)
                || candidate.cpuPerRequest() > stored.cpuPerRequest() * (1 + allowed);
    }

    /** The ratio that the gate found for a metric. */
    OptionalDouble ratio(String metric) {
        Optional<Figure> figure =
                findings.stream().filter(one -> one.metric().equals(metric)).findFirst();
        return figure.isPresent() ? figure.get().ratio() : OptionalDouble.empty();
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}

package io.fetchmark.report;

import io.fetchmark.measure.Distribution;
import io.fetchmark.measure.IntervalLog;
import io.fetchmark.measure.Slice;
import io.fetchmark.measure.Vitals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.Side;
import io.fetchmark.stats.Bounds;
import io.fetchmark.stats.HodgesLehmann;
import io.fetchmark.stats.Spread;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.VerdictKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Comparisons as they might have been, with their interval logs. The pairs of {@code threads} are 5 % slower at the median
 * and take less CPU time; those of {@code async} are as fast, with a tail that is too noisy to tell.
 */
final class SampleComparison {

    static final String SCENARIO = "home-page";

    private final Random random = new Random(11);

    private SampleComparison() {}

    /** Both comparisons; their interval logs are in the directory afterwards. */
    static List<Comparison> write(Path directory) throws IOException {
        Comparison threads = threads();
        Comparison async = async();
        for (Comparison comparison : List.of(threads, async)) {
            double slower = comparison.client() == Client.THREADS ? 1.052 : 1;
            new SampleComparison().log(directory.resolve(comparison.histograms().get(0)), slower);
            new SampleComparison().log(directory.resolve(comparison.histograms().get(1)), 1);
        }
        return List.of(threads, async);
    }

    /** What a gate may say of them. */
    static List<Finding> findings() {
        Comparison threads = threads();
        Comparison async = async();
        return List.of(
                finding(threads, FindingMetric.P50, VerdictKind.REGRESSION),
                finding(threads, FindingMetric.P90, VerdictKind.PASS),
                finding(threads, FindingMetric.THROUGHPUT, VerdictKind.REGRESSION),
                finding(threads, FindingMetric.CPU_PER_REQUEST, VerdictKind.PASS),
                errors(threads),
                finding(async, FindingMetric.P50, VerdictKind.PASS),
                finding(async, FindingMetric.P99, VerdictKind.INCONCLUSIVE),
                errors(async));
    }

    /**
     * A comparison of {@code threads} in each scenario of a run, in as many pairs as a budget allows for. The interval logs are those of
     * {@link #write}.
     */
    static List<Comparison> ofAll(RunResult run) {
        SampleComparison sample = new SampleComparison();
        return run.results().stream()
                .filter(result -> result.client() == Client.THREADS)
                .map(result -> new Comparison(
                        result.scenario(),
                        result.client(),
                        result.load(),
                        0.35,
                        96,
                        sample.pairs(96, 1.001, 0.999, 1.002, 0.012),
                        0,
                        List.of(),
                        threads().histograms(),
                        List.of()))
                .toList();
    }

    /** What a gate may say of those, in the metrics that it judges by default. */
    static List<Finding> findingsOfAll(List<Comparison> comparisons) {
        return comparisons.stream()
                .flatMap(comparison -> Stream.of(
                        finding(comparison, FindingMetric.P50, VerdictKind.PASS),
                        finding(comparison, FindingMetric.THROUGHPUT, VerdictKind.PASS),
                        finding(comparison, FindingMetric.CPU_PER_REQUEST, VerdictKind.PASS),
                        errors(comparison)))
                .toList();
    }

    static Comparison threads() {
        SampleComparison sample = new SampleComparison();
        return comparison(Client.THREADS, sample.pairs(48, 1.052, 1.003, 0.94, 0.02))
                .confirmedBy(60, sample.pairs(60, 1.052, 1.003, 0.94, 0.02), Optional.empty(), List.of());
    }

    static Comparison async() {
        return comparison(Client.ASYNC, new SampleComparison().pairs(96, 1.001, 0.999, 1.002, 0.012));
    }

    static Finding finding(Comparison comparison, FindingMetric metric, VerdictKind verdict) {
        Finding figures = finding(comparison, metric, verdict, "not said yet");
        String change = new Change(figures, new PairedMetric(metric, comparison)).sentence(Language.ENGLISH);
        return finding(
                comparison,
                metric,
                verdict,
                change + "; 60 pairs, noise floor "
                        + Percent.size(figures.noiseFloor().orElseThrow())
                        + ", minimum detectable change "
                        + Percent.size(figures.smallestDetectableChange().orElseThrow()));
    }

    static Finding finding(Comparison comparison, FindingMetric metric, VerdictKind verdict, String reason) {
        PairedMetric pairs = new PairedMetric(metric, comparison);
        double[] logs = Arrays.stream(pairs.changes()).map(Math::log1p).toArray();
        Bounds interval = new HodgesLehmann(logs).interval(0.95);
        double noise = Math.expm1(Spread.robust(logs));
        double tolerance = metric == FindingMetric.P99 ? 0.05 : 0.01;
        return new Finding(
                comparison.scenario(),
                comparison.client(),
                metric,
                verdict,
                OptionalDouble.of(Math.exp(new HodgesLehmann(logs).estimate())),
                OptionalDouble.of(Math.exp(interval.low())),
                OptionalDouble.of(Math.exp(interval.high())),
                OptionalDouble.of(tolerance),
                OptionalDouble.of(noise),
                OptionalDouble.of(tolerance + 4.4 * noise / Math.sqrt(logs.length)),
                OptionalDouble.empty(),
                verdict == VerdictKind.PASS && isBetter(interval, Math.log1p(tolerance), pairs.isLessWorse()),
                reason);
    }

    private static boolean isBetter(Bounds interval, double tolerance, boolean isLessWorse) {
        return isLessWorse ? interval.low() > tolerance : interval.high() < -tolerance;
    }

    private static Finding errors(Comparison comparison) {
        OptionalDouble none = OptionalDouble.empty();
        return new Finding(
                comparison.scenario(),
                comparison.client(),
                FindingMetric.ERROR_RATE,
                VerdictKind.PASS,
                none,
                none,
                none,
                OptionalDouble.of(0),
                none,
                none,
                none,
                "no exchange failed on either side");
    }

    static Comparison comparison(Client client, List<Pair> pairs) {
        return new Comparison(
                SCENARIO,
                client,
                new Load.Closed(50),
                0.35,
                96,
                pairs,
                0,
                List.of(),
                List.of(SCENARIO + "-" + client + "-candidate.hlog", SCENARIO + "-" + client + "-baseline.hlog"),
                List.of());
    }

    /** Pairs whose p50, p90 and CPU time differ by these factors, with noise of that deviation, and now and then a burst. */
    List<Pair> pairs(int number, double p50, double p90, double cpu, double noise) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            double machine = 1 + 0.03 * Math.sin(i / 9.0);
            double burst = i % 31 == 17 ? 1.4 : 1;
            pairs.add(new Pair(
                    random.nextBoolean() ? Side.CANDIDATE : Side.BASELINE,
                    i % 2,
                    (i / 2) % 2,
                    block(machine * burst, p50, p90, cpu, noise),
                    block(machine, 1, 1, 1, noise)));
        }
        return pairs;
    }

    private BlockFigures block(double machine, double p50, double p90, double cpu, double noise) {
        double median = 5.1e6 * machine * p50 * chance(noise);
        return new BlockFigures(
                3300,
                0,
                9500 / (machine * p50) * chance(noise),
                (long) median,
                (long) (9.4e6 * machine * p90 * chance(noise)),
                (long) (1.2e7 * machine * p90 * chance(noise)),
                (long) (2.1e7 * machine * chance(14 * noise)),
                9_000,
                OptionalDouble.of(14_800 * cpu * chance(noise / 4)),
                OptionalDouble.of(41_000),
                OptionalLong.of(0));
    }

    private double chance(double deviation) {
        return Math.exp(deviation * random.nextGaussian());
    }

    private void log(Path file, double slower) throws IOException {
        List<Slice> slices = IntStream.range(0, 16)
                .mapToObj(i -> IntStream.range(0, 2000)
                        .mapToLong(k -> (long) (5.1e6 * slower * Math.exp(0.4 * random.nextGaussian())))
                        .toArray())
                .map(times -> slice(Distribution.of(times)))
                .toList();
        IntervalLog.write(file, Instant.parse("2026-11-22T14:05:00Z"), slices, Slice::responseTime);
    }

    private static Slice slice(Distribution times) {
        return new Slice(
                0,
                350_000_000,
                Map.of(),
                Map.of(),
                Map.of(),
                0,
                0,
                Map.of(),
                times,
                times,
                Distribution.of(0),
                Vitals.NONE);
    }
}

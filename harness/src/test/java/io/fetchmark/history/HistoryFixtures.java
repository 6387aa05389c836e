package io.fetchmark.history;

import io.fetchmark.plan.Client;
import io.fetchmark.result.Environment;
import io.fetchmark.result.ResultFixtures;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TimeSummary;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Made-up builds of the run of {@link ResultFixtures}, a day apart. Nothing is measured. */
public final class HistoryFixtures {

    public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private HistoryFixtures() {}

    /** The build of a day, which passed. */
    public static Build build(int day) {
        return of(at(ResultFixtures.run(), day, "Intel(R) Xeon(R) CPU @ 2.20GHz"), 1);
    }

    /** The same on another machine. */
    public static Build elsewhere(int day) {
        return of(at(ResultFixtures.run(), day, "Other CPU"), 1);
    }

    /** The builds of days 1 to a last one. */
    public static History until(int day) {
        return new History(
                IntStream.rangeClosed(1, day).mapToObj(HistoryFixtures::build).toList());
    }

    /**
     * A build of a run, all of whose findings passed.
     *
     * @param slower how many times as long its responses took, and so its ratio to the baseline
     */
    public static Build of(RunResult run, double slower) {
        Build plain = Build.of(run, Optional.<Verdict>empty(), Optional.of(COMMIT));
        return with(
                plain,
                plain.target(),
                plain.results().stream().map(one -> slower(one, slower)).toList());
    }

    /** A build with other results. */
    public static Build with(Build build, TargetFacts target, List<BuildFigures> results) {
        return new Build(1, build.gitCommit(), build.environment(), target, Optional.of(VerdictKind.PASS), results);
    }

    /** Figures with another load and verdict. */
    public static BuildFigures as(BuildFigures like, Optional<String> hash, VerdictKind verdict) {
        return new BuildFigures(
                like.scenario(),
                like.client(),
                like.load(),
                hash,
                Optional.of(verdict),
                like.requests(),
                like.errorRate(),
                like.throughputPerSecond(),
                like.serviceTimeNanos(),
                like.responseTimeNanos(),
                like.targetCpuNanosPerRequest(),
                like.ratios());
    }

    /** The run as if it had started on another day. */
    public static RunResult at(RunResult run, int day, String cpuModel) {
        Environment old = run.environment();
        Environment environment = new Environment(
                Instant.parse("2026-10-01T07:03:12.345678Z")
                        .plus(Duration.ofDays(day))
                        .toString(),
                old.fetchmark(),
                cpuModel,
                old.cores(),
                old.os(),
                old.kernel(),
                old.jdk(),
                old.docker(),
                old.maven(),
                old.seed(),
                old.scenarioHash(),
                old.clientCpus());
        return new RunResult(
                run.schemaVersion(),
                environment,
                run.target(),
                run.results(),
                run.notMeasured(),
                run.baseline(),
                run.comparisons());
    }

    private static BuildFigures slower(BuildFigures like, double factor) {
        return new BuildFigures(
                like.scenario(),
                like.client(),
                like.load(),
                like.scenarioHash(),
                Optional.of(VerdictKind.PASS),
                like.requests(),
                like.errorRate(),
                like.throughputPerSecond() / factor,
                like.serviceTimeNanos(),
                times(like.responseTimeNanos(), factor),
                like.targetCpuNanosPerRequest(),
                like.client() == Client.THREADS
                        ? List.of(
                                new BaselineRatio(
                                        FindingMetric.P50,
                                        factor,
                                        OptionalDouble.of(factor - 0.01),
                                        OptionalDouble.of(factor + 0.01)),
                                new BaselineRatio(
                                        FindingMetric.THROUGHPUT,
                                        1 / factor,
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty()))
                        : List.of());
    }

    private static TimeSummary times(TimeSummary like, double factor) {
        return new TimeSummary(
                like.min(),
                like.mean(),
                (long) (like.p50() * factor),
                (long) (like.p90() * factor),
                (long) (like.p95() * factor),
                (long) (like.p99() * factor),
                like.p999(),
                like.max());
    }
}

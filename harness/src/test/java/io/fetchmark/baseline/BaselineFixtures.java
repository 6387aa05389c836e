package io.fetchmark.baseline;

import io.fetchmark.measure.Distribution;
import io.fetchmark.measure.IntervalLog;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Slice;
import io.fetchmark.measure.Vitals;
import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.ComparisonFixtures;
import io.fetchmark.result.Environment;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioHash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Made-up runs with a recorded baseline: one scenario, one client. Nothing is measured. */
public final class BaselineFixtures {

    private BaselineFixtures() {}

    /** A plan whose scenario is held against a recorded baseline by p50 alone, and by errors. */
    public static Plan plan() {
        Scenario scenario = Scenario.of("home-page", Request.get("/"), new Load.Closed(50), Client.THREADS)
                .comparedBy(Regression.of(RegressionMetric.P50.gated()));
        return new Plan(
                NginxSpec.welcome("nginx:1.28"),
                Optional.of(new Baseline.Recorded(Path.of("src/perf/baseline"))),
                RuntimeChoice.AUTO,
                1,
                List.of(scenario),
                42);
    }

    /**
     * A run of the plan.
     *
     * @param day tells runs apart, and is the seed of its noise
     * @param slower how much slower the target is than the reference, as a log ratio
     */
    public static RunResult run(int day, double slower) {
        return run(day, slower, "Intel(R) Xeon(R) CPU @ 2.20GHz");
    }

    /** The same on another machine. */
    public static RunResult run(int day, double slower, String cpuModel) {
        Comparison comparison = ComparisonFixtures.comparison("home-page", Client.THREADS, slower, day);
        RunResult made = ComparisonFixtures.with(List.of(comparison));
        Environment old = made.environment();
        Environment environment = new Environment(
                Instant.parse("2026-11-22T14:30:00Z").plus(Duration.ofDays(day)).toString(),
                old.fetchmark(),
                cpuModel,
                old.cores(),
                old.os(),
                old.kernel(),
                old.jdk(),
                old.docker(),
                old.maven(),
                old.seed(),
                ScenarioHash.of(plan()),
                old.clientCpus());
        return new RunResult(
                made.schemaVersion(),
                environment,
                made.target(),
                made.results(),
                made.notMeasured(),
                made.baseline(),
                made.comparisons());
    }

    /** What is recorded of a run, whose interval logs are written into a directory. */
    public static RecordedRun recorded(RunResult run, Path directory) throws IOException {
        for (Comparison comparison : run.comparisons().orElseThrow()) {
            for (String name : comparison.histograms()) {
                IntervalLog.write(
                        directory.resolve(name),
                        Instant.parse("2026-11-22T14:30:00Z"),
                        List.of(slice(name)),
                        Slice::responseTime);
            }
        }
        return RecordedRun.of(plan(), run, directory, Optional.of("0123456789abcdef0123456789abcdef01234567"));
    }

    private static Slice slice(String name) {
        long time = name.contains("candidate") ? 515_000 : 500_000;
        Distribution times = Distribution.of(time, time + 1000, 2 * time);
        return new Slice(
                0,
                1_000_000_000,
                Map.<Outcome, Long>of(),
                Map.of(),
                Map.of(),
                0,
                0,
                Map.of(),
                times,
                times,
                Distribution.of(1, 2, 3),
                new Vitals(List.of(1), 1, 1, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()));
    }
}

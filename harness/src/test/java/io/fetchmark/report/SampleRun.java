package io.fetchmark.report;

import io.fetchmark.measure.IntervalLog;
import io.fetchmark.measure.Recording;
import io.fetchmark.measure.Slice;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.result.DelayFacts;
import io.fetchmark.result.Environment;
import io.fetchmark.result.Generator;
import io.fetchmark.result.LadderStep;
import io.fetchmark.result.MeterSource;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.NotMeasured;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.SliceSummary;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.result.TargetUse;
import io.fetchmark.result.TimeSummary;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/** A run as it might have been, with its interval logs: a ladder, a closed and an open load, and comparisons of the closed one. */
final class SampleRun {

    private static final Instant START = Instant.parse("2026-11-22T14:00:00Z");
    private static final List<Integer> STEPS = List.of(1, 10, 50, 100, 500);
    private static final Map<Client, List<Double>> SECONDS = Map.of(
            Client.SEQUENTIAL, List.of(0.058, 0.531, 2.629, 5.279, 27.011),
            Client.THREADS, List.of(0.058, 0.075, 0.130, 0.232, 0.908),
            Client.VIRTUAL_THREADS, List.of(0.056, 0.071, 0.115, 0.171, 0.508),
            Client.ASYNC, List.of(0.056, 0.069, 0.113, 0.215, 0.493),
            Client.EVENT_LOOP, List.of(0.051, 0.052, 0.054, 0.058, 0.083));

    private final Path directory;
    private final Random random = new Random(7);

    SampleRun(Path directory) {
        this.directory = directory;
    }

    /** The run; its interval logs are in the directory afterwards. */
    RunResult write() throws IOException {
        List<ScenarioResult> results = new ArrayList<>();
        for (Client client : Client.values()) {
            results.add(ladder(client));
        }
        for (Client client : List.of(Client.THREADS, Client.VIRTUAL_THREADS, Client.ASYNC)) {
            results.add(loaded("home-page", client, new Load.Closed(50), 9_500 - 900 * cost(client), 0));
        }
        for (Client client : List.of(Client.THREADS, Client.ASYNC)) {
            results.add(loaded("steady-arrivals", client, new Load.Open(1000, Arrivals.POISSON), 1000, 6));
        }
        return new RunResult(
                        RunResult.SCHEMA_VERSION,
                        environment(),
                        target(TargetRuntime.DOCKER, List.of()),
                        results,
                        List.of(new NotMeasured(
                                "home-page",
                                Client.SEQUENTIAL,
                                "sequential keeps one exchange in flight, and this scenario wants 50")))
                .compared(target(TargetRuntime.DOCKER, List.of()), SampleComparison.write(directory));
    }

    /**
     * A large run, the loads by turns closed and open; its interval logs are in the directory afterwards.
     *
     * @param scenarios how many; each by every client
     */
    RunResult writeLarge(int scenarios) throws IOException {
        List<ScenarioResult> results = new ArrayList<>();
        for (int i = 1; i <= scenarios; i++) {
            Load load = i % 2 == 0 ? new Load.Closed(50) : new Load.Open(1000, Arrivals.POISSON);
            for (Client client : Client.values()) {
                results.add(loaded("scenario-" + i, client, load, 1000, i % 5));
            }
        }
        return new RunResult(
                RunResult.SCHEMA_VERSION, environment(), target(TargetRuntime.DOCKER, List.of()), results, List.of());
    }

    /** A verdict of that run, with a broken limit and a regression. */
    static Verdict verdict() {
        List<Finding> findings = new ArrayList<>(SampleComparison.findings());
        findings.addAll(List.of(
                finding("fetch-ladder", Client.ASYNC, FindingMetric.MEASURED, VerdictKind.PASS, "661 requests"),
                finding("home-page", Client.THREADS, FindingMetric.P99, VerdictKind.PASS, "p99 12.3 ms, limit 50 ms"),
                finding("home-page", Client.ASYNC, FindingMetric.P99, VerdictKind.PASS, "p99 9.87 ms, limit 50 ms"),
                finding(
                        "steady-arrivals",
                        Client.ASYNC,
                        FindingMetric.P99,
                        VerdictKind.LIMIT_BROKEN,
                        "p99 612 ms, limit 20 ms")));
        return Verdict.of(findings);
    }

    static TargetFacts target(TargetRuntime runtime, List<String> warnings) {
        return new TargetFacts(
                "nginx",
                runtime,
                NetworkPath.HOST,
                URI.create("http://127.0.0.1:40195"),
                Optional.of("nginx:1.28"),
                Optional.of("sha256:4e1f3f0c7a4a"),
                Optional.of("nginx@sha256:9d6b58feebd2dbd3c56ab5853333d627cc6e281011cfd6050fa4bcf2072c9496"),
                Optional.of("20.10.24 at unix:///var/run/docker.sock"),
                Optional.of("0"),
                Optional.empty(),
                Optional.of(new DelayFacts("echo", 50_000_000, 50_400_000, 51_900_000, 40)),
                Optional.empty(),
                warnings);
    }

    static Environment environment() {
        return new Environment(
                START.toString(),
                "0.1.0-SNAPSHOT",
                "Intel(R) Xeon(R) Processor @ 2.50GHz",
                2,
                "Linux",
                "6.1.0-18-amd64",
                "17.0.15",
                Optional.of("20.10.24"),
                Optional.of("3.8.7"),
                20_261_122,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                Optional.of("1"));
    }

    static Finding finding(String scenario, Client client, FindingMetric metric, VerdictKind verdict, String reason) {
        OptionalDouble unknown = OptionalDouble.empty();
        return new Finding(
                scenario, client, metric, verdict, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
                reason);
    }

    private static int cost(Client client) {
        return switch (client) {
            case SEQUENTIAL -> 0;
            case THREADS -> 1;
            case VIRTUAL_THREADS -> 2;
            case ASYNC -> 3;
            case EVENT_LOOP -> -3;
        };
    }

    private ScenarioResult ladder(Client client) throws IOException {
        List<LadderStep> steps = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < STEPS.size(); i++) {
            double seconds = SECONDS.getOrDefault(client, List.of()).get(i);
            steps.add(new LadderStep(STEPS.get(i), seconds));
            total += seconds;
        }
        return result("fetch-ladder", client, new Load.Ladder(STEPS), climb(client), total, steps, List.of());
    }

    private ScenarioResult loaded(String scenario, Client client, Load load, int perSecond, int stalledSecond)
            throws IOException {
        List<String> warnings = stalledSecond > 0 && client == Client.ASYNC
                ? List.of("the forked JVM used 97 % of its CPUs: this machine, not the target, may be the limit")
                : List.of();
        List<Slice> slices = slices(perSecond, stalledSecond);
        if (!warnings.isEmpty()) {
            slices.set(stalledSecond, SampleSlice.failing(slices.get(stalledSecond)));
        }
        return result(scenario, client, load, slices, 10, List.of(), warnings);
    }

    private ScenarioResult result(
            String scenario,
            Client client,
            Load load,
            List<Slice> slices,
            double seconds,
            List<LadderStep> steps,
            List<String> warnings)
            throws IOException {
        List<String> logs =
                List.of(scenario + "-" + client + "-service.hlog", scenario + "-" + client + "-response.hlog");
        IntervalLog.write(directory.resolve(logs.get(0)), START, slices, Slice::serviceTime);
        IntervalLog.write(directory.resolve(logs.get(1)), START, slices, Slice::responseTime);
        Recording recording = new Recording(slices);
        List<SliceSummary> course = SliceSummary.of(recording).stream()
                .map(slice -> slice.with(Optional.of(SampleSlice.target(slice))))
                .toList();
        long requests = recording.requests();
        return new ScenarioResult(
                scenario,
                client,
                load,
                requests,
                requests / 3,
                Optional.empty(),
                Optional.of(Map.of()),
                recording.errors(),
                Optional.empty(),
                seconds,
                (double) requests / seconds,
                TimeSummary.of(recording.serviceTime()),
                TimeSummary.of(recording.responseTime()),
                Optional.of(TimeSummary.of(recording.startLateness())),
                OptionalLong.of(0),
                recording.dropped(),
                OptionalLong.of(recording.reconnected()),
                Optional.of(recording.shortages()),
                OptionalDouble.of(14_800),
                OptionalDouble.of(client == Client.SEQUENTIAL ? 93_400 : 41_000 + 9_000 * cost(client)),
                client == Client.VIRTUAL_THREADS ? "25" : "17.0.15",
                32,
                OptionalInt.of(1),
                logs,
                steps,
                Optional.of(Generator.of(1, course)),
                Optional.of(new TargetUse(
                                MeterSource.CGROUP,
                                OptionalDouble.of(1),
                                requests * 14_800,
                                OptionalLong.of(0),
                                OptionalLong.of(9_437_184),
                                OptionalLong.empty(),
                                OptionalLong.empty())
                        .along(course)),
                Optional.of(course),
                Optional.empty(),
                warnings,
                Optional.of("the load of " + scenario));
    }

    /** A slice for each step: every response waits 50 ms, and for its turn. */
    private List<Slice> climb(Client client) {
        List<Slice> slices = new ArrayList<>();
        double start = 0;
        for (int i = 0; i < STEPS.size(); i++) {
            double seconds = SECONDS.getOrDefault(client, List.of()).get(i);
            long[] service = new long[STEPS.get(i)];
            long[] response = new long[STEPS.get(i)];
            for (int k = 0; k < service.length; k++) {
                service[k] = (long) (51e6 + 3e6 * random.nextDouble());
                response[k] = service[k] + (long) (Math.max(0, seconds * 1e9 - 54e6) * k / service.length);
            }
            slices.add(SampleSlice.of(start, start + seconds, service, response));
            start += seconds;
        }
        return slices;
    }

    /** Ten seconds; in the stalled one, if there is any, nothing is answered for most of it. */
    private List<Slice> slices(int perSecond, int stalledSecond) {
        List<Slice> slices = new ArrayList<>();
        double slow = 3 + random.nextInt(4);
        for (int second = 0; second < 10; second++) {
            boolean stalled = second > 0 && second == stalledSecond;
            int count = (int) (perSecond * (stalled ? 0.35 : 0.96 + 0.08 * random.nextDouble()));
            long[] service = new long[count];
            long[] response = new long[count];
            for (int i = 0; i < count; i++) {
                service[i] = (long) (1e6 * slow * Math.exp(0.35 * random.nextGaussian()));
                boolean late = stalled && i < count / 2;
                response[i] = service[i] + (late ? (long) (random.nextDouble() * 700e6) : random.nextInt(60_000));
            }
            if (count > 3) {
                service[0] = response[0] = response[0] * 9;
            }
            slices.add(SampleSlice.of(second, second + 1, service, response));
        }
        return slices;
    }
}

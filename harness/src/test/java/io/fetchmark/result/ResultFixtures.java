package io.fetchmark.result;

import io.fetchmark.measure.FailureGroup;
import io.fetchmark.measure.IntervalLog;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recording;
import io.fetchmark.measure.Slice;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Limit;
import io.fetchmark.plan.LimitMetric;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.TargetSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A made-up run that looks like a real one: a closed, an open and a ladder scenario, with the interval logs that belong to
 * it. The same on every machine; nothing is measured.
 */
public final class ResultFixtures {

    private static final Map<String, Recording> RECORDINGS = new LinkedHashMap<>();
    private static final RunResult RUN = make();

    private ResultFixtures() {}

    /** The plan that the run has carried out; all of its limits are kept but one. */
    public static Plan plan() {
        Duration delay = Duration.ofMillis(50);
        TargetSpec target = new NginxSpec("nginx:1.28", Optional.of(Path.of("src/main/www")), Optional.empty(), delay);
        return new Plan(target, RuntimeChoice.AUTO, scenarios(), 42);
    }

    /** The run. Virtual threads could not be measured in its ladder. */
    public static RunResult run() {
        return RUN;
    }

    /** The run as if so many workers had driven each load. */
    public static RunResult sharedBy(int workers) {
        List<ScenarioResult> results = RUN.results().stream()
                .map(one -> new ScenarioResult(
                        one.scenario(),
                        one.client(),
                        one.load(),
                        one.requests(),
                        one.warmUpRequests(),
                        one.warmUp(),
                        one.hung(),
                        one.errors(),
                        one.failures(),
                        one.durationSeconds(),
                        one.throughputPerSecond(),
                        one.serviceTimeNanos(),
                        one.responseTimeNanos(),
                        one.startLatenessNanos(),
                        one.late(),
                        one.dropped(),
                        one.reconnected(),
                        one.shortages(),
                        one.targetCpuNanosPerRequest(),
                        one.clientCpuNanosPerRequest(),
                        one.jdk(),
                        one.threads(),
                        OptionalInt.of(workers),
                        one.histograms(),
                        one.steps(),
                        one.generator(),
                        one.targetUse(),
                        one.slices(),
                        one.disturbance(),
                        one.warnings(),
                        one.scenarioHash()))
                .toList();
        return new RunResult(RUN.schemaVersion(), RUN.environment(), RUN.target(), results, RUN.notMeasured());
    }

    /** Writes the run into the directory: the result file and the interval logs. */
    public static void writeTo(Path directory) throws IOException {
        ResultFile.write(directory, RUN);
        for (ScenarioResult result : RUN.results()) {
            Recording recording =
                    RECORDINGS.getOrDefault(stem(result.scenario(), result.client()), new Recording(List.of()));
            IntervalLog.write(
                    directory.resolve(result.histograms().get(0)),
                    RUN.environment().start(),
                    recording.slices(),
                    Slice::serviceTime);
            IntervalLog.write(
                    directory.resolve(result.histograms().get(1)),
                    RUN.environment().start(),
                    recording.slices(),
                    Slice::responseTime);
            IntervalLog.write(
                    directory.resolve(result.histograms().get(2)),
                    RUN.environment().start(),
                    recording.slices(),
                    Slice::startLateness);
        }
    }

    private static List<Scenario> scenarios() {
        Scenario closed = Scenario.of("home-page", Request.get("/"), new Load.Closed(50), Client.THREADS, Client.ASYNC)
                .limitedBy(
                        new Limit(LimitMetric.P99, 80e6),
                        new Limit(LimitMetric.MAX, 80e6),
                        new Limit(LimitMetric.ERROR_RATE, 0));
        Scenario open = Scenario.of("steady", Request.get("/"), new Load.Open(500, Arrivals.POISSON), Client.ASYNC)
                .limitedBy(new Limit(LimitMetric.P99, 70e6), new Limit(LimitMetric.THROUGHPUT, 400));
        Scenario ladder = Scenario.of(
                "ladder",
                Request.get("/"),
                new Load.Ladder(List.of(1, 10, 50, 100, 500)),
                Client.SEQUENTIAL,
                Client.THREADS,
                Client.VIRTUAL_THREADS,
                Client.ASYNC);
        return List.of(closed, open, ladder);
    }

    private static RunResult make() {
        List<Scenario> scenarios = scenarios();
        Environment environment = new Environment(
                "2026-11-22T14:30:00Z",
                "0.1.0",
                "Intel(R) Xeon(R) CPU @ 2.20GHz",
                2,
                "Debian GNU/Linux 12 (bookworm)",
                "6.1.0-18-amd64",
                "17.0.15+6-Debian-1deb12u1",
                Optional.of("20.10.24"),
                Optional.of("3.9.16"),
                42,
                ScenarioHash.of(plan()),
                Optional.of("1"));
        TargetFacts target = new TargetFacts(
                "nginx",
                TargetRuntime.DOCKER,
                NetworkPath.HOST,
                URI.create("http://127.0.0.1:40195"),
                Optional.of("nginx:1.28"),
                Optional.of("sha256:5f1c0b3a9d5e4f5b8f7f5d0c1e2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c"),
                Optional.empty(),
                Optional.of("20.10.24 at unix:///var/run/docker.sock"),
                Optional.of("0"),
                Optional.of(new TargetLimits(OptionalDouble.of(0.5), OptionalLong.of(536_870_912))),
                Optional.of(new DelayFacts("echo", 50_000_000, 50_500_000, 51_700_000, 50)),
                Optional.empty(),
                List.of("The delay is made by the echo module of the image."));
        List<ScenarioResult> results = List.of(
                timed(scenarios.get(0), Client.THREADS, 950, 0, 50),
                timed(scenarios.get(0), Client.ASYNC, 970, 0, 0),
                timed(scenarios.get(1), Client.ASYNC, 500, 2, 0),
                ladder(scenarios.get(2), Client.SEQUENTIAL, 1, 0.0517, 0.521, 2.6, 5.19, 25.93),
                ladder(scenarios.get(2), Client.THREADS, 32, 0.0524, 0.0549, 0.1063, 0.2101, 0.8312),
                ladder(scenarios.get(2), Client.ASYNC, 0, 0.0531, 0.0552, 0.0601, 0.0689, 0.1402));
        NotMeasured virtual = new NotMeasured(
                "ladder", Client.VIRTUAL_THREADS, "virtual-threads needs JDK 21 or newer, and only JDK 17 was found");
        return new RunResult(RunResult.SCHEMA_VERSION, environment, target, results, List.of(virtual));
    }

    private static ScenarioResult timed(Scenario scenario, Client client, int perSecond, int failed, int threads) {
        Random random = new Random(perSecond);
        List<Slice> slices = new ArrayList<>();
        for (int second = 0; second < 10; second++) {
            boolean last = second == 9;
            slices.add(SliceFixtures.slice(random, second, 1, perSecond, last ? failed : 0, last ? failed / 2 : 0));
        }
        return result(scenario, client, new Recording(slices), 10, threads, List.of());
    }

    private static ScenarioResult ladder(Scenario scenario, Client client, int threads, double... seconds) {
        Random random = new Random(threads);
        List<LadderStep> steps = new ArrayList<>();
        List<Slice> slices = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < seconds.length; i++) {
            int fetches = ((Load.Ladder) scenario.load()).fetches().get(i);
            steps.add(new LadderStep(fetches, seconds[i]));
            slices.add(SliceFixtures.slice(random, sum, seconds[i], fetches, 0, 0));
            sum += seconds[i];
        }
        return result(scenario, client, new Recording(slices), sum, threads, steps);
    }

    private static ScenarioResult result(
            Scenario scenario,
            Client client,
            Recording recording,
            double seconds,
            int threads,
            List<LadderStep> steps) {
        String stem = stem(scenario.name(), client);
        RECORDINGS.put(stem, recording);
        List<SliceSummary> slices = SliceSummary.of(recording).stream()
                .map(slice -> slice.with(Optional.of(target(slice))))
                .toList();
        long failed =
                recording.errors().values().stream().mapToLong(Long::longValue).sum();
        return new ScenarioResult(
                scenario.name(),
                client,
                scenario.load(),
                recording.requests(),
                steps.isEmpty() ? recording.requests() * 3 / 10 : 64,
                Optional.of(new WarmUp(3, Optional.of(true))),
                Optional.of(Map.of()),
                recording.errors(),
                Optional.of(failures(scenario.request().path(), recording)),
                seconds,
                (double) (recording.requests() - failed) / seconds,
                TimeSummary.of(recording.serviceTime()),
                TimeSummary.of(recording.responseTime()),
                Optional.of(TimeSummary.of(recording.startLateness())),
                OptionalLong.of(0),
                recording.dropped(),
                OptionalLong.of(recording.reconnected()),
                Optional.of(recording.shortages()),
                OptionalDouble.of(31_250.5),
                OptionalDouble.of(98_400),
                "17.0.15",
                threads,
                OptionalInt.of(1),
                List.of(stem + "-service-time.hlog", stem + "-response-time.hlog", stem + "-lateness.hlog"),
                steps,
                Optional.of(Generator.of(1, slices)),
                Optional.of(new TargetUse(
                                MeterSource.CGROUP,
                                OptionalDouble.of(0.5),
                                Math.round(recording.requests() * 31_250.5),
                                OptionalLong.of(0),
                                OptionalLong.of(9_437_184),
                                OptionalLong.empty(),
                                OptionalLong.empty())
                        .along(slices)),
                Optional.of(slices),
                Optional.empty(),
                failed == 0 ? List.of() : List.of("The client used 93 % of its CPU, so the times are partly its own."),
                Optional.of(ScenarioHash.of(scenario, client, 1)));
    }

    /** Nothing but requests costs it anything; others take a hundredth of its CPU. */
    private static TargetSlice target(SliceSummary slice) {
        return new TargetSlice(
                Math.round(slice.requests() * 31_250.5),
                OptionalLong.of(0),
                OptionalLong.of(9_437_184),
                OptionalLong.of(0),
                OptionalLong.of(Math.round(slice.seconds() * 1e7)));
    }

    private static String stem(String scenario, Client client) {
        return scenario + "-" + client;
    }

    private static List<FailureGroup> failures(String path, Recording recording) {
        return recording.errors().entrySet().stream()
                .filter(kind -> kind.getValue() > 0)
                .map(kind -> new FailureGroup(
                        kind.getKey(),
                        kind.getKey() == Outcome.STATUS ? OptionalInt.of(503) : OptionalInt.empty(),
                        path,
                        kind.getValue(),
                        ""))
                .toList();
    }
}

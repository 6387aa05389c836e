package io.fetchmark.gatebench;

import io.fetchmark.Harness;
import io.fetchmark.HarnessOptions;
import io.fetchmark.RunListener;
import io.fetchmark.gate.Differences;
import io.fetchmark.json.Json;
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
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.result.Pair;
import io.fetchmark.result.ResultFile;
import io.fetchmark.result.RunResult;
import io.fetchmark.stats.Bounds;
import io.fetchmark.stats.HodgesLehmann;
import io.fetchmark.verdict.Judge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** Whole builds with one gated scenario, one after the other, for {@code dev/bench-gate}. */
final class GateBench {

    /** What each build has measured, in a directory that is named after its seed. */
    static final String RESULTS = "results";

    /** So long a loop that it is most of what a request costs. */
    private static final long ROUNDS = 2000;

    /** What calibration adds to it. */
    private static final long STEP = 400;

    private final String image;
    private final Path directory;

    private GateBench(String image, Path directory) {
        this.image = image;
        this.directory = directory;
    }

    /**
     * Arguments: an image of nginx, a log to add to, how many builds, by how much the candidate is slower (0, 0.05, 0.1),
     * whether there is a noisy neighbour (true, false), a seed, and how many rounds make the candidate so much slower, or
     * nothing to find that out.
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        GateBench bench = new GateBench(arguments[0], Files.createDirectories(Path.of("target/bench-gate")));
        Path log = Path.of(arguments[1]);
        int builds = Integer.parseInt(arguments[2]);
        double slower = Double.parseDouble(arguments[3]);
        boolean neighbour = Boolean.parseBoolean(arguments[4]);
        SplittableRandom seeds = new SplittableRandom(Long.parseLong(arguments[5]));
        NginxSpec plain = NginxSpec.welcome(bench.image);
        TargetSpec baseline = slower > 0 ? bench.busy(ROUNDS) : plain;
        TargetSpec candidate = slower > 0
                ? bench.busy(arguments.length > 6 ? Long.parseLong(arguments[6]) : bench.slowed(slower))
                : plain;
        for (int build = 1; build <= builds; build++) {
            long seed = seeds.nextLong(Integer.MAX_VALUE);
            BenchedBuild benched = bench.build(candidate, baseline, slower, neighbour, seed);
            Files.writeString(log, Json.line(benched) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            System.out.printf(
                    Locale.ROOT,
                    "build %d of %d: %s after %.0f s, %d pairs, %d to confirm; p50 x %.4f%n",
                    build,
                    builds,
                    benched.verdict(),
                    benched.seconds(),
                    benched.screened(),
                    benched.confirmed(),
                    benched.ratio("p50").orElse(Double.NaN));
        }
    }

    /**
     * How many rounds cost so much more CPU time a request than {@link #ROUNDS} do. Told by pairs of blocks, those of the
     * fresh starts too, of a loop that is longer by {@link #STEP}: near enough to what is wanted for a request's cost to be
     * linear in between, and far enough for the noise to be small beside it. Of the pairs only the third counts in which
     * neither block was held up: what is wanted here is what the loop costs, and not what the machine does to it.
     */
    @SuppressWarnings("SystemOut")
    private long slowed(double slower) throws Exception {
        List<Pair> all = run(plan(busy(ROUNDS + STEP), busy(ROUNDS), Duration.ofSeconds(30), 1))
                .comparisons()
                .orElseThrow()
                .get(0)
                .all();
        List<Pair> pairs = all.stream()
                .sorted(Comparator.comparingLong(
                        pair -> Math.max(pair.candidate().p50(), pair.baseline().p50())))
                .limit(all.size() / 3)
                .toList();
        HodgesLehmann dearer = new HodgesLehmann(new Differences(RegressionMetric.CPU_PER_REQUEST, pairs).values());
        Bounds bounds = dearer.interval(0.95);
        long rounds = ROUNDS + Math.round(STEP * slower / Math.expm1(dearer.estimate()));
        System.out.printf(
                Locale.ROOT,
                "%d rounds more than %d cost %.2f %% more CPU time a request (%.2f to %.2f %%, %d pairs); %d rounds are to"
                        + " cost %.0f %% more%n",
                STEP,
                ROUNDS,
                100 * Math.expm1(dearer.estimate()),
                100 * Math.expm1(bounds.low()),
                100 * Math.expm1(bounds.high()),
                pairs.size(),
                rounds,
                100 * slower);
        return rounds;
    }

    private BenchedBuild build(TargetSpec candidate, TargetSpec baseline, double slower, boolean neighbour, long seed)
            throws Exception {
        Plan plan = plan(candidate, baseline, Regression.DEFAULT_BUDGET, seed);
        long began = System.nanoTime();
        Stopwatch comparison = new Stopwatch();
        RunResult run;
        AutoCloseable beside = neighbour ? Neighbour.moveIn(seed) : () -> {};
        try {
            run = new Harness(HarnessOptions.in(directory.resolve("run")), comparison).run(plan);
        } finally {
            beside.close();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        ResultFile.write(directory.resolve(RESULTS).resolve(Long.toString(seed)), run);
        return BenchedBuild.of(slower, neighbour, run, Judge.judge(plan, run), seconds, comparison.seconds());
    }

    private RunResult run(Plan plan) throws Exception {
        return new Harness(HarnessOptions.in(directory.resolve("run")), RunListener.SILENT).run(plan);
    }

    private NginxSpec busy(long rounds) throws Exception {
        return new BusyNginx(image, rounds).in(directory);
    }

    static Plan plan(TargetSpec candidate, TargetSpec baseline, Duration budget, long seed) {
        Regression regression = new Regression(
                List.of(
                        RegressionMetric.P50.gated(),
                        RegressionMetric.THROUGHPUT.gated(),
                        RegressionMetric.CPU_PER_REQUEST.gated()),
                Regression.DEFAULT_STARTS,
                budget);
        Scenario scenario = Scenario.of("gated", Request.get("/"), new Load.Closed(20), Client.EVENT_LOOP)
                .lasting(Duration.ofSeconds(1), Duration.ofSeconds(1))
                .comparedBy(regression);
        return new Plan(
                candidate,
                Optional.of(new Baseline.Beside(baseline)),
                RuntimeChoice.DOCKER,
                1,
                List.of(scenario),
                seed);
    }

    /** How long a run compares. */
    private static final class Stopwatch implements RunListener {

        private long began = System.nanoTime();

        @Override
        public void comparing(int comparisons) {
            began = System.nanoTime();
        }

        double seconds() {
            return (System.nanoTime() - began) / 1e9;
        }
    }
}

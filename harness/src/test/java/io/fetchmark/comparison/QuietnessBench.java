package io.fetchmark.comparison;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.fork.Jdk;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Pair;
import io.fetchmark.result.Side;
import io.fetchmark.target.Target;
import io.fetchmark.target.TargetHost;
import io.fetchmark.target.TargetOrder;
import io.fetchmark.worker.Assignment;
import io.fetchmark.worker.Crew;
import io.fetchmark.worker.Place;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** How quiet each metric is when nginx is compared with itself, for {@code dev/bench-quietness}. */
final class QuietnessBench {

    private static final Duration BLOCK = Duration.ofMillis(250);
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int CONCURRENCY = 20;
    /** What makes the median absolute deviation of normal values their standard deviation. */
    private static final double CONSISTENCY = 1.4826;

    private static final Map<String, ToDoubleFunction<BlockFigures>> METRICS = metrics();

    private QuietnessBench() {}

    /** Arguments: an image of nginx, pairs of each load, starts of each side, a seed. */
    // Its standard output is the table.
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        int pairs = Integer.parseInt(arguments[1]);
        int starts = Integer.parseInt(arguments[2]);
        SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[3]));
        CpuSet all = CpuSet.allowed().orElseThrow();
        Path directory = Files.createDirectories(Path.of("target/bench-quietness"));
        try (TargetHost host =
                new TargetHost(Jdk.running(), classPath(), line -> System.err.println("forked: " + line))) {
            List<Target> candidates = new ArrayList<>();
            List<Target> baselines = new ArrayList<>();
            for (int start = 0; start < starts; start++) {
                candidates.add(start(host, "candidate-" + start, arguments[0], all, directory));
                baselines.add(start(host, "baseline-" + start, arguments[0], all, directory));
            }
            Place place = new Place(Jdk.running(), classPath(), List.of(), Optional.of(all.firstHalf()));
            System.out.println("| load | requests a block | metric | robust sd | plain sd | median ratio |");
            System.out.println("|---|---|---|---|---|---|");
            List<Pair> closed = measure(
                    "closed, " + CONCURRENCY + " in flight",
                    new Load.Closed(CONCURRENCY),
                    candidates,
                    baselines,
                    place,
                    pairs,
                    random);
            double capacity = median(closed.stream()
                    .mapToDouble(pair -> pair.baseline().perSecond())
                    .toArray());
            for (double share : new double[] {0.3, 0.6}) {
                long rate = Math.round(capacity * share);
                measure(
                        String.format(Locale.ROOT, "open, %d/s (%.0f %%)", rate, share * 100),
                        new Load.Open(rate, Arrivals.UNIFORM),
                        candidates,
                        baselines,
                        place,
                        pairs,
                        random);
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static List<Pair> measure(
            String name,
            Load load,
            List<Target> candidates,
            List<Target> baselines,
            Place place,
            int pairs,
            SplittableRandom random)
            throws Exception {
        Scenario scenario = Scenario.of("quietness", Request.get("/"), load, Client.EVENT_LOOP);
        Assignment assignment =
                Assignment.inBlocks(Contest.targets(candidates, baselines), scenario, Client.EVENT_LOOP);
        List<Pair> measured = new ArrayList<>();
        try (Crew crew =
                Crew.start(assignment, 1, place, progress -> {}, line -> System.err.println("forked: " + line))) {
            Contest contest = new Contest(candidates, baselines, crew, false, random.split());
            for (int start = 0; start < candidates.size(); start++) {
                contest.warmUp(Side.CANDIDATE, start, WARM_UP);
                contest.warmUp(Side.BASELINE, start, WARM_UP);
            }
            long began = System.nanoTime();
            for (int pair = 0; pair < pairs; pair++) {
                measured.add(contest.measure(BLOCK));
            }
            System.err.printf(Locale.ROOT, "%s: %.3f s a pair%n", name, (System.nanoTime() - began) / 1e9 / pairs);
            crew.end();
        }
        long failed = measured.stream()
                .mapToLong(pair -> pair.candidate().failed() + pair.baseline().failed())
                .sum();
        System.err.println(name + ": " + failed + " failed");
        long requests = Math.round(median(measured.stream()
                .mapToDouble(pair -> pair.baseline().requests())
                .toArray()));
        METRICS.forEach((metric, value) -> {
            double[] differences = measured.stream()
                    .mapToDouble(pair -> Math.log(value.applyAsDouble(pair.candidate()))
                            - Math.log(value.applyAsDouble(pair.baseline())))
                    .toArray();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %.1f %% | %.1f %% | %.4f |%n",
                    name,
                    requests,
                    metric,
                    100 * robust(differences),
                    100 * plain(differences),
                    Math.exp(median(differences)));
        });
        return measured;
    }

    private static Map<String, ToDoubleFunction<BlockFigures>> metrics() {
        Map<String, ToDoubleFunction<BlockFigures>> metrics = new LinkedHashMap<>();
        metrics.put("p50", BlockFigures::p50);
        metrics.put("p90", BlockFigures::p90);
        metrics.put("p95", BlockFigures::p95);
        metrics.put("p99", BlockFigures::p99);
        metrics.put("throughput", BlockFigures::perSecond);
        metrics.put(
                "target's CPU a request",
                figures -> figures.targetCpuNanosPerRequest().orElseThrow());
        metrics.put(
                "client's CPU a request",
                figures -> figures.clientCpuNanosPerRequest().orElseThrow());
        return metrics;
    }

    private static double robust(double[] values) {
        double middle = median(values);
        return CONSISTENCY
                * median(Arrays.stream(values)
                        .map(value -> Math.abs(value - middle))
                        .toArray());
    }

    private static double plain(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static Target start(TargetHost host, String name, String image, CpuSet cpus, Path directory)
            throws Exception {
        Target target = host.start(new TargetOrder(
                name,
                NginxSpec.welcome(image),
                RuntimeChoice.DOCKER,
                directory,
                Optional.of(cpus.secondHalf()),
                TargetOrder.ANY));
        target.pause();
        return target;
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }
}

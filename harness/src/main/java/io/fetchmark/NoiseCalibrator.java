package io.fetchmark;

import io.fetchmark.calibration.Calibration;
import io.fetchmark.calibration.CalibrationFile;
import io.fetchmark.calibration.Fingerprint;
import io.fetchmark.calibration.Noise;
import io.fetchmark.comparison.Entry;
import io.fetchmark.comparison.Lineup;
import io.fetchmark.comparison.Tournament;
import io.fetchmark.fork.EnvironmentOptions;
import io.fetchmark.fork.Jdk;
import io.fetchmark.gate.Differences;
import io.fetchmark.gate.Gate;
import io.fetchmark.gate.Replay;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.Environment;
import io.fetchmark.result.Pair;
import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.ScenarioHash;
import io.fetchmark.result.Side;
import io.fetchmark.stats.Spread;
import io.fetchmark.target.TargetFailure;
import io.fetchmark.target.TargetHost;
import io.fetchmark.worker.Place;
import io.fetchmark.worker.WorkerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Finds out how much equal targets differ on this machine: nginx is compared with itself, as a gated scenario is, but for as
 * many pairs as are wanted. What was found is kept beside the ceilings, and tells later runs what they can detect.
 *
 * <p>A calibrator calibrates once at a time, with nothing else to do for the machine.
 */
public final class NoiseCalibrator {

    /** Fewer pairs than that say little of a machine's bursts. */
    public static final int DEFAULT_PAIRS = 120;

    private static final int CONCURRENCY = 20;
    private static final int STARTS = 4;
    private static final int REPLAYS = 400;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final double[] SLOWER = {0, 0.05, 0.1};
    /** The variance of a median is larger than that of a mean by π/2 (for normal values). */
    private static final double OF_MEDIAN = Math.PI / 2;

    private static final Regression DEFAULT = Regression.of(
            RegressionMetric.P50.gated(),
            RegressionMetric.THROUGHPUT.gated(),
            RegressionMetric.CPU_PER_REQUEST.gated());

    private final HarnessOptions options;
    private final RunListener listener;

    public NoiseCalibrator(HarnessOptions options, RunListener listener) {
        this.options = options;
        this.listener = listener;
    }

    /**
     * Measures so many pairs of nginx and itself, and keeps what they say.
     *
     * @param image of nginx
     * @param pairs at least 12
     * @param seed where the coins come from
     * @throws MeasurementException if it could not be measured or kept; the file is then as it was
     * @throws InterruptedException if the thread was interrupted; what was started has been stopped
     */
    public Noise calibrate(String image, RuntimeChoice runtime, int pairs, long seed)
            throws MeasurementException, InterruptedException {
        try {
            Calibration before = CalibrationFile.read(options.calibration());
            EnvironmentOptions.of(System.getenv()).warning().ifPresent(listener::warning);
            NginxSpec nginx = NginxSpec.welcome(image);
            CpuSplit cpus = CpuSplit.of(nginx);
            Entry entry = entry(cpus);
            Environment environment = Environment.here(
                    seed,
                    ScenarioHash.of(new Plan(nginx, RuntimeChoice.AUTO, List.of(plain(entry.scenario())), seed)),
                    Optional.empty(),
                    options.maven(),
                    cpus.client().map(Object::toString));
            SplittableRandom random = new SplittableRandom(seed);
            Noise noise;
            Path logs = Files.createTempDirectory(directory(), "noise-");
            try (TargetHost host =
                    new TargetHost(options.jdk(), options.classPath(), listener::detail, listener::warning)) {
                Lineup lineup = new Lineup(nginx, nginx, false, runtime, logs, cpus.target(), HttpVersion.HTTP_1_1);
                listener.comparing(1);
                Tournament.Sample sample = new Tournament(
                                host, lineup, new Gate(1), new SideBySide.Told(listener), random.split())
                        .sample(entry, pairs);
                noise = noise(nginx, sample, environment, random);
            } finally {
                delete(logs);
            }
            CalibrationFile.write(options.calibration(), before.with(Fingerprint.of(environment), noise));
            return noise;
        } catch (TargetFailure | WorkerFailure | ResultFileException e) {
            throw new MeasurementException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MeasurementException(options.calibration() + " could not be written: " + e.getMessage(), e);
        }
    }

    /** Beside the file that is to be written anyway. */
    private Path directory() throws IOException {
        Path directory = options.calibration().toAbsolutePath().getParent();
        return directory == null ? Path.of("") : Files.createDirectories(directory);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private Entry entry(CpuSplit cpus) {
        Jdk jdk = options.jdk();
        Scenario scenario = plain(
                        Scenario.of("noise", Request.get("/"), new Load.Closed(CONCURRENCY), Client.EVENT_LOOP))
                .comparedBy(new Regression(DEFAULT.metrics(), STARTS, DEFAULT.budget()));
        return new Entry(
                scenario,
                Client.EVENT_LOOP,
                1,
                new Place(jdk, options.workerClassPath(), options.workerOptions(), cpus.client()));
    }

    private static Scenario plain(Scenario scenario) {
        return Scenario.of(scenario.name(), scenario.request(), scenario.load(), Client.EVENT_LOOP)
                .lasting(WARM_UP, WARM_UP);
    }

    private static Noise noise(
            NginxSpec nginx, Tournament.Sample sample, Environment environment, SplittableRandom random) {
        List<Noise.OfMetric> metrics = new ArrayList<>();
        for (RegressionMetric metric : RegressionMetric.values()) {
            Differences differences = new Differences(metric, sample.pairs());
            double[] values = differences.values();
            if (metric != RegressionMetric.ERROR_RATE
                    && values.length * 2 > sample.pairs().size()) {
                double sd = Spread.robust(values);
                metrics.add(new Noise.OfMetric(
                        metric, sd, Spread.plain(values), differences.telling(), startSd(metric, sample.pairs(), sd)));
            }
        }
        int planned = (int) Math.max(1, DEFAULT.budget().toMillis() / 1e3 / sample.pairSeconds());
        Replay replay = new Replay(new Gate(DEFAULT.metrics().size()), DEFAULT, sample.pairs(), planned);
        List<Noise.Replayed> replays = new ArrayList<>();
        for (double slower : SLOWER) {
            Replay.Shares shares = replay.of(REPLAYS, slower, random.split());
            replays.add(new Noise.Replayed(slower, shares.regression(), shares.inconclusive(), shares.pairs()));
        }
        return new Noise(
                "nginx " + nginx.image(),
                sample.baseline().runtime().toString(),
                sample.pairs().size(),
                sample.pairSeconds(),
                STARTS,
                metrics,
                replays,
                environment.startedAt());
    }

    /**
     * What starts of one side differ by, beyond the noise of pairs: the variance of the medians of each start's pairs, of
     * which π/2 · σ² K/n is noise.
     */
    static double startSd(RegressionMetric metric, List<Pair> pairs, double sd) {
        double variance = 0;
        for (Side side : Side.values()) {
            double[] medians = pairs.stream()
                    .mapToInt(pair -> start(pair, side))
                    .distinct()
                    .mapToObj(start -> pairs.stream()
                            .filter(pair -> start(pair, side) == start)
                            .toList())
                    .map(own -> new Differences(metric, own).values())
                    .filter(values -> values.length > 0)
                    .mapToDouble(Spread::median)
                    .toArray();
            double of = medians.length < 2 ? 0 : Math.pow(Spread.plain(medians), 2);
            variance += of - OF_MEDIAN * sd * sd * medians.length / pairs.size();
        }
        return Math.sqrt(Math.max(0, variance / Side.values().length));
    }

    private static int start(Pair pair, Side side) {
        return side == Side.CANDIDATE ? pair.candidateStart() : pair.baselineStart();
    }
}

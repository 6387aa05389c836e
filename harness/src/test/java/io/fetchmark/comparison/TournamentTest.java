package io.fetchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.engine.RawServer;
import io.fetchmark.fork.Jdk;
import io.fetchmark.gate.Gate;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Gated;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.target.Docker;
import io.fetchmark.target.TargetFailure;
import io.fetchmark.target.TargetHost;
import io.fetchmark.worker.Place;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons go on in turn until each is decided, and what is suspected is measured again on fresh starts. */
final class TournamentTest {

    private static final NginxSpec PLAIN = NginxSpec.welcome(Docker.image());
    private static final NginxSpec SLOW =
            new NginxSpec(Docker.image(), Optional.empty(), Optional.empty(), Duration.ofMillis(20));

    private static final Gated CLOSE = RegressionMetric.P50.gated();
    /** A change that no machine makes of equal targets. */
    private static final Gated FAR = new Gated(RegressionMetric.P50, 0.9, 9);
    /** So small a change that no machine can exclude it in 5 s. */
    private static final Gated NEAR = new Gated(RegressionMetric.P50, 0.0, 0.00001);

    private static final Duration SHORT = Duration.ofSeconds(5);
    /** For six pairs, with which the gate can tell something, even if a second of them is lost. */
    private static final Duration ENOUGH = Duration.ofSeconds(11);

    private static final Place PLACE = new Place(Jdk.running(), classPath(), List.of(), Optional.empty());

    @TempDir
    Path directory;

    private final List<String> heard = new ArrayList<>();

    @Test
    void whatIsSuspectedIsMeasuredAgainOnFreshStarts() throws Exception {
        Entry first = entry("first", new Load.Closed(2), 2, CLOSE);
        Entry second = entry("second", new Load.Open(50, Arrivals.POISSON), 1, CLOSE);
        Tournament.Outcome outcome = tournament(RuntimeChoice.EMBEDDED, SLOW).run(List.of(first, second));

        assertThat(outcome.comparisons()).extracting(Comparison::scenario).containsExactly("first", "second");
        assertThat(outcome.comparisons()).allSatisfy(comparison -> {
            assertThat(comparison.screening()).hasSizeBetween(6, comparison.plannedPairs());
            assertThat(comparison.plannedConfirmation()).isPositive();
            assertThat(comparison.confirmation())
                    .hasSizeBetween(1, comparison.plannedConfirmation())
                    .allSatisfy(pair -> assertThat(pair.candidate().p50()).isGreaterThanOrEqualTo(20_000_000));
        });
        Comparison twice = outcome.comparisons().get(0);
        assertThat(twice.screening().stream().limit(4).map(Pair::candidateStart))
                .containsExactly(0, 1, 0, 1);
        assertThat(outcome.comparisons().get(1).screening().stream().map(Pair::candidateStart))
                .containsOnly(0);
        assertThat(twice.histograms())
                .containsExactly("first-event-loop-candidate.hlog", "first-event-loop-baseline.hlog")
                .allSatisfy(name -> assertThat(directory.resolve(name)).isNotEmptyFile());
        assertThat(heard.subList(0, 6))
                .as("one pair of each in turn")
                .containsExactly("first 1", "second 1", "first 2", "second 2", "first 3", "second 3");
        assertThat(heard).containsOnlyOnce("confirming 2");
    }

    @Test
    void whatIsClearedIsNotMeasuredAgain() throws Exception {
        Entry entry = entry("same", new Load.Closed(1), 1, FAR);
        Comparison comparison = tournament(RuntimeChoice.EMBEDDED, PLAIN)
                .run(List.of(entry))
                .comparisons()
                .get(0);
        assertThat(comparison.confirmation()).isEmpty();
        assertThat(comparison.plannedConfirmation()).isZero();
    }

    @Test
    void theBudgetEndsWhatIsNotDecided() throws Exception {
        Entry entry = entry("near", new Load.Closed(1), 1, NEAR);
        Tournament.Outcome outcome = tournament(RuntimeChoice.EMBEDDED, PLAIN).run(List.of(entry));
        Comparison comparison = outcome.comparisons().get(0);
        assertThat(comparison.plannedPairs()).isBetween(1, 20);
        assertThat(comparison.screening()).hasSizeBetween(1, comparison.plannedPairs());
    }

    @Test
    void containersOfBothRoundsAreGone() throws Exception {
        Docker.assumeEngine();
        Entry entry = entry("first", new Load.Closed(2), 2, CLOSE);
        Tournament.Outcome outcome = tournament(RuntimeChoice.DOCKER, SLOW).run(List.of(entry));
        assertThat(outcome.comparisons().get(0).confirmation()).isNotEmpty().allSatisfy(pair -> {
            assertThat(pair.candidate().targetCpuNanosPerRequest()).isPresent();
            assertThat(pair.candidate().p50()).isGreaterThanOrEqualTo(20_000_000);
            assertThat(pair.baseline().p50()).isLessThan(20_000_000);
        });
        assertThat(outcome.baseline().image()).hasValue(Docker.image());
        for (String name : List.of("candidate-1", "candidate-2", "candidate-3", "candidate-4", "baseline-4")) {
            assertThat(directory.resolve(name + ".log")).exists();
        }
    }

    @Test
    void anInstanceThatSettlesLateIsWarmedOnAndNotJudged() throws Exception {
        try (RawServer settled = new RawServer(after(() -> 5));
                RawServer late = new RawServer(after(new Settling(60, 5, 300)))) {
            Scenario scenario = Scenario.of("late", Request.get("/"), new Load.Closed(4), Client.EVENT_LOOP)
                    .lasting(Duration.ofMillis(500), Duration.ofSeconds(1))
                    .comparedBy(new Regression(List.of(FAR), 1, SHORT));
            Entry entry = new Entry(scenario, Client.EVENT_LOOP, 1, PLACE);
            Comparison comparison = tournament(
                            RuntimeChoice.AUTO, new UrlSpec(late.address()), new UrlSpec(settled.address()))
                    .run(List.of(entry))
                    .comparisons()
                    .get(0);

            assertThat(comparison.warmUp().orElseThrow().seconds()).isGreaterThan(2);
            assertThat(comparison.warmUp().orElseThrow().steady()).contains(true);
            assertThat(comparison.warnings()).isEmpty();
            assertThat(comparison.screening()).isNotEmpty();
            long[] medians = comparison.screening().stream()
                    .mapToLong(pair -> pair.candidate().p50())
                    .sorted()
                    .toArray();
            assertThat(medians[medians.length / 2]).isLessThan(20_000_000);
        }
    }

    /** How many milliseconds a response takes: falls evenly from one number to the other within so many requests. */
    private static final class Settling implements IntSupplier {

        private final int from;
        private final int to;
        private final int requests;
        private final AtomicInteger served = new AtomicInteger();

        Settling(int from, int to, int requests) {
            this.from = from;
            this.to = to;
            this.requests = requests;
        }

        @Override
        public int getAsInt() {
            double share = Math.min(1, (double) served.getAndIncrement() / requests);
            return (int) Math.round(from + (to - from) * share);
        }
    }

    private static RawServer.Answer after(IntSupplier millis) {
        return (socket, out) -> {
            Thread.sleep(millis.getAsInt());
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        };
    }

    @Test
    void aTargetThatCannotBeStartedIsTold() {
        NginxSpec missing = NginxSpec.welcome("localhost:1/nobody/has-this:1");
        Entry entry = entry("first", new Load.Closed(2), 1, CLOSE);
        assertThatThrownBy(() -> tournament(RuntimeChoice.DOCKER, missing).run(List.of(entry)))
                .isInstanceOf(TargetFailure.class);
    }

    private Hosted tournament(RuntimeChoice runtime, NginxSpec candidate) {
        return tournament(runtime, candidate, PLAIN);
    }

    private Hosted tournament(RuntimeChoice runtime, TargetSpec candidate, TargetSpec baseline) {
        return entries -> {
            try (TargetHost host =
                    new TargetHost(Jdk.running(), classPath(), line -> System.out.println("forked: " + line))) {
                Lineup lineup = new Lineup(
                        candidate, baseline, false, runtime, directory, Optional.empty(), HttpVersion.HTTP_1_1);
                return new Tournament(host, lineup, new Gate(4), new Ears(), new SplittableRandom(7)).run(entries);
            }
        };
    }

    private interface Hosted {
        Tournament.Outcome run(List<Entry> entries) throws Exception;
    }

    private static Entry entry(String name, Load load, int starts, Gated gated) {
        Regression regression = new Regression(List.of(gated), starts, gated.equals(NEAR) ? SHORT : ENOUGH);
        Scenario scenario = Scenario.of(name, Request.get("/"), load, Client.EVENT_LOOP)
                .lasting(Duration.ZERO, Duration.ofSeconds(1))
                .comparedBy(regression);
        return new Entry(scenario, Client.EVENT_LOOP, 1, PLACE);
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }

    private final class Ears implements Spectator {

        @Override
        public void measured(Scenario scenario, Client client, int pairs, int planned) {
            heard.add(scenario.name() + " " + pairs);
        }

        @Override
        public void confirming(int suspects) {
            heard.add("confirming " + suspects);
        }

        @Override
        public void detail(String line) {
            System.out.println("forked: " + line);
        }
    }
}

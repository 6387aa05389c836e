package io.fetchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.fork.Jdk;
import io.fetchmark.gate.Gate;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Gated;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.target.Docker;
import io.fetchmark.target.TargetFailure;
import io.fetchmark.target.TargetHost;
import io.fetchmark.worker.Place;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
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
    void aTargetThatCannotBeStartedIsTold() {
        NginxSpec missing = NginxSpec.welcome("localhost:1/nobody/has-this:1");
        Entry entry = entry("first", new Load.Closed(2), 1, CLOSE);
        assertThatThrownBy(() -> tournament(RuntimeChoice.DOCKER, missing).run(List.of(entry)))
                .isInstanceOf(TargetFailure.class);
    }

    private Hosted tournament(RuntimeChoice runtime, NginxSpec candidate) {
        return entries -> {
            try (TargetHost host =
                    new TargetHost(Jdk.running(), classPath(), line -> System.out.println("forked: " + line))) {
                Lineup lineup = new Lineup(candidate, PLAIN, false, runtime, directory, Optional.empty());
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
        return new Entry(
                scenario, Client.EVENT_LOOP, 1, new Place(Jdk.running(), classPath(), List.of(), Optional.empty()));
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

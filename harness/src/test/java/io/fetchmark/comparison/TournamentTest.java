package io.fetchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.fork.Jdk;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
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

    @TempDir
    Path directory;

    private final List<String> heard = new ArrayList<>();

    @Test
    void whatIsSuspectedIsMeasuredAgainOnFreshStarts() throws Exception {
        Entry first = entry("first", new Load.Closed(2), 2, Duration.ofSeconds(60));
        Entry second = entry("second", new Load.Open(50, Arrivals.POISSON), 1, Duration.ofSeconds(12));
        Tournament.Outcome outcome =
                tournament(RuntimeChoice.EMBEDDED, SLOW, "second").run(List.of(first, second));

        assertThat(outcome.comparisons()).extracting(Comparison::scenario).containsExactly("first", "second");
        Comparison cleared = outcome.comparisons().get(0);
        Comparison suspected = outcome.comparisons().get(1);
        assertThat(cleared.screening()).hasSize(4);
        assertThat(cleared.confirmation()).isEmpty();
        assertThat(suspected.screening()).hasSize(4);
        assertThat(suspected.plannedConfirmation()).isPositive();
        assertThat(suspected.confirmation()).hasSizeBetween(1, suspected.plannedConfirmation());
        assertThat(cleared.screening().stream().map(Pair::candidateStart)).containsExactly(0, 1, 0, 1);
        assertThat(suspected.screening().stream().map(Pair::candidateStart)).containsOnly(0);
        assertThat(cleared.histograms())
                .containsExactly("first-event-loop-candidate.hlog", "first-event-loop-baseline.hlog")
                .allSatisfy(name -> assertThat(directory.resolve(name)).isNotEmptyFile());
        assertThat(heard.subList(0, 8))
                .as("one pair of each in turn")
                .containsExactly(
                        "first 1", "second 1", "first 2", "second 2", "first 3", "second 3", "first 4", "second 4");
        assertThat(heard.get(8)).isEqualTo("confirming 1");
        assertThat(suspected.confirmation())
                .allSatisfy(pair -> assertThat(pair.candidate().p50()).isGreaterThanOrEqualTo(20_000_000));
    }

    @Test
    void theBudgetEndsWhatIsNotDecided() throws Exception {
        Entry entry = entry("never", new Load.Closed(1), 1, Duration.ofSeconds(5));
        Tournament.Outcome outcome =
                tournament(RuntimeChoice.EMBEDDED, PLAIN, "nobody").run(List.of(entry));
        Comparison comparison = outcome.comparisons().get(0);
        assertThat(comparison.plannedPairs()).isBetween(1, 10);
        assertThat(comparison.screening()).hasSizeBetween(1, comparison.plannedPairs());
    }

    @Test
    void containersOfBothRoundsAreGone() throws Exception {
        Docker.assumeEngine();
        Entry entry = entry("first", new Load.Closed(2), 2, Duration.ofSeconds(5));
        Tournament.Outcome outcome =
                tournament(RuntimeChoice.DOCKER, SLOW, "first").run(List.of(entry));
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
        Entry entry = entry("first", new Load.Closed(2), 1, Duration.ofSeconds(5));
        assertThatThrownBy(() ->
                        tournament(RuntimeChoice.DOCKER, missing, "nobody").run(List.of(entry)))
                .isInstanceOf(TargetFailure.class);
    }

    private Hosted tournament(RuntimeChoice runtime, NginxSpec candidate, String suspect) {
        return entries -> {
            try (TargetHost host =
                    new TargetHost(Jdk.running(), classPath(), line -> System.out.println("forked: " + line))) {
                Lineup lineup = new Lineup(candidate, PLAIN, runtime, directory, Optional.empty());
                return new Tournament(host, lineup, new Suspicious(suspect), new Ears(), new SplittableRandom(7))
                        .run(entries);
            }
        };
    }

    private interface Hosted {
        Tournament.Outcome run(List<Entry> entries) throws Exception;
    }

    private static Entry entry(String name, Load load, int starts, Duration budget) {
        Regression regression = new Regression(List.of(RegressionMetric.P50.gated()), starts, budget);
        Scenario scenario = Scenario.of(name, Request.get("/"), load, Client.EVENT_LOOP)
                .lasting(Duration.ofMillis(500), Duration.ofSeconds(1))
                .comparedBy(regression);
        return new Entry(
                scenario, Client.EVENT_LOOP, 1, new Place(Jdk.running(), classPath(), List.of(), Optional.empty()));
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }

    /** Decides after four pairs, except what is called never, and suspects one scenario. */
    private record Suspicious(String suspect) implements Umpire {

        @Override
        public boolean isDecided(Regression regression, Comparison soFar) {
            return !soFar.scenario().equals("never") && soFar.screening().size() >= 4;
        }

        @Override
        public boolean isSuspect(Regression regression, Comparison screened) {
            return screened.scenario().equals(suspect);
        }
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

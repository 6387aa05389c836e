package io.fetchmark.comparison;

import static io.fetchmark.engine.RawServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.engine.RawServer;
import io.fetchmark.fork.Jdk;
import io.fetchmark.fork.MarkedProcess;
import io.fetchmark.gate.Gate;
import io.fetchmark.gate.Judgement;
import io.fetchmark.gate.Ruling;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.target.TargetHost;
import io.fetchmark.worker.Place;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Of two equal targets the client is stopped by a signal, each time while it fetches from the candidate. */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
final class StalledComparisonTest {

    private static final Regression REGRESSION = new Regression(
            List.of(RegressionMetric.THROUGHPUT.gated(), RegressionMetric.P95.gated()), 1, Duration.ofSeconds(16));

    private static final Duration STOPPED = Duration.ofMillis(300);

    /** A block has about 100, of which a stop costs three in five, so that it happens in one of three. */
    private static final int EACH = 300;

    @TempDir
    private Path directory;

    private final MarkedProcess worker = MarkedProcess.fresh();
    private final AtomicBoolean measuring = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void pairsInWhichTheClientWasStoppedAreLeftOutAndNothingIsARegression() throws Exception {
        Gate gate = new Gate(2);
        Comparison comparison;
        try (RawServer baseline = new RawServer(slow(() -> {}));
                RawServer candidate = new RawServer(slow(this::stopNowAndThen));
                TargetHost host =
                        new TargetHost(Jdk.running(), classPath(), line -> System.out.println("forked: " + line))) {
            Lineup lineup = new Lineup(
                    new UrlSpec(candidate.address()),
                    new UrlSpec(baseline.address()),
                    false,
                    RuntimeChoice.AUTO,
                    directory,
                    Optional.empty(),
                    HttpVersion.HTTP_1_1);
            comparison = new Tournament(host, lineup, gate, new Listener(), new SplittableRandom(7))
                    .run(List.of(entry()))
                    .comparisons()
                    .get(0);
        }

        List<Pair> stopped =
                comparison.screening().stream().filter(Pair::stoodStill).toList();
        assertThat(stopped).isNotEmpty();
        assertThat(comparison.screening())
                .filteredOn(pair ->
                        pair.candidate().perSecond() < 0.45 * pair.baseline().perSecond())
                .allMatch(Pair::stoodStill);
        assertThat(gate.judge(REGRESSION, comparison, 1))
                .extracting(Judgement::ruling)
                .doesNotContain(Ruling.REGRESSION);
    }

    private Entry entry() {
        Scenario scenario = Scenario.of("stalled", Request.get("/"), new Load.Closed(1), Client.EVENT_LOOP)
                .lasting(Duration.ofMillis(500), Duration.ofSeconds(1))
                .comparedBy(REGRESSION);
        Place place = new Place(Jdk.running(), classPath(), List.of(worker.option()), Optional.empty());
        return new Entry(scenario, Client.EVENT_LOOP, 1, place);
    }

    private void stopNowAndThen() {
        if (measuring.get() && requests.incrementAndGet() % EACH == 0) {
            worker.stopFor(STOPPED);
        }
    }

    private static RawServer.Answer slow(Runnable before) {
        return (socket, out) -> {
            before.run();
            TimeUnit.MILLISECONDS.sleep(5);
            answer(200, "hello").write(socket, out);
        };
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }

    private final class Listener implements Spectator {

        @Override
        public void measured(Scenario scenario, Client client, int pairs, int planned) {
            measuring.set(true);
        }

        @Override
        public void confirming(int suspects) {
            System.out.println("confirming " + suspects);
        }

        @Override
        public void detail(String line) {
            System.out.println("forked: " + line);
        }
    }
}

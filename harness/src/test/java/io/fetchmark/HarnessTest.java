package io.fetchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.fetchmark.fork.Jdk;
import io.fetchmark.measure.IntervalLog;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.result.LadderStep;
import io.fetchmark.result.MeterSource;
import io.fetchmark.result.NotMeasured;
import io.fetchmark.result.ResultFile;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioHash;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.result.TargetUse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The library as a JUnit test of a user would call it, without Maven and without an engine. */
@Timeout(120)
final class HarnessTest {

    private static final Duration SHORT = Duration.ofMillis(600);

    /** Enough for some exchanges, though the machine stand still for 2 s. */
    private static final Duration LONG = Duration.ofSeconds(4);

    @TempDir
    private Path directory;

    @Test
    void aClosedLoadIsMeasuredAndKept() throws Exception {
        Scenario scenario = lasting(LONG, new Load.Closed(4), Client.THREADS, Client.ASYNC);
        RunResult result = harness().run(plan(scenario));

        assertThat(result.target().runtime()).isEqualTo(TargetRuntime.EMBEDDED);
        assertThat(result.results()).hasSize(2).allSatisfy(one -> {
            assertThat(one.requests()).isPositive();
            assertThat(one.failed()).isZero();
            assertThat(one.throughputPerSecond()).isPositive();
            assertThat(one.serviceTimeNanos().max()).isPositive();
            assertThat(one.clientCpuNanosPerRequest()).isPresent();
            assertThat(one.scenarioHash()).contains(ScenarioHash.of(scenario, one.client(), 1));
        });
        assertThat(ResultFile.read(directory)).isEqualTo(result);
    }

    @Test
    void whatIsInTheWayOfItsFilesIsNamedAndLeftAlone() throws Exception {
        Path blocking = Files.writeString(directory.resolve("fetchmark"), "a file of the user's");
        Harness harness = new Harness(HarnessOptions.in(blocking.resolve("default")), RunListener.SILENT);
        assertThatThrownBy(() -> harness.run(plan(lasting(SHORT, new Load.Closed(1), Client.THREADS))))
                .isInstanceOf(MeasurementException.class)
                .hasMessage("the folder " + blocking.resolve("default") + " could not be made: " + blocking
                        + " is a file where a folder has to be: delete or rename it");
        assertThat(blocking).hasContent("a file of the user's");
    }

    @Test
    void theStandInIsMeteredAsAProcess() throws Exception {
        Scenario busy = lasting(LONG, new Load.Closed(8), Client.THREADS);

        ScenarioResult one = harness().run(plan(busy)).results().get(0);

        assertThat(one.targetUse().map(TargetUse::source)).contains(MeterSource.PROCESS);
        assertThat(one.targetCpuNanosPerRequest()).isPresent();
        assertThat(one.targetCpuNanosPerRequest().getAsDouble()).isBetween(1.0, 1e9);
    }

    @Test
    void aTargetThatWasThereBeforeHasNoMeter() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            List<Scenario> scenarios = List.of(lasting(LONG, new Load.Closed(1), Client.SEQUENTIAL));

            ScenarioResult one = harness()
                    .run(new Plan(new UrlSpec(url), RuntimeChoice.AUTO, scenarios, 42))
                    .results()
                    .get(0);

            assertThat(one.requests()).isPositive();
            assertThat(one.targetUse()).isEmpty();
            assertThat(one.targetCpuNanosPerRequest()).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theIntervalLogsHoldEveryRequest() throws Exception {
        RunResult result = harness().run(plan(scenario(new Load.Open(200, Arrivals.POISSON), Client.ASYNC)));

        ScenarioResult one = result.results().get(0);
        assertThat(one.histograms()).hasSize(3);
        for (String log : one.histograms()) {
            assertThat(IntervalLog.read(directory.resolve(log)).stream()
                            .mapToLong(interval -> interval.times().count())
                            .sum())
                    .isEqualTo(one.requests());
        }
    }

    @Test
    void aLadderHasAStepForEachNumberOfFetches() throws Exception {
        RunResult result = harness().run(plan(scenario(new Load.Ladder(List.of(1, 5, 20)), Client.SEQUENTIAL)));

        ScenarioResult one = result.results().get(0);
        assertThat(one.steps()).extracting(LadderStep::fetches).containsExactly(1, 5, 20);
        assertThat(one.steps()).allSatisfy(step -> assertThat(step.seconds()).isPositive());
        assertThat(one.requests()).isEqualTo(26);
    }

    @Test
    void twoWorkersMakeOneResult() throws Exception {
        RunResult result = harness()
                .run(plan(scenario(new Load.Ladder(List.of(1, 5, 20)), Client.SEQUENTIAL, Client.THREADS))
                        .sharedBy(2));

        assertThat(result.results()).hasSize(2).allSatisfy(one -> {
            assertThat(one.steps()).extracting(LadderStep::fetches).containsExactly(1, 5, 20);
            assertThat(one.requests()).isEqualTo(26);
            assertThat(one.workerCount()).isEqualTo(2);
        });
        assertThat(result.results()).extracting(ScenarioResult::threads).containsExactly(2, 32);
        assertThat(ResultFile.read(directory)).isEqualTo(result);
    }

    @Test
    void aFutureGivesTheSameResultAsTheFile() throws Exception {
        CompletableFuture<RunResult> future = harness().start(plan(scenario(new Load.Closed(1), Client.SEQUENTIAL)));

        assertThat(future.get(60, TimeUnit.SECONDS)).isEqualTo(ResultFile.read(directory));
    }

    @Test
    void aCancelledFutureStopsWhatItStarted() throws Exception {
        CountDownLatch measuring = new CountDownLatch(1);
        RunListener listener = new RunListener() {
            @Override
            public void started(Scenario scenario, Client client) {
                measuring.countDown();
            }
        };
        Scenario endless = scenario(new Load.Closed(1), Client.THREADS).lasting(Duration.ZERO, Duration.ofHours(1));
        CompletableFuture<RunResult> future = new Harness(HarnessOptions.in(directory), listener).start(plan(endless));
        assertThat(measuring.await(60, TimeUnit.SECONDS)).isTrue();

        assertThat(future.cancel(true)).isTrue();

        assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (children() > 0 && System.nanoTime() - deadline < 0) {
            Thread.sleep(50);
        }
        assertThat(children()).as("forked JVMs that are left").isZero();
    }

    @Test
    void resultsOfAnEarlierRunAreNotLeftForAFailedOne() throws Exception {
        harness().run(plan(scenario(new Load.Closed(1), Client.SEQUENTIAL)));
        Plan impossible = new Plan(
                new NginxSpec("any", Optional.of(directory.resolve("missing")), Optional.empty(), Duration.ZERO),
                RuntimeChoice.EMBEDDED,
                List.of(scenario(new Load.Closed(1), Client.SEQUENTIAL)),
                1);

        assertThatThrownBy(() -> harness().run(impossible))
                .isInstanceOf(MeasurementException.class)
                .hasMessageContaining("missing");
        assertThat(directory.resolve("result.json")).doesNotExist();
        try (var files = Files.list(directory)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".hlog"));
        }
    }

    @Test
    void aClientThatNoJavaHereHasIsSaidNotToBeMeasured() {
        Jdk old = new Jdk(Path.of("/nowhere"), Runtime.Version.parse("17.0.1"));
        JdkChoice choice = new JdkChoice(old, List.of(), Map.of());

        assertThat(choice.choose(Client.THREADS)).contains(old);
        assertThat(choice.reason(Client.VIRTUAL_THREADS)).contains("Java 21").contains("-Dfetchmark.jdk");
        assertThat(new NotMeasured("home", Client.VIRTUAL_THREADS, choice.reason(Client.VIRTUAL_THREADS)).reason())
                .startsWith("virtual-threads needs");
    }

    @Test
    void theLowestJavaThatHasTheClientIsTaken() {
        Jdk old = new Jdk(Path.of("/a"), Runtime.Version.parse("17.0.1"));
        Jdk newer = new Jdk(Path.of("/b"), Runtime.Version.parse("21.0.4"));
        Jdk newest = new Jdk(Path.of("/c"), Runtime.Version.parse("25"));
        JdkChoice choice = new JdkChoice(old, List.of(newest, newer), Map.of());

        assertThat(choice.choose(Client.VIRTUAL_THREADS)).contains(newer);
        assertThat(choice.warning(Client.VIRTUAL_THREADS, newer))
                .hasValueSatisfying(
                        warning -> assertThat(warning).contains("21.0.4").contains("17.0.1"));
    }

    private Harness harness() {
        return new Harness(HarnessOptions.in(directory), RunListener.SILENT);
    }

    private static Plan plan(Scenario scenario) {
        return new Plan(NginxSpec.welcome("unused"), RuntimeChoice.EMBEDDED, List.of(scenario), 42);
    }

    private static Scenario scenario(Load load, Client... clients) {
        return lasting(SHORT, load, clients);
    }

    private static Scenario lasting(Duration duration, Load load, Client... clients) {
        return Scenario.of("home", Request.get("/"), load, clients).lasting(Duration.ofMillis(200), duration);
    }

    private static long children() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("io.fetchmark"))
                .count();
    }
}

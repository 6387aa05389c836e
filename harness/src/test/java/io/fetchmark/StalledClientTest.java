package io.fetchmark;

import static io.fetchmark.engine.RawServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.engine.RawServer;
import io.fetchmark.fork.MarkedProcess;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Limit;
import io.fetchmark.plan.LimitMetric;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Judge;
import io.fetchmark.verdict.VerdictKind;
import io.fetchmark.worker.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client that is stopped in the midst of its measured time, while the target goes on to answer; and the reverse. The
 * clients of a test are measured side by side, as they do little but wait.
 */
@Timeout(180)
@OnCalmMachine
@EnabledOnOs(OS.LINUX)
final class StalledClientTest {

    private static final Load OPEN = new Load.Open(30, Arrivals.UNIFORM);
    private static final Load CLOSED = new Load.Closed(1);
    /** Each step takes as long as a response. */
    private static final Load LADDER = new Load.Ladder(Collections.nCopies(40, 1));

    private static final Request PATIENT = Request.get("/").within(Duration.ofSeconds(30));
    private static final Limit P99 = new Limit(LimitMetric.P99, 1.2e9);
    private static final Limit MAX = new Limit(LimitMetric.MAX, 1.2e9);
    private static final Duration STOPPED = Duration.ofSeconds(2);
    /** So long that a client is stopped in it though the message of its first second be late. */
    private static final Duration MEASURED = Duration.ofSeconds(7);

    @TempDir
    private Path directory;

    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();

    @Test
    void aClosedLoadWhoseClientIsStoppedIsInDoubtAndNoLimitIsBroken() throws Exception {
        List<Finding> findings = stopped(scenario(PATIENT, CLOSED, MAX), 5, Client.values());

        assertInDoubt(findings);
        assertThat(of(FindingMetric.MAX, findings)).allMatch(finding -> finding.verdict() == VerdictKind.INCONCLUSIVE);
    }

    @Test
    void anOpenLoadWhoseClientIsStoppedIsInDoubtAndNoLimitIsBroken() throws Exception {
        List<Finding> findings = stopped(scenario(PATIENT, OPEN, P99, MAX), 1, Client.values());

        assertInDoubt(findings);
        assertThat(of(FindingMetric.P99, findings)).allMatch(finding -> finding.verdict() == VerdictKind.INCONCLUSIVE);
        assertThat(of(FindingMetric.GENERATOR, findings))
                .hasSameSizeAs(of(FindingMetric.P99, findings))
                .allMatch(finding -> finding.verdict() == VerdictKind.INCONCLUSIVE)
                // The one thread of a sequential client may be stopped within an exchange, which is then long, not
                // late.
                .filteredOn(finding -> finding.client() != Client.SEQUENTIAL)
                .allMatch(finding -> finding.estimate().orElse(0) > 1e9, "the lateness of arrivals that queued counts");
    }

    @Test
    void aLadderWhoseClientIsStoppedIsInDoubtAndNoLimitIsBroken() throws Exception {
        assertInDoubt(stopped(scenario(PATIENT, LADDER, MAX), 150, Client.values()));
    }

    @Test
    void arrivalsThatAStoppedClientDroppedAreNoErrorsOfTheTarget() throws Exception {
        Scenario scenario = scenario(
                Request.get("/").within(Duration.ofMillis(500)), OPEN, P99, new Limit(LimitMetric.ERROR_RATE, 0.05));
        List<Finding> findings = stopped(scenario, 1, Client.THREADS, Client.ASYNC, Client.EVENT_LOOP);

        assertInDoubt(findings);
        assertThat(of(FindingMetric.ERROR_RATE, findings))
                .hasSize(3)
                .allMatch(finding -> finding.verdict() == VerdictKind.INCONCLUSIVE)
                .allMatch(finding -> finding.reason().contains("ran out of time while the client stood still"));
    }

    @Test
    void aShortStallIsInTheWarningsAndPasses() throws Exception {
        Limit wide = new Limit(LimitMetric.MAX, 30e9);
        List<Finding> findings =
                measured(scenario(PATIENT, CLOSED, wide), 5, Duration.ofMillis(200), Client.EVENT_LOOP, Client.THREADS);

        assertThat(findings).extracting(Finding::verdict).containsOnly(VerdictKind.PASS);
        assertThat(warnings)
                .filteredOn(warning -> warning.startsWith("the client stood still for"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aTargetThatFreezesBreaksItsLimits() throws Exception {
        List<Callable<List<Finding>>> runs = new ArrayList<>();
        for (Load load : List.of(CLOSED, OPEN)) {
            Scenario scenario = Scenario.of("frozen", PATIENT, load, Client.EVENT_LOOP)
                    .lasting(Duration.ZERO, Duration.ofSeconds(6))
                    .limitedBy(new Limit(LimitMetric.MAX, 300e6));
            runs.add(() -> judged(scenario, frozen(), RunListener.SILENT, MarkedProcess.fresh()));
        }

        assertThat(of(FindingMetric.MAX, sideBySide(runs)))
                .hasSize(2)
                .allMatch(finding -> finding.verdict() == VerdictKind.LIMIT_BROKEN);
    }

    /** Answers nothing for 1.5 s, from 2 s after its tenth request on: the first ones are those of checks before the load. */
    private static RawServer.Answer frozen() {
        AtomicLong requests = new AtomicLong();
        AtomicLong begin = new AtomicLong();
        return (socket, out) -> {
            if (requests.incrementAndGet() == 10) {
                begin.set(System.nanoTime());
            }
            long within = System.nanoTime() - begin.get() - 2_000_000_000L;
            if (begin.get() != 0 && within > 0 && within < 1_500_000_000L) {
                TimeUnit.NANOSECONDS.sleep(1_500_000_000L - within);
            }
            answer(200, "hello").write(socket, out);
        };
    }

    private static void assertInDoubt(List<Finding> findings) {
        assertThat(findings)
                .as("%s", findings)
                .extracting(Finding::verdict)
                .containsOnly(VerdictKind.PASS, VerdictKind.INCONCLUSIVE);
        for (Client client : Client.values()) {
            List<Finding> complaints = findings.stream()
                    .filter(finding -> finding.client() == client && finding.verdict() != VerdictKind.PASS)
                    .toList();
            assertThat(complaints)
                    .allMatch(finding -> finding.reason().contains("stood still")
                            || finding.reason().startsWith("not measured"));
            assertThat(findings.stream().noneMatch(finding -> finding.client() == client) || !complaints.isEmpty())
                    .as("%s is in doubt", client)
                    .isTrue();
        }
    }

    private List<Finding> stopped(Scenario scenario, int answerMillis, Client... clients) throws Exception {
        return measured(scenario, answerMillis, STOPPED, clients);
    }

    /** What is said of clients each of which is stopped once, in the second second of its measured time. */
    private List<Finding> measured(Scenario scenario, int answerMillis, Duration stopped, Client... clients)
            throws Exception {
        RawServer.Answer slow = (socket, out) -> {
            TimeUnit.MILLISECONDS.sleep(answerMillis);
            answer(200, "hello").write(socket, out);
        };
        List<Callable<List<Finding>>> runs = new ArrayList<>();
        for (Client client : clients) {
            MarkedProcess worker = MarkedProcess.fresh();
            Scenario own = Scenario.of(client.label(), scenario.request(), scenario.load(), client)
                    .lasting(scenario.warmUp(), scenario.duration())
                    .limitedBy(scenario.limits().toArray(Limit[]::new));
            runs.add(() -> judged(own, slow, new Stopper(worker, stopped, warnings), worker));
        }
        return sideBySide(runs);
    }

    private static List<Finding> sideBySide(List<Callable<List<Finding>>> runs) throws Exception {
        List<FutureTask<List<Finding>>> tasks =
                runs.stream().map(run -> new FutureTask<>(run)).toList();
        tasks.forEach(task -> new Thread(task, "stalled-client-test").start());
        List<Finding> findings = new ArrayList<>();
        for (FutureTask<List<Finding>> task : tasks) {
            findings.addAll(task.get());
        }
        return findings;
    }

    private List<Finding> judged(Scenario scenario, RawServer.Answer answer, RunListener listener, MarkedProcess worker)
            throws IOException, MeasurementException, InterruptedException {
        HarnessOptions like =
                HarnessOptions.in(directory.resolve(UUID.randomUUID().toString()));
        HarnessOptions options = new HarnessOptions(
                like.directory(),
                like.classPath(),
                like.jdk(),
                like.otherJdks(),
                List.of(worker.option()),
                directory.resolve("no-calibration.json"),
                like.maven());
        try (RawServer server = new RawServer(answer)) {
            Plan plan = new Plan(new UrlSpec(server.address()), RuntimeChoice.AUTO, List.of(scenario), 1);
            return Judge.judge(plan, new Harness(options, listener).run(plan)).findings();
        }
    }

    private static Scenario scenario(Request request, Load load, Limit... limits) {
        return Scenario.of("any", request, load, Client.ASYNC)
                .lasting(Duration.ofMillis(500), MEASURED)
                .limitedBy(limits);
    }

    /** Of the clients that could be measured here. */
    private static List<Finding> of(FindingMetric metric, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.metric() == metric).toList();
    }

    /** Stops the worker with that mark once, and lets it go on. */
    private static final class Stopper implements RunListener {

        private final MarkedProcess worker;
        private final Duration time;
        private final Queue<String> warnings;
        private boolean done;

        Stopper(MarkedProcess worker, Duration time, Queue<String> warnings) {
            this.worker = worker;
            this.time = time;
            this.warnings = warnings;
        }

        @Override
        public void progress(Scenario scenario, Client client, Progress progress) {
            if (progress.phase() == Progress.Phase.MEASURE && !done) {
                done = true;
                worker.stopFor(time);
            }
        }

        @Override
        public void warning(String sentence) {
            warnings.add(sentence);
        }
    }
}

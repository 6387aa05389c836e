package io.fetchmark;

import io.fetchmark.calibration.Fingerprint;
import io.fetchmark.calibration.KnownCeilings;
import io.fetchmark.fork.EnvironmentOptions;
import io.fetchmark.fork.Jdk;
import io.fetchmark.measure.UnwrittenFileException;
import io.fetchmark.measure.WarmUpBounds;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.CpuUse;
import io.fetchmark.result.DisturbedSlices;
import io.fetchmark.result.Environment;
import io.fetchmark.result.NotMeasured;
import io.fetchmark.result.ResultFile;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioHash;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.SliceSummary;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetUse;
import io.fetchmark.target.Target;
import io.fetchmark.target.TargetFailure;
import io.fetchmark.target.TargetHost;
import io.fetchmark.target.TargetMeter;
import io.fetchmark.target.TargetOrder;
import io.fetchmark.verdict.CompressedBodies;
import io.fetchmark.verdict.EarlierClients;
import io.fetchmark.verdict.HungExchanges;
import io.fetchmark.verdict.TargetWarnings;
import io.fetchmark.worker.Assignment;
import io.fetchmark.worker.Crew;
import io.fetchmark.worker.Measurement;
import io.fetchmark.worker.Place;
import io.fetchmark.worker.WorkerFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/**
 * Runs plans: starts the target, has each client of each scenario measured by forked JVMs of its own, one after the
 * other, and writes {@code result.json} and the interval logs. Nothing that it started is left when a run has ended,
 * however it ended.
 *
 * <p>A harness runs one plan at a time. Load from elsewhere on the machine spoils what is measured, another run's too.
 */
public final class Harness {

    private final HarnessOptions options;
    private final RunListener listener;

    public Harness(HarnessOptions options, RunListener listener) {
        this.options = options;
        this.listener = listener;
    }

    /**
     * Runs a plan, and returns when it is measured.
     *
     * @return what was also written to the directory
     * @throws MeasurementException if it could not be measured; results of an earlier run are then gone, too
     * @throws InterruptedException if the thread was interrupted; what was started has been stopped
     */
    public RunResult run(Plan plan) throws MeasurementException, InterruptedException {
        CpuSplit cpus = CpuSplit.of(plan.target());
        try {
            ClientResources.here().check(plan);
            RunDirectory.clear(options.directory());
            TargetOrder order = new TargetOrder(plan.target(), plan.runtime(), options.directory(), cpus.target())
                    .over(plan.http());
            try (TargetHost host =
                    new TargetHost(options.jdk(), options.classPath(), listener::detail, listener::warning)) {
                RunResult measured;
                try (Target target = host.start(order)) {
                    target.facts().warnings().forEach(listener::warning);
                    listener.targetReady(target.facts());
                    measured = run(plan, target, cpus.beside(target.facts()));
                }
                return new SideBySide(plan, host, options, listener).compare(measured, cpus);
            }
        } catch (TargetFailure | WorkerFailure e) {
            throw new MeasurementException(e.getMessage(), e);
        } catch (UnwrittenFileException e) {
            throw new MeasurementException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MeasurementException("the files of the run could not be written: " + e.getMessage(), e);
        }
    }

    /**
     * Runs a plan in a thread of its own. The future fails with what {@link #run} would throw; cancelling it stops the
     * run.
     */
    public CompletableFuture<RunResult> start(Plan plan) {
        CompletableFuture<RunResult> future = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        future.complete(run(plan));
                    } catch (MeasurementException | InterruptedException | RuntimeException | Error e) {
                        future.completeExceptionally(e);
                    }
                },
                "fetchmark-harness");
        CompletableFuture<RunResult> unused = future.whenComplete((result, failure) -> {
            if (future.isCancelled()) {
                thread.interrupt();
            }
        });
        thread.start();
        return future;
    }

    private RunResult run(Plan plan, Target target, CpuSplit cpus)
            throws MeasurementException, WorkerFailure, IOException, InterruptedException {
        TargetFacts facts = target.facts();
        Optional<String> clientCpus = cpus.client().map(Object::toString);
        Environment environment =
                Environment.here(plan.seed(), ScenarioHash.of(plan), facts.engine(), options.maven(), clientCpus);
        JdkChoice jdks = new JdkChoice(options.jdk(), options.otherJdks(), System.getenv());
        KnownCeilings ceilings =
                KnownCeilings.read(options.calibration(), Fingerprint.of(environment), listener::warning);
        KnownNoise.read(options.calibration(), Fingerprint.of(environment))
                .warnings(plan)
                .forEach(listener::warning);
        List<String> javaOptions =
                EnvironmentOptions.of(System.getenv()).warning().stream().toList();
        javaOptions.forEach(listener::warning);
        CpuUse use = cpus.use(plan.target(), facts, environment.cores());
        SplittableRandom seeds = new SplittableRandom(plan.seed());
        List<ScenarioResult> results = new ArrayList<>();
        List<NotMeasured> notMeasured = new ArrayList<>();
        for (Scenario scenario : plan.scenarios()) {
            for (Client client : scenario.clients()) {
                Assignment assignment = new Assignment(facts.url(), scenario, client, seeds.nextLong());
                Optional<Jdk> jdk = jdks.choose(client);
                if (jdk.isEmpty()) {
                    listener.warning(scenario.name() + ", " + jdks.reason(client));
                    notMeasured.add(new NotMeasured(scenario.name(), client, jdks.reason(client)));
                    continue;
                }
                listener.started(scenario, client);
                Place place = new Place(jdk.get(), options.workerClassPath(), options.workerOptions(), cpus.client());
                ScenarioResult measured = measure(assignment, plan.workers(), place, target, use)
                        .keep(
                                options.directory(),
                                cpus.isApart(),
                                jdks.warning(client, jdk.get()).stream().toList());
                ScenarioResult result = measured.warning(
                                ceilings.warning(measured).stream().toList())
                        .warning(TargetWarnings.of(measured, facts, environment.cores()))
                        .warning(HungExchanges.warning(scenario.request(), measured).stream()
                                .toList())
                        .warning(CompressedBodies.warning(scenario.request(), measured).stream()
                                .toList())
                        .warning(EarlierClients.of(measured, results));
                result.warnings().forEach(listener::warning);
                listener.ended(result);
                // Said once, and true of each.
                results.add(result.warning(javaOptions));
                // After each, so that what was measured is not lost if a later scenario cannot be.
                ResultFile.write(options.directory(), runResult(environment, facts, results, notMeasured));
            }
        }
        RunResult result = runResult(environment, facts, results, notMeasured);
        ResultFile.write(options.directory(), result);
        return result;
    }

    private static RunResult runResult(
            Environment environment, TargetFacts facts, List<ScenarioResult> results, List<NotMeasured> notMeasured) {
        return new RunResult(RunResult.SCHEMA_VERSION, environment, facts, results, notMeasured);
    }

    private ScenarioRun measure(Assignment assignment, int workers, Place place, Target target, CpuUse cpus)
            throws MeasurementException, WorkerFailure, IOException, InterruptedException {
        CompletableFuture<String> death = target.death();
        Scenario scenario = assignment.scenario();
        try (TargetMeter meter = target.meter();
                Crew crew = Crew.start(
                        assignment,
                        workers,
                        place,
                        progress -> listener.progress(scenario, assignment.client(), progress),
                        listener::detail)) {
            // Load on a target that has died would only be waited for, a time-out an exchange.
            CompletableFuture<Void> unused = death.thenRun(crew::close);
            WarmUpWatch warmUp = new WarmUpWatch(WarmUpBounds.of(scenario.warmUp()), meter::cpuNanos);
            Measurement measurement = crew.await(meter::read, warmUp);
            if (death.isDone()) {
                throw died(assignment, death);
            }
            boolean rested = rests(scenario);
            Optional<TargetUse> toTheEnd = meter.used(measurement.start(), rested);
            Optional<TargetUse> use = scenario.load() instanceof Load.Ladder
                    ? toTheEnd
                    : meter.usedUntil(measurement.start(), rested, scenario.duration());
            List<SliceSummary> slices = meter.along(
                    measurement.start(),
                    rested,
                    SliceSummary.of(measurement.recording()),
                    measurement.recording().vitals().cpus());
            return new ScenarioRun(
                    scenario,
                    assignment.client(),
                    measurement,
                    warmUp,
                    slices,
                    use.map(within -> within.along(
                            SliceSummary.measured(scenario.load(), measurement.durationSeconds(), slices))),
                    toTheEnd,
                    DisturbedSlices.find(
                            measurement.recording(),
                            slices,
                            scenario.load() instanceof Load.Ladder
                                    ? Double.POSITIVE_INFINITY
                                    : measurement.durationSeconds(),
                            cpus,
                            scenario.request().timeout()));
        } catch (WorkerFailure e) {
            if (death.isDone()) {
                throw died(assignment, death);
            }
            throw e;
        }
    }

    /** Whether there is no load right before the measured time. */
    private static boolean rests(Scenario scenario) {
        return scenario.load() instanceof Load.Ladder || scenario.warmUp().isZero();
    }

    private static MeasurementException died(Assignment assignment, CompletableFuture<String> death) {
        return new MeasurementException(
                "the target died while " + assignment.client() + " fetched in scenario "
                        + assignment.scenario().name() + ": " + death.join(),
                null);
    }
}

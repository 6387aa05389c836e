package io.fetchmark;

import io.fetchmark.calibration.Calibration;
import io.fetchmark.calibration.CalibrationFile;
import io.fetchmark.calibration.Ceiling;
import io.fetchmark.calibration.Fingerprint;
import io.fetchmark.fork.EnvironmentOptions;
import io.fetchmark.fork.Jdk;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.result.Environment;
import io.fetchmark.result.Generator;
import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.ScenarioHash;
import io.fetchmark.result.SliceSummary;
import io.fetchmark.target.CannedTarget;
import io.fetchmark.target.TargetFailure;
import io.fetchmark.verdict.GeneratorWarnings;
import io.fetchmark.worker.Assignment;
import io.fetchmark.worker.Crew;
import io.fetchmark.worker.Measurement;
import io.fetchmark.worker.Place;
import io.fetchmark.worker.WorkerFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what each client does at most on this machine: one after the other, in the forked JVM, on the JDK and on the
 * CPUs that a run gives it, it fetches from a trivial target as fast as it can. What was found is kept in the file of
 * {@link HarnessOptions#calibration}, and runs compare themselves with it.
 *
 * <p>A calibrator calibrates once at a time, with nothing else to do for the machine.
 */
public final class Calibrator {

    private static final String NAME = "calibrate";
    /** Enough to keep a client busy, few enough for any machine. */
    private static final int CONCURRENCY = 50;

    private final HarnessOptions options;
    private final RunListener listener;

    public Calibrator(HarnessOptions options, RunListener listener) {
        this.options = options;
        this.listener = listener;
    }

    /**
     * Calibrates all clients that this machine has, and keeps what was found.
     *
     * @param each how long a client is measured, after a warm-up of the same length; 10 ms to 1 h
     * @return what was found, in the order of the clients
     * @throws MeasurementException if it could not be measured or kept; the file is then as it was
     * @throws InterruptedException if the thread was interrupted; what was started has been stopped
     */
    public List<Ceiling> calibrate(Duration each) throws MeasurementException, InterruptedException {
        try {
            Calibration before = CalibrationFile.read(options.calibration());
            EnvironmentOptions.of(System.getenv()).warning().ifPresent(listener::warning);
            TargetSpec ours = NginxSpec.welcome(NginxSpec.DEFAULT_IMAGE);
            CpuSplit cpus = CpuSplit.of(ours);
            List<Scenario> scenarios = scenarios(each);
            Environment environment = Environment.here(
                    0,
                    ScenarioHash.of(new Plan(ours, RuntimeChoice.AUTO, scenarios, 0)),
                    Optional.empty(),
                    options.maven(),
                    cpus.client().map(Object::toString));
            List<Ceiling> ceilings = measure(scenarios, environment, cpus);
            CalibrationFile.write(options.calibration(), before.with(Fingerprint.of(environment), ceilings));
            return ceilings;
        } catch (TargetFailure | WorkerFailure | ResultFileException e) {
            throw new MeasurementException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MeasurementException(options.calibration() + " could not be written: " + e.getMessage(), e);
        }
    }

    private static List<Scenario> scenarios(Duration each) {
        return List.of(Client.values()).stream()
                .map(client -> Scenario.of(
                                NAME + "-" + client.label(),
                                Request.get("/"),
                                new Load.Closed(client == Client.SEQUENTIAL ? 1 : CONCURRENCY),
                                client)
                        .lasting(each, each))
                .toList();
    }

    private List<Ceiling> measure(List<Scenario> scenarios, Environment environment, CpuSplit cpus)
            throws TargetFailure, WorkerFailure, IOException, InterruptedException {
        JdkChoice jdks = new JdkChoice(options.jdk(), options.otherJdks(), System.getenv());
        List<Ceiling> ceilings = new ArrayList<>();
        try (CannedTarget target =
                CannedTarget.start(options.jdk(), options.classPath(), cpus.target(), listener::detail)) {
            for (Scenario scenario : scenarios) {
                Client client = scenario.clients().get(0);
                Optional<Jdk> jdk = jdks.choose(client);
                if (jdk.isEmpty()) {
                    listener.warning(jdks.reason(client));
                    continue;
                }
                Place place = new Place(jdk.get(), options.workerClassPath(), options.workerOptions(), cpus.client());
                listener.started(scenario, client);
                Measurement measurement = measure(new Assignment(target.url(), scenario, client, 0), place);
                ceiling(scenario, jdk.get(), measurement, environment).ifPresent(ceilings::add);
            }
        }
        return ceilings;
    }

    private Measurement measure(Assignment assignment, Place place)
            throws WorkerFailure, IOException, InterruptedException {
        try (Crew worker = Crew.start(
                assignment,
                1,
                place,
                progress -> listener.progress(assignment.scenario(), assignment.client(), progress),
                listener::detail)) {
            return worker.await();
        }
    }

    private Optional<Ceiling> ceiling(Scenario scenario, Jdk jdk, Measurement measurement, Environment environment) {
        Client client = scenario.clients().get(0);
        long requests = measurement.recording().requests();
        long failed = measurement.recording().errors().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (failed > 0 || requests == 0) {
            listener.warning(client + " has no ceiling, as " + failed + " of its " + requests + " requests failed");
            return Optional.empty();
        }
        Generator generator =
                Generator.of(measurement.recording().vitals().cpus().size(), SliceSummary.of(measurement.recording()));
        GeneratorWarnings.ofMachine(generator, environment.clientCpus().isPresent())
                .forEach(warning -> listener.warning(client + ": " + warning));
        return Optional.of(new Ceiling(
                client,
                jdk.feature(),
                ((Load.Closed) scenario.load()).concurrency(),
                measurement.throughputPerSecond(),
                (double) measurement.clientCpuNanos() / requests,
                generator.cpuShare(),
                environment.startedAt(),
                environment.fetchmark()));
    }
}

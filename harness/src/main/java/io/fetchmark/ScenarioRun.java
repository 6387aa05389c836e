package io.fetchmark;

import io.fetchmark.measure.Distribution;
import io.fetchmark.measure.IntervalLog;
import io.fetchmark.measure.Recording;
import io.fetchmark.measure.Slice;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.Disturbance;
import io.fetchmark.result.Generator;
import io.fetchmark.result.ScenarioHash;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.SliceSummary;
import io.fetchmark.result.TargetUse;
import io.fetchmark.result.TimeSummary;
import io.fetchmark.verdict.GeneratorWarnings;
import io.fetchmark.worker.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What becomes of a measurement: the interval logs in the run's directory, and the result that names them.
 *
 * @param warmUp which it had before
 * @param slices the course of the measured time and of what is late, with what the target used in each
 * @param target what the target used within the measured time, if it was metered
 * @param targetToTheEnd what it used until the last exchange had ended
 * @param disturbance what kept client or target from running
 */
record ScenarioRun(
        Scenario scenario,
        Client client,
        Measurement measurement,
        WarmUpWatch warmUp,
        List<SliceSummary> slices,
        Optional<TargetUse> target,
        Optional<TargetUse> targetToTheEnd,
        Optional<Disturbance> disturbance) {

    /**
     * Writes the interval logs and sums the measurement up.
     *
     * @param ownCpus whether the client was held to CPUs that the target does not use
     * @param warnings what is known beside the measurement's own
     */
    ScenarioResult keep(Path directory, boolean ownCpus, List<String> warnings) throws IOException {
        Recording recording = measurement.recording();
        long requests = recording.requests();
        List<String> all = new ArrayList<>(measurement.warnings());
        all.addAll(warnings);
        warmUp.caution().ifPresent(all::add);
        ScenarioResult result = new ScenarioResult(
                scenario.name(),
                client,
                scenario.load(),
                requests,
                measurement.warmUpRequests(),
                Optional.of(warmUp.outcome()),
                Optional.of(measurement.hung()),
                recording.errors(),
                Optional.of(measurement.failures()),
                measurement.durationSeconds(),
                measurement.throughputPerSecond(),
                TimeSummary.of(recording.serviceTime()),
                TimeSummary.of(recording.responseTime()),
                Optional.of(TimeSummary.of(recording.startLateness())),
                OptionalLong.of(recording.late()),
                recording.dropped(),
                OptionalLong.of(recording.reconnected()),
                Optional.of(recording.shortages()),
                targetToTheEnd.map(use -> use.cpuNanosPerRequest(requests)).orElse(OptionalDouble.empty()),
                requests > 0
                        ? OptionalDouble.of((double) measurement.clientCpuNanos() / requests)
                        : OptionalDouble.empty(),
                measurement.jdk(),
                threads(),
                OptionalInt.of(measurement.workers()),
                List.of(
                        log(directory, "service", Slice::serviceTime),
                        log(directory, "response", Slice::responseTime),
                        log(directory, "lateness", Slice::startLateness)),
                measurement.steps(),
                Optional.of(Generator.of(
                        recording.vitals().cpus().size(),
                        SliceSummary.measured(scenario.load(), measurement.durationSeconds(), slices))),
                target,
                Optional.of(slices),
                disturbance,
                all,
                Optional.of(ScenarioHash.of(scenario, client, measurement.workers())));
        return result.warning(GeneratorWarnings.of(result, ownCpus));
    }

    private int threads() {
        return switch (client) {
            case SEQUENTIAL -> measurement.workers();
            case THREADS ->
                scenario.load() instanceof Load.Closed closed
                        ? closed.concurrency()
                        // No worker has a pool without a thread.
                        : Math.max(scenario.threads(), measurement.workers());
            case VIRTUAL_THREADS, ASYNC, EVENT_LOOP -> 0;
        };
    }

    private String log(Path directory, String time, Function<Slice, Distribution> times) throws IOException {
        String name = scenario.name() + "-" + client.label() + "-" + time + ".hlog";
        IntervalLog.write(
                directory.resolve(name),
                measurement.start(),
                measurement.recording().slices(),
                times);
        return name;
    }
}

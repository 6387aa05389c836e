package io.fetchmark.result;

import io.fetchmark.measure.Outcome;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What one client measured in one scenario.
 *
 * @param scenario its name
 * @param requests all exchanges due within the measured time that ended, failed ones too
 * @param warmUpRequests exchanges before the measured time
 * @param errors how many of the requests failed, by kind; every kind is there
 * @param durationSeconds from the start of the measured time to its end, or to the last end of an exchange if that is
 *     later; of a ladder, the sum of its steps
 * @param throughputPerSecond successful exchanges by duration
 * @param serviceTimeNanos ended − started
 * @param responseTimeNanos ended − intended
 * @param startLatenessNanos started − ready: what the client itself was late; absent in files of an early version
 * @param dropped arrivals that were never started, as none could be within the time-out
 * @param targetCpuNanosPerRequest CPU time of the target by requests, within the measured time; absent where it was not
 *     metered
 * @param clientCpuNanosPerRequest CPU time of the forked JVMs by requests, within the measured time
 * @param jdk the version of Java that drove the load
 * @param threads the size of the pool, for a client that has one; of several workers, the sum
 * @param workers how many forked JVMs drove the load together; absent where only one could
 * @param histograms names of the interval logs: service time, then response time, then start lateness
 * @param steps of a ladder; otherwise empty
 * @param generator what the forked JVMs used of the machine; absent in files of an early version
 * @param targetUse what the target used of the machine; absent where it was not metered
 * @param slices the course of the measured time; absent in files of an early version
 * @param warnings what a reader of the result must know, a sentence each
 * @param scenarioHash equal if and only if the same load was asked for, see {@link ScenarioHash}; absent in files of an
 *     early version
 */
public record ScenarioResult(
        String scenario,
        Client client,
        Load load,
        long requests,
        long warmUpRequests,
        Map<Outcome, Long> errors,
        double durationSeconds,
        double throughputPerSecond,
        TimeSummary serviceTimeNanos,
        TimeSummary responseTimeNanos,
        Optional<TimeSummary> startLatenessNanos,
        long dropped,
        OptionalDouble targetCpuNanosPerRequest,
        OptionalDouble clientCpuNanosPerRequest,
        String jdk,
        int threads,
        OptionalInt workers,
        List<String> histograms,
        List<LadderStep> steps,
        Optional<Generator> generator,
        Optional<TargetUse> targetUse,
        Optional<List<SliceSummary>> slices,
        List<String> warnings,
        Optional<String> scenarioHash) {

    public ScenarioResult {
        EnumMap<Outcome, Long> complete = new EnumMap<>(Outcome.noErrors());
        complete.putAll(errors);
        errors = Collections.unmodifiableMap(complete);
        histograms = List.copyOf(histograms);
        steps = List.copyOf(steps);
        slices = slices.map(List::copyOf);
        warnings = List.copyOf(warnings);
    }

    /** This result with further warnings. */
    public ScenarioResult warning(List<String> more) {
        return new ScenarioResult(
                scenario,
                client,
                load,
                requests,
                warmUpRequests,
                errors,
                durationSeconds,
                throughputPerSecond,
                serviceTimeNanos,
                responseTimeNanos,
                startLatenessNanos,
                dropped,
                targetCpuNanosPerRequest,
                clientCpuNanosPerRequest,
                jdk,
                threads,
                workers,
                histograms,
                steps,
                generator,
                targetUse,
                slices,
                Stream.of(warnings, more).flatMap(List::stream).toList(),
                scenarioHash);
    }

    public long failed() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many forked JVMs drove the load together. */
    public int workerCount() {
        return workers.orElse(1);
    }

    /** Share of arrivals that failed or were dropped, 0 to 1; 0 if there was none. */
    public double errorRate() {
        long arrivals = requests + dropped;
        return arrivals == 0 ? 0 : (double) (failed() + dropped) / arrivals;
    }
}

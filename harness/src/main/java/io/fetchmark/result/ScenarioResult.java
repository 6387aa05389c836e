package io.fetchmark.result;

import io.fetchmark.measure.FailureGroup;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Shortage;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What one client measured in one scenario.
 *
 * @param scenario its name
 * @param requests all exchanges due within the measured time that ended, failed ones too
 * @param warmUpRequests exchanges before the measured time
 * @param warmUp how long it was, and whether the target was steady when it ended; absent in files of an early version
 * @param errors how many of the requests failed, by kind; every kind is there
 * @param failures the same by status code, too, with an example of each, the largest groups first; absent in files of an
 *     early version
 * @param hung exchanges that were started before the measured time and were in flight through all of it, by how they
 *     ended; they are among those before. Absent in files of an early version
 * @param durationSeconds the measured time, which is as long as was asked for; of a ladder, the sum of its steps. Older
 *     files have the time until the last exchange had ended
 * @param throughputPerSecond successful exchanges that ended within the measured time, by that time: one that was started
 *     before it counts, too, and one of the requests that is late does not
 * @param serviceTimeNanos ended − started
 * @param responseTimeNanos ended − intended
 * @param startLatenessNanos started − ready, of dropped arrivals until they were given up: what the client itself was late;
 *     absent in files of an early version
 * @param late requests that ended after the measured time; absent in files of an early version
 * @param dropped arrivals that were never started, as none could be within the time-out
 * @param reconnected requests that were sent once more, on another connection, as the server had ended the first before
 *     it served them; absent in files of an early version
 * @param shortages exchanges that the client could not start for want of something of its own, which are not among the
 *     requests; every kind is there; absent in files of an early version
 * @param targetCpuNanosPerRequest CPU time of the target by requests, from the start of the measured time until all of
 *     them had ended; absent where it was not metered
 * @param clientCpuNanosPerRequest CPU time of the forked JVMs by requests, in the same time
 * @param jdk the version of Java that drove the load
 * @param threads the size of the pool, for a client that has one; of several workers, the sum
 * @param workers how many forked JVMs drove the load together; absent where only one could
 * @param histograms names of the interval logs: service time, then response time, then start lateness
 * @param steps of a ladder; otherwise empty
 * @param generator what the forked JVMs used of the machine; absent in files of an early version
 * @param targetUse what the target used of the machine; absent where it was not metered
 * @param slices the course of the measured time; absent in files of an early version
 * @param disturbance what kept client or target from running, and what was measured when nothing did; absent if nothing did,
 *     and in files of an early version
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
        Optional<WarmUp> warmUp,
        Optional<Map<Outcome, Long>> hung,
        Map<Outcome, Long> errors,
        Optional<List<FailureGroup>> failures,
        double durationSeconds,
        double throughputPerSecond,
        TimeSummary serviceTimeNanos,
        TimeSummary responseTimeNanos,
        Optional<TimeSummary> startLatenessNanos,
        OptionalLong late,
        long dropped,
        OptionalLong reconnected,
        Optional<Map<Shortage, Long>> shortages,
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
        Optional<Disturbance> disturbance,
        List<String> warnings,
        Optional<String> scenarioHash) {

    /** More than a client can do in a year, and so few that sums of them are exact. */
    private static final long MOST = 1L << 50;

    public ScenarioResult {
        EnumMap<Outcome, Long> complete = new EnumMap<>(Outcome.noErrors());
        complete.putAll(errors);
        errors = Collections.unmodifiableMap(complete);
        if (requests < 0
                || requests > MOST
                || dropped < 0
                || dropped > MOST
                || complete.values().stream().anyMatch(count -> count < 0 || count > requests)
                || complete.values().stream().mapToLong(Long::longValue).sum() > requests) {
            throw new IllegalArgumentException("no result has " + requests + " requests, " + dropped
                    + " dropped arrivals and these errors: " + complete);
        }
        if (!(durationSeconds >= 0 && throughputPerSecond >= 0)) {
            throw new IllegalArgumentException(
                    "no result has " + throughputPerSecond + " exchanges a second for " + durationSeconds + " s");
        }
        hung = hung.map(Map::copyOf);
        failures = failures.map(List::copyOf);
        shortages = shortages.map(Shortage::complete);
        histograms = List.copyOf(histograms);
        steps = List.copyOf(steps);
        slices = slices.map(List::copyOf);
        warnings = List.copyOf(warnings);
    }

    /** This result with further warnings. */
    public ScenarioResult warning(List<String> more) {
        return with(disturbance, Stream.of(warnings, more).flatMap(List::stream).toList());
    }

    /** This result, as it was disturbed in that way. */
    public ScenarioResult disturbedBy(Disturbance found) {
        return with(Optional.of(found), warnings);
    }

    private ScenarioResult with(Optional<Disturbance> newDisturbance, List<String> newWarnings) {
        return new ScenarioResult(
                scenario,
                client,
                load,
                requests,
                warmUpRequests,
                warmUp,
                hung,
                errors,
                failures,
                durationSeconds,
                throughputPerSecond,
                serviceTimeNanos,
                responseTimeNanos,
                startLatenessNanos,
                late,
                dropped,
                reconnected,
                shortages,
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
                newDisturbance,
                newWarnings,
                scenarioHash);
    }

    public long failed() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many exchanges were in flight through the whole measured time without being of it; 0 if that is not known. */
    public long hungRequests() {
        return hung.orElse(Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Exchanges that the client itself could not start. */
    public long unstarted() {
        return shortages.orElseGet(Shortage::none).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The slices of the measured time, without those after it, in which only late exchanges were waited for. */
    public List<SliceSummary> measuredSlices() {
        return SliceSummary.measured(load, durationSeconds, slices.orElse(List.of()));
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

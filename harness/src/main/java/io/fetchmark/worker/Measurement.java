package io.fetchmark.worker;

import io.fetchmark.measure.FailureGroup;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recording;
import io.fetchmark.result.LadderStep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a worker has measured, or all workers of a crew together.
 *
 * @param start when the measured time started
 * @param durationSeconds as in {@link io.fetchmark.result.ScenarioResult}
 * @param warmUpRequests exchanges before the measured time
 * @param hung as in {@link io.fetchmark.result.ScenarioResult}
 * @param failures how exchanges failed, as in {@link io.fetchmark.result.ScenarioResult}
 * @param clientCpuNanos CPU time of the JVMs from the start of the measured time until the last exchange had ended
 * @param jdk their version of Java
 * @param workers how many there were
 * @param steps of a ladder; otherwise empty
 * @param warnings what a reader of the result must know, a sentence each
 */
public record Measurement(
        Instant start,
        double durationSeconds,
        Recording recording,
        long warmUpRequests,
        Map<Outcome, Long> hung,
        List<FailureGroup> failures,
        long clientCpuNanos,
        String jdk,
        int workers,
        List<LadderStep> steps,
        List<String> warnings) {

    public Measurement {
        hung = Map.copyOf(hung);
        failures = List.copyOf(failures);
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /** Successful exchanges that ended within the measured time, by that time; of a ladder, by the sum of its steps. */
    public double throughputPerSecond() {
        return durationSeconds > 0 ? recording.completed() / durationSeconds : 0;
    }

    /** What both have measured side by side, from the same start. A step of a ladder ends with its last fetch. */
    Measurement plus(Measurement other) {
        List<LadderStep> together = IntStream.range(0, steps.size())
                .mapToObj(i -> new LadderStep(
                        steps.get(i).fetches() + other.steps.get(i).fetches(),
                        Math.max(steps.get(i).seconds(), other.steps.get(i).seconds())))
                .toList();
        return new Measurement(
                start,
                together.isEmpty()
                        ? Math.max(durationSeconds, other.durationSeconds)
                        : together.stream().mapToDouble(LadderStep::seconds).sum(),
                recording.plus(other.recording),
                warmUpRequests + other.warmUpRequests,
                Stream.of(hung, other.hung)
                        .flatMap(counts -> counts.entrySet().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum)),
                FailureGroup.sum(failures, other.failures),
                clientCpuNanos + other.clientCpuNanos,
                jdk,
                workers + other.workers,
                together,
                Stream.concat(warnings.stream(), other.warnings.stream())
                        .distinct()
                        .toList());
    }
}

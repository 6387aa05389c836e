package io.fetchmark.worker;

import io.fetchmark.measure.Recording;
import io.fetchmark.result.LadderStep;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a worker has measured, or all workers of a crew together.
 *
 * @param start when the measured time started
 * @param durationSeconds as in {@link io.fetchmark.result.ScenarioResult}
 * @param warmUpRequests exchanges before the measured time
 * @param clientCpuNanos CPU time of the JVMs within the measured time
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
        long clientCpuNanos,
        String jdk,
        int workers,
        List<LadderStep> steps,
        List<String> warnings) {

    public Measurement {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
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
                clientCpuNanos + other.clientCpuNanos,
                jdk,
                workers + other.workers,
                together,
                Stream.concat(warnings.stream(), other.warnings.stream())
                        .distinct()
                        .toList());
    }
}

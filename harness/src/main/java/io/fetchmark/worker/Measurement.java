package io.fetchmark.worker;

import io.fetchmark.measure.Recording;
import io.fetchmark.result.LadderStep;
import java.time.Instant;
import java.util.List;

/**
 * What a forked JVM has measured.
 *
 * @param start when the measured time started
 * @param durationSeconds as in {@link io.fetchmark.result.ScenarioResult}
 * @param warmUpRequests exchanges before the measured time
 * @param clientCpuNanos CPU time of the JVM within the measured time
 * @param jdk its version of Java
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
        List<LadderStep> steps,
        List<String> warnings) {

    public Measurement {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }
}

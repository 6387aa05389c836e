package io.fetchmark.worker;

import io.fetchmark.measure.FailureGroup;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recording;
import io.fetchmark.result.LadderStep;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The end of a measurement: as {@link Measurement}, without the slices, which went before.
 *
 * @param start ISO 8601
 * @param requests how many exchanges the slices hold, so that none is lost unnoticed
 */
record Measured(
        String start,
        double durationSeconds,
        long requests,
        long warmUpRequests,
        Map<Outcome, Long> hung,
        List<FailureGroup> failures,
        long clientCpuNanos,
        String jdk,
        List<LadderStep> steps,
        List<String> warnings)
        implements Message {

    Measurement with(Recording recording) {
        return new Measurement(
                Instant.parse(start),
                durationSeconds,
                recording,
                warmUpRequests,
                hung,
                failures,
                clientCpuNanos,
                jdk,
                1,
                steps,
                warnings);
    }

    @Override
    public void deliver(Inbox inbox) {
        inbox.take(this);
    }
}

package io.fetchmark.target;

import io.fetchmark.result.TargetFacts;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the JVM that owns targets says to its parent of one of them. The answer to a start is {@code Ready} or {@code
 * Failed}, the answer to any other order {@code Done} or {@code Failed}; the others come unasked.
 */
sealed interface HostMessage {

    /** The number of the target, which its start has given it. */
    int target();

    /** The target answers. */
    record Ready(int target, TargetFacts facts, Optional<Counters> counters) implements HostMessage {}

    /** What was ordered has been done. */
    record Done(int target) implements HostMessage {}

    /** What was ordered could not be done; of a start that failed nothing is left. */
    record Failed(int target, String reason) implements HostMessage {}

    /** What the target has used by now, as the engine tells it; parameters as of a {@link Reading}. */
    record Used(int target, long cpuNanos, OptionalLong throttledNanos, OptionalLong memoryPeakBytes)
            implements HostMessage {

        Reading at(Instant instant) {
            return new Reading(instant, cpuNanos, throttledNanos, memoryPeakBytes);
        }
    }

    /** What was ordered is still being done. Said each second. */
    record AtWork(int target) implements HostMessage {}

    /** An image is pulled for the start, which takes longer by that. */
    record Pulls(int target, String image) implements HostMessage {}

    /** Nothing that is ordered will be done any more, as the engine does not answer. */
    record Lost(int target, String reason) implements HostMessage {}

    /** The target, which was ready, has ended by itself. */
    record Died(int target, String reason) implements HostMessage {}
}

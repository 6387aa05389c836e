package io.fetchmark.target;

import io.fetchmark.result.TargetFacts;
import java.time.Instant;
import java.util.OptionalLong;

/** What the forked JVM that owns the target says to its parent. The first message is {@code Ready} or {@code Failed}. */
sealed interface HostMessage {

    /** Why there is no target, or no longer; empty while there is. */
    String reason();

    /** The target answers. */
    record Ready(TargetFacts facts, Counters counters) implements HostMessage {
        @Override
        public String reason() {
            return "";
        }
    }

    /** What the target has used by now, as the engine tells it; parameters as of a {@link Reading}. */
    record Used(long cpuNanos, OptionalLong throttledNanos, OptionalLong memoryPeakBytes) implements HostMessage {
        @Override
        public String reason() {
            return "";
        }

        Reading at(Instant instant) {
            return new Reading(instant, cpuNanos, throttledNanos, memoryPeakBytes);
        }
    }

    /** The target could not be started, and nothing of it is left. */
    record Failed(String reason) implements HostMessage {}

    /** The target, which was ready, has ended by itself. */
    record Died(String reason) implements HostMessage {}
}

package io.fetchmark.target;

import io.fetchmark.plan.Durations;
import io.fetchmark.result.DelayFacts;
import java.time.Duration;

/** How far a measured delay may be from the one that was asked for: what is measured with another one says nothing. */
final class DelayRule {

    /** Timers of nginx count whole milliseconds. */
    private static final long TOO_SHORT_NANOS = Duration.ofMillis(1).toNanos();

    /** A machine may be busy. */
    private static final long TOO_LONG_NANOS = Duration.ofMillis(250).toNanos();

    private DelayRule() {}

    /**
     * Makes sure that half of the responses waited for half to twice as long as they were to, give or take what timers and
     * a busy machine do.
     *
     * @throws TargetFailure if not
     */
    static DelayFacts check(DelayFacts facts) throws TargetFailure {
        long wanted = facts.wantedNanos();
        long measured = facts.p50Nanos();
        if (measured < wanted / 2 - TOO_SHORT_NANOS || measured > 2 * wanted + TOO_LONG_NANOS) {
            throw new TargetFailure("<nginx><delay>: " + format(wanted) + " was asked for, and responses took "
                    + format(measured) + " (median of " + facts.fetches() + ", delayed by way of " + facts.way()
                    + "): see target.log for what nginx says, take another <image>, or leave <delay> out");
        }
        return facts;
    }

    private static String format(long nanos) {
        return Durations.format(Duration.ofNanos(Math.round(nanos / 1e3) * 1_000));
    }
}

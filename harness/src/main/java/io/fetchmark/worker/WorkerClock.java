package io.fetchmark.worker;

import io.fetchmark.measure.NanoClock;
import java.time.Duration;
import java.util.Optional;

/**
 * What is known of the clock of one worker. One exchange says little where a process has just lost its CPU, so there are
 * {@value #EXCHANGES}, of which the quickest counts. Two machines' clocks run apart by up to about 0.1 ms a second, so what
 * is known is out of date after a while. Not for use by several threads.
 */
final class WorkerClock {

    private static final int EXCHANGES = 5;
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final NanoClock here;
    private Optional<ClockOffset> best = Optional.empty();
    private int exchanges;
    private long askedAt;

    WorkerClock(NanoClock here) {
        this.here = here;
    }

    /** The worker is being asked now. */
    void ask() {
        if (isComplete()) {
            exchanges = 0;
            best = Optional.empty();
        }
        askedAt = here.nanos();
    }

    /**
     * It has answered.
     *
     * @param theirs what its clock said
     * @param at when the answer was here
     */
    void answered(long theirs, long at) {
        ClockOffset offset = ClockOffset.of(askedAt, theirs, at);
        best = Optional.of(best.map(known -> known.better(offset)).orElse(offset));
        exchanges++;
    }

    /** Whether it was asked often enough, and lately. */
    boolean isKnown() {
        return isComplete() && here.nanos() - askedAt < FRESH.toNanos();
    }

    /** The best estimate; the worker has answered at least once. */
    ClockOffset offset() {
        return best.orElseThrow();
    }

    private boolean isComplete() {
        return exchanges >= EXCHANGES;
    }
}

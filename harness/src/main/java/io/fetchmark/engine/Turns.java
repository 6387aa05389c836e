package io.fetchmark.engine;

import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Recorder;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/** The arrivals of an open load, handed out one at a time, to one thread or to several that share them. */
final class Turns {

    private final ArrivalSchedule schedule;
    private final long start;
    private final long patienceNanos;
    private final NanoClock clock;

    Turns(ArrivalSchedule schedule, long start, Duration patience, NanoClock clock) {
        this.schedule = schedule;
        this.start = start;
        this.patienceNanos = patience.toNanos();
        this.clock = clock;
    }

    /**
     * Takes arrivals until there are no more: waits for the instant of each, then starts it, or drops it if it is too
     * late.
     *
     * @param exchange is given the intended instant; while it runs, the calling thread takes no arrival
     */
    void take(Underway underway, Recorder recorder, LongConsumer exchange) throws InterruptedException {
        for (OptionalLong next = next(); next.isPresent() && !underway.stopped(); next = next()) {
            long intended = next.getAsLong();
            Pace.until(intended, clock);
            if (clock.nanos() - intended > patienceNanos) {
                recorder.drop(intended);
            } else {
                exchange.accept(intended);
            }
        }
    }

    private synchronized OptionalLong next() {
        long offset = schedule.next();
        return offset == ArrivalSchedule.NONE ? OptionalLong.empty() : OptionalLong.of(start + offset);
    }
}

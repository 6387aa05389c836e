package io.fetchmark.engine;

import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Recorder;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

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
     * Takes arrivals until there are no more: waits for the instant of each, then carries it out, or drops it if it is
     * too late.
     *
     * @param exchange while it runs, the calling thread takes no arrival
     */
    void carryOut(Underway underway, Recorder recorder, Start exchange) throws InterruptedException {
        for (OptionalLong next = next(); next.isPresent() && !underway.stopped(); next = next()) {
            long intended = next.getAsLong();
            long free = clock.nanos();
            Pace.until(intended, clock);
            if (isTooLate(intended)) {
                recorder.drop(intended);
            } else {
                exchange.start(intended, free - intended > 0 ? free : intended);
            }
        }
    }

    /**
     * Takes arrivals until there are no more: waits for the instant of each and for room, then starts it, or drops it if
     * it is too late. One thread calls this.
     *
     * @param room a permit is taken for each exchange that is started
     * @param exchange returns at once, and gives the permit back when the exchange has ended
     */
    void launch(Underway underway, Recorder recorder, Semaphore room, Start exchange) throws InterruptedException {
        for (OptionalLong next = next(); next.isPresent() && !underway.stopped(); next = next()) {
            long intended = next.getAsLong();
            Pace.until(intended, clock);
            long ready = intended;
            if (!room.tryAcquire()) {
                room.acquire();
                ready = clock.nanos();
            }
            if (isTooLate(intended)) {
                room.release();
                recorder.drop(intended);
            } else {
                exchange.start(intended, ready);
            }
        }
    }

    /** How an exchange is started: with the intended instant, and the one from which there was room for it. */
    interface Start {
        void start(long intended, long ready);
    }

    private boolean isTooLate(long intended) {
        return clock.nanos() - intended > patienceNanos;
    }

    private synchronized OptionalLong next() {
        long offset = schedule.next();
        return offset == ArrivalSchedule.NONE ? OptionalLong.empty() : OptionalLong.of(start + offset);
    }
}

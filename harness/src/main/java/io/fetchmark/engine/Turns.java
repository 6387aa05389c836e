package io.fetchmark.engine;

import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Recorder;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** The arrivals of an open load, handed out one at a time, to one thread or to several that share them. */
final class Turns {

    /** How often those that wait look whether a schedule has ended. */
    private static final long LOOK_NANOS = 50_000_000;

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
        OwnDelay own = new OwnDelay();
        for (long next = next(); next != ArrivalSchedule.NONE && !underway.stopped(); next = next()) {
            long intended = instant(next);
            long ready = own.ready(intended, clock.nanos());
            if (!await(next)) {
                return;
            }
            long now = clock.nanos();
            own.starts(ready, now);
            if (isTooLate(intended, now)) {
                recorder.drop(intended, ready, now);
            } else {
                exchange.start(intended, ready);
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
        OwnDelay own = new OwnDelay();
        for (long next = next(); next != ArrivalSchedule.NONE && !underway.stopped(); next = next()) {
            long intended = instant(next);
            if (!await(next)) {
                return;
            }
            long ready = intended;
            if (!room.tryAcquire()) {
                room.acquire();
                ready = own.ready(intended, clock.nanos());
            }
            long now = clock.nanos();
            own.starts(ready, now);
            if (isTooLate(intended, now)) {
                room.release();
                recorder.drop(intended, ready, now);
            } else {
                exchange.start(intended, ready);
            }
        }
    }

    /** Waits for the instant of an arrival, or until the schedule has ended before it, which gives false. */
    private boolean await(long arrival) throws InterruptedException {
        long intended = instant(arrival);
        while (schedule.isOpen() && intended - clock.nanos() > LOOK_NANOS) {
            Pace.until(clock.nanos() + LOOK_NANOS, clock);
        }
        if (schedule.isOver(arrival)) {
            return false;
        }
        Pace.until(intended, clock);
        return !schedule.isOver(arrival);
    }

    /** Whether an arrival is not to be started any more. */
    boolean isOver(long offset) {
        return schedule.isOver(offset);
    }

    /** How long to wait at most for an arrival, before looking whether the schedule has ended. */
    long look() {
        return schedule.isOpen() ? LOOK_NANOS : Long.MAX_VALUE;
    }

    /** How an exchange is started: with the intended instant, and the one from which there was room for it. */
    interface Start {
        void start(long intended, long ready);
    }

    /** Whether an arrival is to be dropped. */
    boolean isTooLate(long intended, long now) {
        return now - intended > patienceNanos;
    }

    /** The next arrival as nanoseconds after the start, or {@link ArrivalSchedule#NONE}. Nobody else is given it. */
    synchronized long next() {
        return schedule.next();
    }

    /** The instant of an arrival. */
    long instant(long offset) {
        return start + offset;
    }
}

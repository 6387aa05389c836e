package io.fetchmark.engine;

import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.measure.MeasuredTime;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recorder;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** The client that no thread waits in: each response is handled by a callback, which starts the next exchange. */
final class AsyncEngine implements Engine {

    private final Fetch fetch;
    private final Timeouts timeouts;
    private final int connections;
    private final NanoClock clock;

    /**
     * @param connections how many exchanges of an open load are in flight at most
     */
    AsyncEngine(Fetch fetch, Timeouts timeouts, int connections, NanoClock clock) {
        this.fetch = fetch;
        this.timeouts = timeouts;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public void closed(int concurrency, MeasuredTime time, Recorder recorder) throws InterruptedException {
        motion(underway -> {
            for (int i = 0; i < concurrency; i++) {
                underway.begin();
                underway.hand(new Lane(time, underway, recorder)::step);
            }
        });
    }

    @Override
    public void open(ArrivalSchedule schedule, long start, Duration patience, Recorder recorder)
            throws InterruptedException {
        Turns turns = new Turns(schedule, start, patience, clock);
        Semaphore room = new Semaphore(connections);
        motion(underway -> turns.launch(underway, recorder, room, (intended, ready) -> {
            underway.begin();
            exchange(intended, ready, underway, recorder, () -> {
                room.release();
                underway.end();
            });
        }));
    }

    @Override
    public void close() {
        timeouts.giveUpAll();
        timeouts.close();
        fetch.close();
    }

    private void exchange(long intended, long ready, Underway underway, Recorder recorder, Runnable next) {
        long started = clock.nanos();
        AsyncCall call = new AsyncCall(fetch, clock);
        Ongoing ongoing = timeouts.begin(started, call::cancel);
        if (underway.stopped()) {
            ongoing.giveUp();
        }
        call.send(
                ending -> {
                    long ended = clock.nanos();
                    boolean givenUp = timeouts.end(ongoing);
                    if (!underway.stopped()) {
                        (givenUp ? Ending.of(Outcome.TIMEOUT, ending.again()) : ending)
                                .record(recorder, intended, ready, started, ended);
                    }
                    next.run();
                },
                failure -> {
                    underway.fail(failure);
                    next.run();
                });
    }

    private void motion(Task task) throws InterruptedException {
        Underway underway = new Underway();
        try {
            task.run(underway);
            underway.await();
        } finally {
            underway.stop();
            timeouts.giveUpAll();
            underway.drain();
        }
    }

    private interface Task {
        void run(Underway underway) throws InterruptedException;
    }

    /** One of the exchanges that a closed load keeps in flight. */
    private final class Lane {

        private final MeasuredTime time;
        private final Underway underway;
        private final Recorder recorder;
        private final AtomicInteger arrived = new AtomicInteger();

        Lane(MeasuredTime time, Underway underway, Recorder recorder) {
            this.time = time;
            this.underway = underway;
            this.recorder = recorder;
        }

        /** Starts an exchange, and the next one when it has ended. */
        private void step() {
            long now = clock.nanos();
            if (time.isOver(now) || underway.stopped()) {
                underway.end();
                return;
            }
            arrived.set(0);
            try {
                exchange(now, now, underway, recorder, () -> {
                    if (isLast()) {
                        step();
                    }
                });
                if (isLast()) {
                    // It ended before its start had returned, as a refused connection does. Going on from here would
                    // keep
                    // this thread, and the stack, for this lane alone.
                    underway.hand(this::step);
                }
            } catch (RuntimeException | Error e) {
                underway.fail(e);
                underway.end();
            }
        }

        /** Whether both have come here since the last step: the return of its start, and its end. */
        private boolean isLast() {
            return arrived.incrementAndGet() == 2;
        }
    }
}

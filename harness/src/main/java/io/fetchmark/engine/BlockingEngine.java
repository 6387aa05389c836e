package io.fetchmark.engine;

import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.measure.MeasuredTime;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recorder;
import io.fetchmark.measure.Shortage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/**
 * The clients whose thread waits for the response. They differ in two things only: the kind of threads, and whether an
 * open load has a pool of them or a new one for each exchange.
 */
final class BlockingEngine implements Engine {

    private final Fetch fetch;
    private final Timeouts timeouts;
    private final ThreadFactory factory;
    private final OptionalInt pool;
    private final int connections;
    private final NanoClock clock;

    /**
     * @param pool how many threads share an open load; a thread for each exchange if absent
     * @param connections how many of the latter there are at most
     */
    BlockingEngine(
            Fetch fetch, Timeouts timeouts, ThreadFactory factory, OptionalInt pool, int connections, NanoClock clock) {
        this.fetch = fetch;
        this.timeouts = timeouts;
        this.factory = factory;
        this.pool = pool;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public void closed(int concurrency, MeasuredTime time, Recorder recorder) throws InterruptedException {
        crew(concurrency, underway -> {
            for (long now = clock.nanos(); !time.isOver(now) && !underway.stopped(); now = clock.nanos()) {
                exchange(now, now, underway, recorder);
            }
        });
    }

    @Override
    public void open(ArrivalSchedule schedule, long start, Duration patience, Recorder recorder)
            throws InterruptedException {
        Turns turns = new Turns(schedule, start, patience, clock);
        if (pool.isPresent()) {
            // The free threads take the arrivals in turn and wait for them: an arrival that is due while none is free
            // waits in the schedule.
            crew(
                    pool.getAsInt(),
                    underway -> turns.carryOut(
                            underway, recorder, (intended, ready) -> exchange(intended, ready, underway, recorder)));
        } else {
            Semaphore room = new Semaphore(connections);
            motion((underway, threads) -> turns.launch(
                    underway,
                    recorder,
                    room,
                    (intended, ready) -> launch(underway, any -> {
                        try {
                            exchange(intended, ready, underway, recorder);
                        } finally {
                            room.release();
                        }
                    })));
        }
    }

    @Override
    public void close() {
        timeouts.giveUpAll();
        timeouts.close();
        fetch.close();
    }

    private void exchange(long intended, long ready, Underway underway, Recorder recorder) {
        long started = clock.nanos();
        Ongoing ongoing = timeouts.begin(started, Thread.currentThread()::interrupt);
        if (underway.stopped()) {
            timeouts.end(ongoing);
            return;
        }
        Ending ending;
        try {
            ending = fetch.send();
        } catch (InterruptedException e) {
            ending = Ending.of(Outcome.TIMEOUT, false);
        }
        long ended = clock.nanos();
        if (timeouts.end(ongoing)) {
            // No further interrupt can come; the one that came may still be pending, and is not for the next exchange.
            Thread.interrupted();
            ending = Ending.of(Outcome.TIMEOUT, ending.again());
        }
        if (!underway.stopped()) {
            ending.record(recorder, intended, ready, started, ended);
        }
    }

    private void crew(int size, Task task) throws InterruptedException {
        motion((underway, threads) -> {
            for (int i = 0; i < size; i++) {
                threads.add(launch(underway, task));
            }
        });
    }

    /** Runs something that launches threads, and returns when these have ended; they are stopped if it fails. */
    private void motion(Launcher launcher) throws InterruptedException {
        Underway underway = new Underway();
        List<Thread> threads = new ArrayList<>();
        try {
            launcher.launch(underway, threads);
            underway.await();
        } finally {
            underway.stop();
            timeouts.giveUpAll();
            threads.forEach(Thread::interrupt);
            underway.drain();
        }
    }

    private Thread launch(Underway underway, Task task) {
        Thread thread = factory.newThread(() -> {
            try {
                task.run(underway);
            } catch (InterruptedException e) {
                underway.stop();
            } catch (Throwable e) {
                underway.fail(e);
            } finally {
                underway.end();
            }
        });
        underway.begin();
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            underway.end();
            if (Failure.of(e) == Failure.NO_THREAD) {
                throw new IllegalArgumentException(
                        "the client could not start its threads (" + e.getMessage() + "): " + Shortage.THREADS.remedy(),
                        e);
            }
            throw e;
        } catch (Throwable e) {
            underway.end();
            throw e;
        }
        return thread;
    }

    private interface Task {
        void run(Underway underway) throws InterruptedException;
    }

    private interface Launcher {
        void launch(Underway underway, List<Thread> threads) throws InterruptedException;
    }
}

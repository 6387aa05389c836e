package io.fetchmark.engine;

import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.measure.MeasuredTime;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The client that costs least: non-blocking sockets, a few threads that each serve many of them, and Fetchmark's own
 * HTTP/1.1.
 */
final class EventLoopEngine implements Engine {

    private final List<Loop> loops = new ArrayList<>();
    private final long timeoutNanos;
    private final int connections;
    private final NanoClock clock;

    /**
     * @param connections how many exchanges of an open load are in flight at most
     * @param loops how many threads there are; one for each CPU that it may use is what serves best
     */
    EventLoopEngine(Errand errand, Duration timeout, int connections, int loops, NanoClock clock) {
        this.timeoutNanos = timeout.toNanos();
        this.connections = connections;
        this.clock = clock;
        try {
            for (int i = 0; i < loops; i++) {
                this.loops.add(new Loop(errand, clock));
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("no selector can be had: " + e.getMessage(), e);
        }
    }

    @Override
    public void closed(int concurrency, MeasuredTime time, Recorder recorder) throws InterruptedException {
        motion(concurrency, recorder, share -> new ClosedFeed(share, time));
    }

    @Override
    public void open(ArrivalSchedule schedule, long start, Duration patience, Recorder recorder)
            throws InterruptedException {
        Turns turns = new Turns(schedule, start, patience, clock);
        long now = clock.nanos();
        motion(connections, recorder, share -> new OpenFeed(turns, share, now, recorder));
    }

    @Override
    public void close() {
        for (Loop loop : loops) {
            loop.close();
        }
    }

    /** Shares exchanges in flight among the loops, and runs these until all is over. */
    private void motion(int inFlight, Recorder recorder, Shared feeds) throws InterruptedException {
        Underway underway = new Underway();
        int used = Math.min(inFlight, loops.size());
        try {
            for (int i = 0; i < used; i++) {
                Feed feed = feeds.feed(inFlight / used + (i < inFlight % used ? 1 : 0));
                launch(new LoopRun(loops.get(i), feed, timeoutNanos, recorder.lane(), underway), underway);
            }
            underway.await();
        } finally {
            underway.stop();
            loops.forEach(Loop::wake);
            underway.drain();
        }
    }

    private static void launch(LoopRun run, Underway underway) {
        underway.begin();
        Thread thread = new Thread(
                () -> {
                    try {
                        run.run();
                    } catch (Throwable e) {
                        underway.fail(e);
                    } finally {
                        underway.end();
                    }
                },
                "fetchmark-loop");
        thread.start();
    }

    private interface Shared {
        Feed feed(int share);
    }
}

package io.fetchmark.engine;

import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.measure.MeasuredTime;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Recorder;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Request;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ThreadFactory;

/**
 * A client at work: it repeats one request under a closed or an open load, and records the three instants and the
 * outcome of every exchange.
 *
 * <p>Both motions return when every exchange that they started has ended, well, badly, or by the request's time-out, and
 * has been recorded once. A request is sent a second time only where it was never served, see {@link Resending}. What
 * the client could not start, as its own process lacked something, is counted apart. When the calling thread is interrupted they stop at once: what is
 * in flight is given up and not recorded. One motion runs at a time; any thread may close.
 */
public sealed interface Engine extends AutoCloseable permits BlockingEngine, AsyncEngine, EventLoopEngine {

    /** The patience of a load whose every arrival is to be started, however late. */
    Duration ENDLESS_PATIENCE = Duration.ofNanos(Long.MAX_VALUE);

    /**
     * Keeps a number of exchanges in flight: the next starts when one has ended.
     *
     * @param concurrency exchanges in flight, positive
     * @param until the first instant at which none is started any more
     * @throws IllegalStateException if the engine itself broke; the cause says how
     */
    default void closed(int concurrency, long until, Recorder recorder) throws InterruptedException {
        closed(concurrency, new MeasuredTime(until, until), recorder);
    }

    /**
     * Keeps a number of exchanges in flight, as {@link #closed(int, long, Recorder)} does, until the end of a time that may be
     * set meanwhile.
     *
     * @throws IllegalStateException if the engine itself broke; the cause says how
     */
    void closed(int concurrency, MeasuredTime time, Recorder recorder) throws InterruptedException;

    /**
     * Starts an exchange at each instant of a schedule, never before it. An arrival that finds no room waits, in the
     * order of the schedule, and keeps its intended instant.
     *
     * @param start the instant at which the schedule starts
     * @param patience an arrival that could not be started within this time after its intended instant is dropped
     * @throws IllegalStateException if the engine itself broke; the cause says how
     */
    void open(ArrivalSchedule schedule, long start, Duration patience, Recorder recorder) throws InterruptedException;

    /**
     * Gives up what is in flight and closes all connections: at once from JDK 21 on. Older HttpClients cannot be closed;
     * theirs are closed some seconds after the next garbage collection, or when the process ends.
     */
    @Override
    void close();

    /**
     * The engine of a client.
     *
     * @param target paths of requests are appended to it
     * @param threads size of the pool of {@link Client#THREADS} under an open load
     * @param connections how many exchanges of an open load the clients without a pool have in flight at most
     * @throws IllegalArgumentException if this JVM lacks the client, or the request has a header that may not be set; the
     *     message says so
     */
    static Engine of(Client client, URI target, Request request, int threads, int connections, NanoClock clock) {
        if (Runtime.version().feature() < client.minimumJdk()) {
            throw new IllegalArgumentException("client " + client + " needs JDK " + client.minimumJdk()
                    + " or newer, this is " + Runtime.version());
        }
        return switch (client) {
            case SEQUENTIAL -> blocking(target, request, Thread::new, OptionalInt.of(1), connections, clock);
            case THREADS -> blocking(target, request, Thread::new, OptionalInt.of(threads), connections, clock);
            case VIRTUAL_THREADS ->
                blocking(target, request, VirtualThreads.factory(), OptionalInt.empty(), connections, clock);
            case ASYNC ->
                new AsyncEngine(
                        new Fetch(target, request, clock), new Timeouts(request.timeout(), clock), connections, clock);
            case EVENT_LOOP ->
                new EventLoopEngine(
                        new Errand(target, request),
                        request.timeout(),
                        connections,
                        Runtime.getRuntime().availableProcessors(),
                        clock);
        };
    }

    private static Engine blocking(
            URI target, Request request, ThreadFactory factory, OptionalInt pool, int connections, NanoClock clock) {
        Timeouts timeouts = new Timeouts(request.timeout(), clock);
        return new BlockingEngine(new Fetch(target, request, clock), timeouts, factory, pool, connections, clock);
    }
}

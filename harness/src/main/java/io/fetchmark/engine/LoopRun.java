package io.fetchmark.engine;

import io.fetchmark.measure.Lane;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Outcome;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.UnresolvedAddressException;
import java.util.function.Consumer;

/** One motion of one loop. Used by one thread. */
final class LoopRun implements Consumer<SelectionKey> {

    /** Exchanges that are started before the responses that have come are looked at. */
    private static final int BATCH = 32;

    private final Loop loop;
    private final Feed feed;
    private final long timeoutNanos;
    private final Lane lane;
    private final Underway underway;
    private final NanoClock clock;
    private final InFlight inFlight = new InFlight();
    /** When the exchange that was recorded last had ended. */
    private long ended;

    LoopRun(Loop loop, Feed feed, long timeoutNanos, Lane lane, Underway underway) {
        this.loop = loop;
        this.feed = feed;
        this.timeoutNanos = timeoutNanos;
        this.lane = lane;
        this.underway = underway;
        this.clock = loop.clock();
    }

    /**
     * Runs until no exchange is left to be started or in flight; when it is stopped, what is in flight is given up.
     *
     * <p>At first a look at the connections that are left from the last motion, as the target may have closed them; at
     * last another, as a socket is not gone before its selector has looked once more.
     */
    void run() throws IOException {
        try {
            loop.await(0, 0, this);
            while (!underway.stopped()) {
                long now = clock.nanos();
                giveUpWhatRanOut(now);
                feed.feed(this, now, BATCH);
                now = clock.nanos();
                if (inFlight.size() == 0 && feed.isOver(now)) {
                    return;
                }
                loop.await(feed.next(now), untilTimeout(now), this);
            }
        } finally {
            for (Connection oldest = inFlight.oldest(); oldest != null; oldest = inFlight.oldest()) {
                inFlight.remove(oldest);
                oldest.close();
            }
            loop.await(0, 0, this);
        }
    }

    int inFlight() {
        return inFlight.size();
    }

    long now() {
        return clock.nanos();
    }

    /** Starts an exchange; if that fails at once, it has ended when this returns. */
    void start(long intended, long ready, long started) {
        Connection connection;
        try {
            connection = loop.take();
        } catch (IOException | UnresolvedAddressException e) {
            record(intended, ready, started, Outcome.CONNECT);
            return;
        }
        connection.intended = intended;
        connection.ready = ready;
        connection.started = started;
        inFlight.add(connection);
        try {
            connection.begin();
        } catch (IOException e) {
            giveUp(connection, Outcome.PROTOCOL);
        }
    }

    /** Something has come on a connection, or it can be written to. */
    @Override
    public void accept(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        if (!key.isValid()) {
            return;
        }
        if (!inFlight.contains(connection)) {
            loop.discard(connection);
            return;
        }
        Outcome failure = connection.isConnected() ? Outcome.PROTOCOL : Outcome.CONNECT;
        boolean free;
        try {
            connection.proceed();
            free = key.isReadable() && receive(connection);
        } catch (IOException e) {
            giveUp(connection, failure);
            free = true;
        }
        if (free) {
            feed.feed(this, ended, 1);
        }
    }

    private boolean receive(Connection connection) throws IOException {
        return switch (connection.receive(loop.buffer())) {
            case MORE -> false;
            case COMPLETE -> {
                inFlight.remove(connection);
                record(connection, connection.outcome());
                if (connection.isReusable()) {
                    loop.keep(connection);
                } else {
                    connection.close();
                }
                yield true;
            }
            case MALFORMED -> {
                giveUp(connection, Outcome.PROTOCOL);
                yield true;
            }
        };
    }

    private void giveUp(Connection connection, Outcome outcome) {
        inFlight.remove(connection);
        connection.close();
        record(connection, outcome);
    }

    private void giveUpWhatRanOut(long now) {
        Connection oldest = inFlight.oldest();
        while (oldest != null && now - oldest.started >= timeoutNanos) {
            giveUp(oldest, Outcome.TIMEOUT);
            oldest = inFlight.oldest();
        }
    }

    private long untilTimeout(long now) {
        Connection oldest = inFlight.oldest();
        return oldest == null ? Feed.NEVER : timeoutNanos - (now - oldest.started);
    }

    private void record(Connection connection, Outcome outcome) {
        record(connection.intended, connection.ready, connection.started, outcome);
    }

    private void record(long intended, long ready, long started, Outcome outcome) {
        ended = clock.nanos();
        if (!underway.stopped()) {
            lane.record(intended, ready, started, ended, outcome);
        }
    }
}

package io.fetchmark.engine;

import io.fetchmark.measure.Lane;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Shortage;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.UnresolvedAddressException;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
    /** When it last began to look at what has come, and the time before that. */
    private long look;

    private long lookBefore;

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
            long now = clock.nanos();
            look = now;
            while (!underway.stopped()) {
                now = clock.nanos();
                giveUpWhatRanOut(now);
                feed.feed(this, now, BATCH);
                now = clock.nanos();
                if (inFlight.size() == 0 && feed.isOver(now)) {
                    return;
                }
                lookBefore = look;
                look = now;
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
        } catch (ShortageException e) {
            lack(intended, e.shortage());
            return;
        } catch (IOException | UnresolvedAddressException e) {
            record(intended, ready, started, Outcome.CONNECT);
            explain(intended, Outcome.CONNECT, 0, () -> Failure.inWords(e));
            return;
        }
        connection.take(intended, ready, started);
        inFlight.add(connection);
        connection.begin();
    }

    /** Something has come on a connection, or it can be written to. */
    @Override
    public void accept(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        if (!key.isValid()) {
            return;
        }
        if (!inFlight.contains(connection)) {
            discard(connection);
            return;
        }
        boolean free;
        try {
            connection.proceed();
            free = key.isReadable() && receive(connection);
        } catch (ShortageException e) {
            remove(connection);
            lack(connection.intended, e.shortage());
            free = true;
        } catch (IOException e) {
            giveUp(connection, Outcome.CONNECT, () -> Failure.inWords(e));
            free = true;
        }
        if (free) {
            feed.feed(this, ended, 1);
        }
    }

    private boolean receive(Connection connection) {
        return switch (connection.receive(loop.buffer())) {
            case MORE -> false;
            case COMPLETE -> {
                inFlight.remove(connection);
                Outcome outcome = connection.outcome();
                record(connection, outcome);
                if (outcome != Outcome.OK) {
                    explain(connection, outcome);
                }
                if (connection.isReusable()) {
                    loop.keep(connection);
                } else {
                    connection.close();
                }
                yield true;
            }
            case MALFORMED -> {
                if (connection.endedUnanswered() && isUnserved(connection)) {
                    yield endUnserved(connection);
                }
                giveUp(connection, Outcome.PROTOCOL, connection::fault);
                yield true;
            }
        };
    }

    /** The connection was idle when something came on it: its end, or what nobody asked for. */
    private void discard(Connection connection) {
        if (connection.receivesMore(loop.buffer()) && connection.succeeded()) {
            fail(connection.intended);
        }
        loop.discard(connection);
    }

    /** An end that was there when this looked for the first time since the request was sent has come at any time before. */
    private boolean isUnserved(Connection connection) {
        boolean first = lookBefore - connection.started <= 0;
        return Resending.isUnserved(first && look - connection.started > 0 ? look : connection.started, clock.nanos());
    }

    /** Has the exchange go on by another connection, if the request may be sent twice; returns whether it has ended. */
    private boolean endUnserved(Connection connection) {
        if (connection.hasLeftovers() && connection.previousSucceeded()) {
            fail(connection.previous());
        }
        if (!loop.isRepeatable()) {
            giveUp(connection, Outcome.REUSE, connection::fault);
            return true;
        }
        Connection other;
        try {
            other = loop.open();
        } catch (ShortageException e) {
            remove(connection);
            lack(connection.intended, e.shortage());
            return true;
        } catch (IOException | UnresolvedAddressException e) {
            giveUp(connection, Outcome.CONNECT, () -> Failure.inWords(e));
            return true;
        }
        connection.close();
        inFlight.replace(connection, other);
        other.take(connection.intended, connection.ready, connection.started);
        other.resent = true;
        other.begin();
        return false;
    }

    private void giveUp(Connection connection, Outcome outcome, Supplier<String> example) {
        remove(connection);
        record(connection, outcome);
        explain(connection.intended, outcome, 0, example);
    }

    private void remove(Connection connection) {
        inFlight.remove(connection);
        connection.close();
    }

    private void giveUpWhatRanOut(long now) {
        Connection oldest = inFlight.oldest();
        while (oldest != null && now - oldest.started >= timeoutNanos) {
            // Nothing that it has sent is a response.
            boolean wrong = oldest.hasLeftovers() && !oldest.hasBegun();
            giveUp(oldest, wrong ? Outcome.PROTOCOL : Outcome.TIMEOUT, () -> wrong ? "no response" : "");
            oldest = inFlight.oldest();
        }
    }

    private long untilTimeout(long now) {
        Connection oldest = inFlight.oldest();
        return oldest == null ? Feed.NEVER : timeoutNanos - (now - oldest.started);
    }

    private void record(Connection connection, Outcome outcome) {
        if (connection.hasLeftovers() && connection.hasBegun() && connection.previousSucceeded()) {
            fail(connection.previous());
        }
        record(connection.intended, connection.ready, connection.started, outcome);
        if (connection.resent) {
            connection.resent = false;
            if (outcome != Outcome.CONNECT && !underway.stopped()) {
                lane.reconnect(connection.intended);
            }
        }
    }

    private void record(long intended, long ready, long started, Outcome outcome) {
        ended = clock.nanos();
        if (!underway.stopped()) {
            lane.record(intended, ready, started, ended, outcome);
        }
    }

    /** An exchange that was recorded as a success was followed by what does not belong there. */
    private void fail(long intended) {
        if (!underway.stopped()) {
            lane.fail(intended, Outcome.PROTOCOL);
            lane.explain(intended, Outcome.PROTOCOL, 0, () -> "followed by more than the response");
        }
    }

    /** How a complete response is wrong. */
    private void explain(Connection connection, Outcome outcome) {
        int status = outcome == Outcome.STATUS ? connection.status() : 0;
        explain(connection.intended, outcome, status, () -> {
            if (outcome == Outcome.PROTOCOL) {
                return "the connection broke while the request was sent";
            }
            return outcome == Outcome.EXPECTATION && connection.isEncoded() ? Judgement.ENCODED : "";
        });
    }

    private void explain(long intended, Outcome outcome, int status, Supplier<String> example) {
        if (!underway.stopped()) {
            lane.explain(intended, outcome, status, example);
        }
    }

    private void lack(long intended, Shortage shortage) {
        ended = clock.nanos();
        if (!underway.stopped()) {
            lane.lack(intended, shortage);
        }
    }
}

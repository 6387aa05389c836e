package io.fetchmark.engine;

import io.fetchmark.measure.NanoClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * What one thread of the event loop has: a selector, and the connections on it, which are kept from one motion to the
 * next. One thread at a time uses it; any thread may wake it.
 */
final class Loop implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final long MILLI = 1_000_000;
    private static final long LONGEST_SELECT = 1000;

    private final Errand errand;
    private final boolean repeatable;
    private final NanoClock clock;
    private final Selector selector;
    private final Alarm alarm;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final ArrayDeque<Connection> idle = new ArrayDeque<>();

    Loop(Errand errand, NanoClock clock) throws IOException {
        this.errand = errand;
        this.repeatable = Resending.allows(errand.method());
        this.clock = clock;
        this.selector = Selector.open();
        this.alarm = new Alarm(selector, clock);
    }

    NanoClock clock() {
        return clock;
    }

    /** What responses are received in, one at a time. */
    ByteBuffer buffer() {
        return buffer;
    }

    /** The idle connection that was used last, or a new one. */
    Connection take() throws IOException {
        Connection last = idle.pollLast();
        return last == null ? open() : last;
    }

    /** A new connection. */
    Connection open() throws IOException {
        return Connection.open(errand, selector);
    }

    /** Whether the request may be sent a second time. */
    boolean isRepeatable() {
        return repeatable;
    }

    /** Keeps a connection for later. */
    void keep(Connection connection) {
        idle.addLast(connection);
    }

    /** Closes a connection that was idle when something came on it: its end, or what nobody asked for. */
    void discard(Connection connection) {
        idle.remove(connection);
        connection.close();
    }

    /**
     * Waits until something has come, and handles it.
     *
     * @param precise return about then, in nanoseconds from now, if nothing has come
     * @param coarse return within the millisecond after that, if nothing has come
     */
    void await(long precise, long coarse, Consumer<SelectionKey> action) throws IOException {
        if (Math.min(precise, coarse) <= Pace.SPIN_NANOS) {
            selector.selectNow(action);
            return;
        }
        if (precise <= coarse && precise != Feed.NEVER) {
            alarm.set(clock.nanos() + precise - Pace.SPIN_NANOS);
        }
        selector.select(action, Math.min(LONGEST_SELECT, Math.min(precise, coarse) / MILLI + 1));
    }

    void wake() {
        selector.wakeup();
    }

    @Override
    public void close() {
        alarm.close();
        if (selector.isOpen()) {
            selector.keys().forEach(key -> ((Connection) key.attachment()).close());
        }
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.fetchmark.worker;

import io.fetchmark.measure.NanoClock;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Where a worker waits until all of its crew are there: it says that it is ready, and is told the instant at which all
 * start. One thread uses it.
 */
final class StartLine {

    private static final long NANOS = 1_000_000_000;

    private final Consumer<Message> parent;
    private final Orders orders;
    private final NanoClock clock;
    private int starts;

    StartLine(Consumer<Message> parent, Orders orders, NanoClock clock) {
        this.parent = parent;
        this.orders = orders;
        this.clock = clock;
    }

    /** The next start, which is a little ahead. */
    Start await() throws IOException, InterruptedException {
        parent.accept(new Ready(starts++));
        return Start.at(read(orders.receive()), clock);
    }

    /** An instant as it goes down the line: a plain number, since a parser of dates takes tens of milliseconds to load. */
    static String write(Instant start) {
        return Long.toString(start.getEpochSecond() * NANOS + start.getNano());
    }

    private static Instant read(String order) {
        long nanos = Long.parseLong(order);
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    /** What the parent says, a line each. */
    interface Orders {
        String receive() throws IOException, InterruptedException;
    }
}

package io.fetchmark.worker;

import io.fetchmark.measure.NanoClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a worker waits until all of its crew are there: it says that it is ready, and is told the instant at which all
 * start. One thread uses it.
 */
final class StartLine {

    /** What is said in place of a further block. */
    static final String END = "end";

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
        return Start.at(read(order()), clock);
    }

    /** The next block; empty after the last. */
    Optional<Go> awaitBlock() throws IOException, InterruptedException {
        String[] words = order().split(" ", -1);
        if (words[0].equals(END)) {
            return Optional.empty();
        }
        BlockOrder order = new BlockOrder(
                Integer.parseInt(words[1]),
                Duration.ofNanos(Long.parseLong(words[2])),
                Duration.ofNanos(Long.parseLong(words[3])),
                Long.parseLong(words[4]));
        return Optional.of(new Go(Start.at(read(words[0]), clock), order));
    }

    private String order() throws IOException, InterruptedException {
        parent.accept(new Ready(starts++));
        return orders.receive();
    }

    /** When a block is to start, and which. */
    record Go(Start start, BlockOrder order) {}

    /** A block as it goes down the line. */
    static String write(Instant start, BlockOrder order) {
        return write(start) + " " + order.target() + " " + order.skipped().toNanos() + " "
                + order.measured().toNanos() + " " + order.seed();
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

package io.fetchmark.worker;

import io.fetchmark.json.Json;
import io.fetchmark.json.MalformedJson;
import io.fetchmark.measure.NanoClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where a worker waits until all of its crew are there: it says that it is ready, reads its clock when it is asked to, and
 * is told the instant at which all start. One thread at a time uses it.
 */
final class StartLine {

    private final Consumer<Message> parent;
    private final Orders orders;
    private final NanoClock clock;
    private int starts;

    StartLine(Consumer<Message> parent, Orders orders, NanoClock clock) {
        this.parent = parent;
        this.orders = orders;
        this.clock = clock;
        rehearse();
    }

    /** Loads what reads an order, which takes longer than the first start is ahead. */
    private static void rehearse() {
        Order.Go go = new Order.Go(0, 0);
        BlockOrder block = new BlockOrder(0, Duration.ZERO, Duration.ofNanos(1), 0);
        Stream.of(go, new Order.Measure(go), new Order.GoBlock(go, block), new Order.End())
                .forEach(order -> {
                    try {
                        Json.read(Json.line(order), Order.class);
                    } catch (MalformedJson e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    /** The next start, which is a little ahead. */
    Start await() throws IOException, InterruptedException {
        Order order = order();
        if (order instanceof Order.Go go) {
            return Start.ordered(go, clock);
        }
        throw new IllegalArgumentException("not a start: " + order);
    }

    /** The start of the measured time, to be awaited while the load runs. */
    Start awaitMeasuredTime() throws IOException, InterruptedException {
        Order order = Json.read(orders.receive(), Order.class);
        if (order instanceof Order.Measure measure) {
            return Start.ordered(measure.go(), clock);
        }
        throw new IllegalArgumentException("not the start of the measured time: " + order);
    }

    /** The next block; empty after the last. */
    Optional<Go> awaitBlock() throws IOException, InterruptedException {
        Order order = order();
        if (order instanceof Order.GoBlock block) {
            return Optional.of(new Go(Start.ordered(block.go(), clock), block.block()));
        }
        if (order instanceof Order.End) {
            return Optional.empty();
        }
        throw new IllegalArgumentException("not a block: " + order);
    }

    private Order order() throws IOException, InterruptedException {
        parent.accept(new Ready(starts++));
        Order order = Json.read(orders.receive(), Order.class);
        while (order instanceof Order.ReadClock) {
            parent.accept(new Clocked(clock.nanos()));
            order = Json.read(orders.receive(), Order.class);
        }
        return order;
    }

    /** When a block is to start, and which. */
    record Go(Start start, BlockOrder order) {}

    /** What the parent says, a line each. */
    interface Orders {
        String receive() throws IOException, InterruptedException;
    }
}

package io.fetchmark.worker;

import io.fetchmark.engine.Engine;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Recorder;
import io.fetchmark.measure.Shortage;
import io.fetchmark.measure.Slice;
import io.fetchmark.measure.Vitals;
import io.fetchmark.plan.Load;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Puts blocks of load on several targets, as its parent says, by an engine for each, whose connections stay from one block
 * to the next.
 */
final class BlockJob implements Job {

    private final Part part;
    private final StartLine line;
    private final Consumer<Message> parent;
    private final NanoClock clock;
    private final VitalsReader vitals = new VitalsReader();

    BlockJob(Part part, StartLine line, Consumer<Message> parent, NanoClock clock) {
        this.part = part;
        this.line = line;
        this.parent = parent;
        this.clock = clock;
    }

    @Override
    public Ended run() throws IOException, InterruptedException {
        List<Engine> engines = new ArrayList<>();
        try (StallMeter stalls = StallMeter.start(vitals, clock)) {
            part.assignment().targets().forEach(target -> engines.add(Job.engine(part, target, clock)));
            for (Optional<StartLine.Go> go = line.awaitBlock(); go.isPresent(); go = line.awaitBlock()) {
                BlockOrder order = go.get().order();
                parent.accept(drive(engines.get(order.target()), order, go.get().start(), stalls));
            }
            return new Ended(Runtime.version().toString());
        } finally {
            engines.forEach(Engine::close);
        }
    }

    private Blocked drive(Engine engine, BlockOrder order, Start begin, StallMeter stalls) throws InterruptedException {
        Start start = begin.plus(order.skipped());
        Start end = start.plus(order.measured());
        Recorder recorder = new Recorder(start.nanos(), end.nanos());
        Vitals before = vitals.read();
        stalls.take();
        Load load = part.scenario().load();
        if (load instanceof Load.Closed closed) {
            TimeUnit.NANOSECONDS.sleep(begin.nanos() - clock.nanos());
            engine.closed(part.concurrency(closed), end.nanos(), recorder);
        } else if (load instanceof Load.Open open) {
            Duration whole = order.skipped().plus(order.measured());
            engine.open(
                    part.arrivals(open, whole, order.seed()),
                    begin.nanos(),
                    part.scenario().request().timeout(),
                    recorder);
        } else {
            throw new IllegalArgumentException("has no blocks: " + load);
        }
        Vitals used = vitals.read().since(before).with(stalls.take());
        Slice slice = recorder.slice(clock.nanos()).with(used);
        slice.shortages().forEach(BlockJob::refuse);
        return Blocked.of(slice, recorder.warmUpRequests());
    }

    /** What a client measured that lacked something is no figure to compare. */
    private static void refuse(Shortage shortage, long exchanges) {
        if (exchanges > 0) {
            throw new IllegalArgumentException("the client could not start " + exchanges
                    + " exchanges of a block for want of " + shortage.noun() + ": " + shortage.remedy());
        }
    }
}

package io.fetchmark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Recorder;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Expect;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Request;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The event loop's threads allocate nothing for a request, once they are warm. */
@Timeout(120)
final class EventLoopAllocationTest {

    private static final int WARM = 20_000;
    private static final int COUNTED = 10_000;
    /** More than there are small numbers of descriptors, which the selector has boxes for anyway. */
    private static final int CONNECTIONS = 150;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aClosedLoadAllocatesNothing() throws Exception {
        assertAllocatesNothing((engine, recorder) -> engine.closed(CONNECTIONS, Long.MAX_VALUE / 2, recorder));
    }

    @Test
    void anOpenLoadAllocatesNothing() throws Exception {
        ArrivalSchedule schedule =
                ArrivalSchedule.of(new Load.Open(5000, Arrivals.POISSON), Duration.ofHours(1), new SplittableRandom(1));
        assertAllocatesNothing(
                (engine, recorder) -> engine.open(schedule, System.nanoTime(), Engine.ENDLESS_PATIENCE, recorder));
    }

    private void assertAllocatesNothing(Motion motion) throws Exception {
        Request request = Request.get("/").expecting(new Expect(200, "lo, w"));
        try (RawServer server = new RawServer(RawServer.answer(200, "hello, world"));
                Engine engine =
                        Engine.of(Client.EVENT_LOOP, server.address(), request, 1, CONNECTIONS, NanoClock.SYSTEM)) {
            // Nothing is measured: what recording allocates is a question of its own.
            long far = System.nanoTime() + Duration.ofHours(1).toNanos();
            Recorder recorder = new Recorder(far, far);
            // All connections are there, so that a pause of the machine makes no new ones.
            engine.closed(CONNECTIONS, System.nanoTime() + 100_000_000, recorder);
            Thread load = new Thread(() -> {
                try {
                    motion.run(engine, recorder);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            load.start();
            int first = server.requests();
            EngineProbe.await(() -> server.requests() > first + WARM);
            int requests = server.requests();
            long before = allocated();
            EngineProbe.await(() -> server.requests() > requests + COUNTED);
            long after = allocated();
            load.interrupt();
            load.join();
            assertThat(after - before).as("bytes for %s requests", COUNTED).isLessThan(COUNTED);
        }
    }

    private long allocated() {
        List<Long> ids = LongStream.of(threads.getAllThreadIds())
                .filter(this::isOfTheEventLoop)
                .boxed()
                .toList();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(2);
        return ids.stream().mapToLong(threads::getThreadAllocatedBytes).sum();
    }

    private boolean isOfTheEventLoop(long id) {
        ThreadInfo info = threads.getThreadInfo(id);
        return info != null
                && (info.getThreadName().equals("fetchmark-loop")
                        || info.getThreadName().equals("fetchmark-alarm"));
    }

    private interface Motion {
        void run(Engine engine, Recorder recorder) throws InterruptedException;
    }
}

package io.fetchmark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Recorder;
import io.fetchmark.measure.Slice;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Request;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A target that freezes for a second must not hide it from whoever arrives meanwhile.
 *
 * <p>The client has two threads, so the freeze meets two exchanges. The other 200 arrivals of that second wait in the
 * queue: a quarter of all response times is long, but only 2 in 800 service times are, a quarter of a per cent. It takes
 * four more stalls of half a second, of this machine say, to lift the 99th percentile of the service time over 500 ms.
 */
@Timeout(120)
final class StalledServerTest {

    private static final long HALF_A_SECOND = 500_000_000;

    @Test
    void aFreezeShowsInTheResponseTimeAndNotInTheServiceTime() throws Exception {
        AtomicLong frozenFrom = new AtomicLong(Long.MAX_VALUE);
        RawServer.Answer hello = RawServer.answer(200, "hello");
        RawServer.Answer freezing = (socket, out) -> {
            long sinceFreeze = System.nanoTime() - frozenFrom.get();
            if (frozenFrom.get() != Long.MAX_VALUE && sinceFreeze >= 0 && sinceFreeze < 1_000_000_000) {
                TimeUnit.NANOSECONDS.sleep(1_000_000_000 - sinceFreeze);
            }
            hello.write(socket, out);
        };
        Request request = Request.get("/").within(Duration.ofSeconds(30));
        try (RawServer server = new RawServer(freezing);
                Engine engine = Engine.of(Client.THREADS, server.address(), request, 2, 2, NanoClock.SYSTEM)) {
            long warm = System.nanoTime();
            engine.closed(2, warm + 500_000_000, new Recorder(warm, warm));

            long start = System.nanoTime() + 20_000_000;
            frozenFrom.set(start + 1_500_000_000);
            Recorder recorder = new Recorder(start, start + 4_000_000_000L);
            ArrivalSchedule schedule = ArrivalSchedule.of(
                    new Load.Open(200, Arrivals.UNIFORM), Duration.ofSeconds(4), new SplittableRandom(1));
            engine.open(schedule, start, request.timeout(), recorder);

            Slice slice = recorder.slice(System.nanoTime());
            assertThat(slice.requests()).isEqualTo(800);
            assertThat(slice.failed()).isZero();
            assertThat(slice.dropped()).isZero();
            assertThat(slice.serviceTime().max()).isGreaterThanOrEqualTo(HALF_A_SECOND);
            assertThat(slice.responseTime().quantile(0.99)).isGreaterThanOrEqualTo(HALF_A_SECOND);
            assertThat(slice.serviceTime().quantile(0.99)).isLessThan(HALF_A_SECOND);
        }
    }
}

package io.fetchmark.engine;

import static io.fetchmark.engine.RawServer.answer;
import static io.fetchmark.engine.RawServer.nothing;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.OnCalmMachine;
import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.arrival.Burst;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recorder;
import io.fetchmark.measure.Slice;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Request;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every client must do: keep the load, record each exchange once, and leave nothing behind. */
@ParameterizedClass
@EnumSource(Client.class)
@Timeout(120)
final class EngineContractTest {

    private static final Request REQUEST = Request.get("/").within(Duration.ofSeconds(20));
    private static final Request IMPATIENT = Request.get("/").within(Duration.ofMillis(300));
    private static final Duration DEADLINE = EngineProbe.DEADLINE;

    private final EngineProbe probe;

    EngineContractTest(Client client) {
        this.probe = new EngineProbe(client);
    }

    @BeforeEach
    void skipWhatThisJavaLacks() {
        probe.assumeAvailable();
    }

    @Test
    void keepsTheRateAndStartsNothingEarly() throws Exception {
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            Recorder recorder = EngineProbe.recorder();
            long start = System.nanoTime() + 20_000_000;
            try (Engine engine = probe.engine(server.address(), REQUEST)) {
                engine.open(poisson(), start, Engine.ENDLESS_PATIENCE, recorder);
            }
            Slice slice = recorder.slice(System.nanoTime());
            long[] due = LongStream.generate(poisson()::next)
                    .limit(slice.requests() + 1)
                    .toArray();
            assertThat(due[due.length - 1])
                    .as("the schedule has no further arrival")
                    .isEqualTo(ArrivalSchedule.NONE);
            long[] came = server.arrivals();
            assertThat(came).hasSize(due.length - 1);
            for (int i = 0; i < came.length; i++) {
                assertThat(came[i] - start).isGreaterThanOrEqualTo(due[i]);
            }
            assertThat(slice.errors()).isEqualTo(Outcome.noErrors());
        }
    }

    @Test
    void recordsEveryRequestOfAClosedLoadOnce() throws Exception {
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        int concurrency = probe.concurrency(8);
        RawServer.Answer hello = answer(200, "hello");
        RawServer.Answer counted = (socket, out) -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            Thread.sleep(2);
            inFlight.decrementAndGet();
            hello.write(socket, out);
        };
        try (RawServer server = new RawServer(counted)) {
            Recorder recorder = EngineProbe.recorder();
            try (Engine engine = probe.engine(server.address(), REQUEST)) {
                engine.closed(concurrency, System.nanoTime() + 3_000_000_000L, recorder);
            }
            Slice slice = recorder.slice(System.nanoTime());
            assertThat(slice.requests()).isPositive().isEqualTo(server.requests());
            assertThat(slice.errors()).isEqualTo(Outcome.noErrors());
            assertThat(most).hasValue(concurrency);
        }
    }

    @Test
    @OnCalmMachine
    void aTimeOutOfOneExchangeLeavesTheNextAlone() throws Exception {
        AtomicInteger count = new AtomicInteger();
        RawServer.Answer hello = answer(200, "hello");
        RawServer.Answer stall = nothing();
        RawServer.Answer everyThird =
                (socket, out) -> (count.getAndIncrement() % 3 == 0 ? stall : hello).write(socket, out);
        try (RawServer server = new RawServer(everyThird)) {
            Recorder recorder = EngineProbe.recorder();
            try (Engine engine = probe.engine(server.address(), IMPATIENT)) {
                for (int i = 0; i < 9; i++) {
                    engine.open(new Burst(1), System.nanoTime(), Engine.ENDLESS_PATIENCE, recorder);
                }
            }
            Slice slice = recorder.slice(System.nanoTime());
            assertThat(slice.requests()).isEqualTo(9);
            assertThat(slice.errors()).containsEntry(Outcome.TIMEOUT, 3L);
            assertThat(slice.failed()).isEqualTo(3);
        }
    }

    @Test
    void anArrivalThatFindsNoRoomWaitsForItWithItsIntendedInstant() throws Exception {
        int room = probe.concurrency(EngineProbe.ROOM);
        CountDownLatch full = new CountDownLatch(1);
        RawServer.Answer hello = answer(200, "hello");
        RawServer.Answer held = (socket, out) -> {
            full.await();
            hello.write(socket, out);
        };
        try (RawServer server = new RawServer(held)) {
            Recorder recorder = EngineProbe.recorder();
            try (Engine engine = probe.engine(server.address(), REQUEST)) {
                Thread release = new Thread(() -> {
                    try {
                        EngineProbe.await(() -> server.requests() == room);
                        Thread.sleep(300);
                        assertThat(server.openConnections()).isEqualTo(room);
                        full.countDown();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
                release.start();
                engine.open(new Burst(2 * room + 1), System.nanoTime(), Engine.ENDLESS_PATIENCE, recorder);
                release.join();
            }
            Slice slice = recorder.slice(System.nanoTime());
            assertThat(slice.requests()).isEqualTo(2L * room + 1).isEqualTo(server.requests());
            assertThat(slice.errors()).isEqualTo(Outcome.noErrors());
            assertThat(slice.responseTime().min()).isGreaterThan(290_000_000L);
            assertThat(slice.serviceTime().min()).isLessThan(290_000_000L);
        }
    }

    @Test
    void dropsOnlyWhatIsLaterThanThePatience() throws Exception {
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            Recorder recorder = EngineProbe.recorder();
            long start = System.nanoTime() - 100_000_000_000L;
            long[] offsets = {0, 1_000_000_000L, 99_000_000_000L, 100_000_000_000L};
            try (Engine engine = probe.engine(server.address(), REQUEST)) {
                engine.open(schedule(offsets), start, Duration.ofSeconds(50), recorder);
            }
            Slice slice = recorder.slice(System.nanoTime());
            assertThat(slice.dropped()).isEqualTo(2);
            assertThat(slice.requests()).isEqualTo(2).isEqualTo(server.requests());
            assertThat(slice.responseTime().max()).isGreaterThan(990_000_000L);
            assertThat(slice.responseTime().max())
                    .isGreaterThan(slice.serviceTime().max());
        }
    }

    @Test
    void stopsOnInterruptAndRecordsNothingThatItGaveUp() throws Exception {
        try (RawServer server = new RawServer(nothing())) {
            Recorder recorder = EngineProbe.recorder();
            AtomicInteger interrupted = new AtomicInteger();
            try (Engine engine = probe.engine(server.address(), REQUEST.within(Duration.ofHours(1)))) {
                Thread load = new Thread(() -> {
                    try {
                        engine.closed(probe.concurrency(3), Long.MAX_VALUE / 2, recorder);
                    } catch (InterruptedException e) {
                        interrupted.incrementAndGet();
                    }
                });
                load.start();
                EngineProbe.await(() -> server.requests() == probe.concurrency(3));
                load.interrupt();
                load.join(DEADLINE.toMillis());
                assertThat(load.isAlive()).isFalse();
                assertThat(interrupted).hasValue(1);
                EngineProbe.await(() -> server.openConnections() == 0);
            }
            assertThat(recorder.slice(System.nanoTime()).requests()).isZero();
        }
    }

    @Test
    void stopsOnInterruptWhileItWaitsForAnArrival() throws Exception {
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            AtomicInteger interrupted = new AtomicInteger();
            try (Engine engine = probe.engine(server.address(), REQUEST)) {
                Thread load = new Thread(() -> {
                    try {
                        engine.open(
                                schedule(0, 3_600_000_000_000L),
                                System.nanoTime(),
                                Engine.ENDLESS_PATIENCE,
                                EngineProbe.recorder());
                    } catch (InterruptedException e) {
                        interrupted.incrementAndGet();
                    }
                });
                load.start();
                EngineProbe.await(() -> server.requests() == 1);
                load.interrupt();
                load.join(DEADLINE.toMillis());
                assertThat(load.isAlive()).isFalse();
                assertThat(interrupted).hasValue(1);
            }
        }
    }

    @Test
    void stopsOnInterruptWhenEveryConnectionIsRefused() throws Exception {
        try (Engine engine = probe.engine(EngineProbe.nobody(), REQUEST)) {
            for (Load load : List.of(new Load.Closed(1), new Load.Open(1_000_000, Arrivals.UNIFORM))) {
                AtomicInteger interrupted = new AtomicInteger();
                Recorder recorder = EngineProbe.recorder();
                Thread thread = new Thread(() -> {
                    try {
                        if (load instanceof Load.Open open) {
                            ArrivalSchedule endless =
                                    ArrivalSchedule.of(open, Duration.ofHours(1), new SplittableRandom(1));
                            engine.open(endless, System.nanoTime(), Engine.ENDLESS_PATIENCE, recorder);
                        } else {
                            engine.closed(1, Long.MAX_VALUE / 2, recorder);
                        }
                    } catch (InterruptedException e) {
                        interrupted.incrementAndGet();
                    }
                });
                thread.start();
                EngineProbe.await(() -> recorder.slice(System.nanoTime()).requests() > 0);
                thread.interrupt();
                thread.join(DEADLINE.toMillis());
                assertThat(thread.isAlive()).isFalse();
                assertThat(interrupted).hasValue(1);
            }
        }
    }

    @Test
    void closesEverySocket() throws Exception {
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            try (Engine engine = probe.engine(server.address(), REQUEST)) {
                engine.closed(probe.concurrency(4), System.nanoTime() + 200_000_000, EngineProbe.recorder());
            }
            EngineProbe.await(() -> {
                // Before JDK 21 this is what lets an HttpClient end.
                System.gc();
                return server.openConnections() == 0;
            });
        }
    }

    private static ArrivalSchedule poisson() {
        return ArrivalSchedule.of(new Load.Open(100, Arrivals.POISSON), Duration.ofSeconds(1), new SplittableRandom(1));
    }

    private static ArrivalSchedule schedule(long... offsets) {
        var iterator = Arrays.stream(offsets).iterator();
        return () -> iterator.hasNext() ? requireNonNull(iterator.next()) : ArrivalSchedule.NONE;
    }
}

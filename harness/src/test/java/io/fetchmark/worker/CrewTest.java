package io.fetchmark.worker;

import static io.fetchmark.engine.RawServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.engine.RawServer;
import io.fetchmark.fork.Jdk;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.result.LadderStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several workers. */
@Timeout(180)
final class CrewTest {

    private final Crews crews = new Crews();

    @TempDir
    private Path folder;

    @Test
    void aClosedLoadHasAsManyInFlightAsOneWorkerWouldHave() throws Exception {
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(5);
        RawServer.Answer slow = (socket, out) -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            all.countDown();
            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
            inFlight.decrementAndGet();
            answer(200, "hello").write(socket, out);
        };
        try (RawServer server = new RawServer(slow)) {
            Measurement measured = crews.measure(server, 2, new Load.Closed(5), Client.THREADS, 500, 4500);
            assertThat(most).hasValue(5);
            assertThat(measured.workers()).isEqualTo(2);
            assertThat(measured.recording().requests()).isPositive();
            assertThat(measured.recording().requests() + measured.warmUpRequests())
                    .isEqualTo(server.requests());
            assertThat(measured.durationSeconds()).isEqualTo(4.5);
            assertThat(measured.clientCpuNanos()).isPositive();
            assertThat(crews.progress).extracting(Progress::phase).contains(Progress.Phase.MEASURE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOpenLoadHasTheArrivalsOfTheOneSchedule(Arrivals arrivals) throws Exception {
        Load.Open load = new Load.Open(100, arrivals);
        long[] due = all(ArrivalSchedule.of(load, Duration.ofMillis(2500), new SplittableRandom(Crews.SEED)));
        long inWarmUp =
                LongStream.of(due).filter(nanos -> nanos < 1_000_000_000).count();
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            Measurement measured = crews.measure(server, 3, load, Client.ASYNC, 1000, 1500);
            assertThat(measured.warmUpRequests()).isEqualTo(inWarmUp);
            assertThat(measured.recording().requests()).isEqualTo(due.length - inWarmUp);
            assertThat(measured.recording().dropped()).isZero();
            assertThat(server.requests()).isEqualTo(due.length);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"THREADS", "ASYNC", "EVENT_LOOP"})
    void theWarmUpGoesOnUntilItsGuideEndsItAndTheLoadWithoutAGap(Client client) throws Exception {
        List<Progress> steps = new ArrayList<>();
        try (RawServer server = new RawServer(answer(200, "hello"));
                Crew crew = crews.start(
                        server, 2, new Load.Open(100, Arrivals.UNIFORM), client, 1000, 1500, crews.progress::add)) {
            Measurement measured = crew.await(() -> {}, step -> {
                steps.add(step);
                return steps.size() < 8 ? Optional.empty() : Optional.of(Duration.ofSeconds(4));
            });

            assertThat(measured.warmUpRequests()).isEqualTo(400);
            assertThat(measured.recording().requests()).isEqualTo(150);
            assertThat(server.requests()).isEqualTo(550);
            assertThat(steps)
                    .hasSize(8)
                    .allSatisfy(step -> assertThat(step.phase()).isEqualTo(Progress.Phase.WARM_UP));
            assertThat(steps).extracting(Progress::requests).isSorted();
            assertThat(steps).anySatisfy(step -> assertThat(step.p50Nanos()).isPositive());
        }
    }

    @Test
    void anArrivalThatIsFarAheadIsNotWaitedForOnceTheEndIsKnown() throws Exception {
        // Each of the threads holds an arrival that is due up to a minute later.
        Load.Open rare = new Load.Open(0.5, Arrivals.UNIFORM);
        try (RawServer server = new RawServer(answer(200, "hello"));
                Crew crew = crews.start(server, 1, rare, Client.THREADS, 1000, 1500, crews.progress::add)) {
            Measurement measured = crew.await();
            assertThat(measured.recording().requests()).isEqualTo(1);
            assertThat(measured.warmUpRequests()).isEqualTo(1);
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    /** As on machines of their own. */
    @Test
    void workersWhoseClocksHaveOtherOriginsStartTogether() throws Exception {
        Load.Open load = new Load.Open(100, Arrivals.UNIFORM);
        Instant before = Instant.now();
        try (RawServer server = new RawServer(answer(200, "hello"));
                Crew crew = Crew.start(
                        new Assignment(
                                server.address(),
                                Crews.scenario(load, Client.ASYNC, 500, 1500),
                                Client.ASYNC,
                                Crews.SEED),
                        3,
                        new Place(inTimeNamespace(), Crews.classPath(), List.of(), Optional.empty()),
                        crews.progress::add,
                        crews.log::add)) {
            Measurement measured = crew.await();
            assertThat(measured.warmUpRequests()).isEqualTo(50);
            assertThat(measured.recording().requests()).isEqualTo(150);
            assertThat(measured.start()).isBetween(before.plusMillis(500), Instant.now());
            assertThat(crews.log).as("each clock is another").hasSize(3).doesNotHaveDuplicates();
        }
    }

    /** A Java whose every process has a monotonic clock of its own, which it prints. */
    private Jdk inTimeNamespace() throws Exception {
        Path home = folder.resolve("jdk");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        String unshare = "unshare -T --monotonic";
        Files.writeString(
                java,
                "#!/bin/sh\noffset=$(( $$ * 100 ))\necho $offset\n" + "exec " + unshare + " $offset "
                        + Jdk.running().executable() + " \"$@\"\n");
        assumeTrue(java.toFile().setExecutable(true));
        Process trial = new ProcessBuilder("sh", "-c", unshare + " 1000000 true")
                .redirectErrorStream(true)
                .start();
        assumeTrue(trial.waitFor() == 0, "needs the right to make a time namespace");
        return new Jdk(home, Runtime.version());
    }

    @Test
    void eachStartIsAnnouncedWhileThereIsNoLoad() throws Exception {
        List<Long> atStart = new ArrayList<>();
        try (RawServer server = new RawServer(answer(200, "hello"));
                Crew crew = crews.start(
                        server, 2, new Load.Ladder(List.of(1, 10, 5)), Client.THREADS, 300, 10, crews.progress::add)) {
            Measurement measured = crew.await(() -> atStart.add((long) server.requests()), step -> Optional.empty());

            long warm = measured.warmUpRequests();
            assertThat(atStart).containsExactly(0L, warm, warm + 1, warm + 11);
        }
    }

    @Test
    void eachStepOfALadderIsSharedAndHasOneTime() throws Exception {
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            Load ladder = new Load.Ladder(List.of(1, 10, 5));
            Measurement measured = crews.measure(server, 3, ladder, Client.SEQUENTIAL, 300, 10);
            assertThat(measured.recording().requests()).isEqualTo(16);
            assertThat(measured.warmUpRequests() + 16).isEqualTo(server.requests());
            assertThat(measured.steps()).extracting(LadderStep::fetches).containsExactly(1, 10, 5);
            assertThat(measured.steps()).allMatch(step -> step.seconds() > 0);
        }
    }

    @Test
    void noWorkerClimbsOnBeforeTheOthersHaveClimbedAStep() throws Exception {
        // The only fetch of the first step is the first worker's. It is not answered while the other one could go on.
        CountDownLatch two = new CountDownLatch(2);
        AtomicBoolean early = new AtomicBoolean();
        RawServer.Answer answer = (socket, out) -> {
            two.countDown();
            if (two.getCount() == 1 && two.await(2, TimeUnit.SECONDS)) {
                early.set(true);
            }
            answer(200, "hello").write(socket, out);
        };
        try (RawServer server = new RawServer(answer)) {
            crews.measure(server, 2, new Load.Ladder(List.of(1, 2)), Client.SEQUENTIAL, 0, 10);
            assertThat(server.requests()).isEqualTo(3);
            assertThat(early).isFalse();
        }
    }

    private static long[] all(ArrivalSchedule schedule) {
        return LongStream.generate(schedule::next)
                .takeWhile(offset -> offset != ArrivalSchedule.NONE)
                .toArray();
    }
}

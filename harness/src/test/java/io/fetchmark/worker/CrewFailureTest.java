package io.fetchmark.worker;

import static io.fetchmark.engine.RawServer.answer;
import static io.fetchmark.engine.RawServer.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.engine.RawServer;
import io.fetchmark.fork.Jdk;
import io.fetchmark.measure.Outcome;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.Scenario;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several workers, of which one does not do its part. */
@Timeout(180)
final class CrewFailureTest {

    private final Crews crews = new Crews();

    @Test
    void ofAKilledWorkerTheNumberIsToldAndTheOthersAreEnded() throws Exception {
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            Load load = new Load.Open(20, Arrivals.UNIFORM);
            Crew[] started = new Crew[1];
            Consumer<Progress> killer = step -> {
                if (step.phase() == Progress.Phase.MEASURE) {
                    ProcessHandle.of(started[0].pids().get(1)).ifPresent(ProcessHandle::destroyForcibly);
                }
            };
            try (Crew crew = crews.start(server, 2, load, Client.ASYNC, 250, 60_000, killer)) {
                started[0] = crew;
                assertThatThrownBy(crew::await)
                        .isInstanceOf(WorkerFailure.class)
                        .hasMessageContaining("worker 2 of 2 ended with status 137 (killed by signal 9)");
                assertThat(crew.pids()).noneMatch(CrewFailureTest::isAlive);
            }
        }
    }

    @Test
    void aWorkerWhoseExchangesHangIsNoFailureAndTheyAreCounted() throws Exception {
        AtomicReference<Socket> first = new AtomicReference<>();
        RawServer.Answer answer = (socket, out) -> {
            if (first.compareAndSet(null, socket) || first.get() == socket) {
                nothing().write(socket, out);
            } else {
                answer(200, "hello").write(socket, out);
            }
        };
        Scenario scenario = Scenario.of(
                        "s", Request.get("/").within(Duration.ofSeconds(9)), new Load.Closed(2), Client.SEQUENTIAL)
                .lasting(Duration.ofSeconds(4), Duration.ofMillis(1500));
        try (RawServer server = new RawServer(answer);
                Crew crew = Crew.start(
                        new Assignment(server.address(), scenario, Client.SEQUENTIAL, Crews.SEED),
                        2,
                        new Place(Jdk.running(), Crews.classPath(), List.of(), Optional.empty()),
                        crews.progress::add,
                        crews.log::add)) {
            Measurement measured = crew.await();

            assertThat(measured.hung()).containsEntry(Outcome.TIMEOUT, 1L);
            assertThat(measured.recording().requests()).isPositive();
        }
    }

    @Test
    void oneThatDiesWhileAnotherWaitsForItIsAFailure() throws Exception {
        try (RawServer server = new RawServer(nothing())) {
            try (Crew crew = crews.start(server, 3, new Load.Ladder(List.of(1)), Client.ASYNC, 0, 10, step -> {})) {
                // Its only fetch never ends, and the others have no share in it.
                Thread killer = new Thread(() -> {
                    while (server.requests() == 0) {
                        LockSupport.parkNanos(10_000_000);
                    }
                    ProcessHandle.of(crew.pids().get(0)).ifPresent(ProcessHandle::destroyForcibly);
                });
                killer.setDaemon(true);
                killer.start();
                assertThatThrownBy(crew::await)
                        .isInstanceOf(WorkerFailure.class)
                        .hasMessageContaining("worker 1 of 3 ended with status 137");
                assertThat(crew.pids()).noneMatch(CrewFailureTest::isAlive);
            }
        }
    }

    @Test
    void closingEndsAllAndTheWait() throws Exception {
        try (RawServer server = new RawServer(nothing())) {
            Crew crew = crews.start(server, 2, new Load.Closed(2), Client.THREADS, 0, 60_000, step -> {});
            Thread closer = new Thread(crew::close);
            closer.start();
            assertThatThrownBy(crew::await)
                    .isInstanceOf(WorkerFailure.class)
                    .hasMessage("the worker was stopped before it had measured");
            closer.join();
            assertThat(crew.pids()).noneMatch(CrewFailureTest::isAlive);
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}

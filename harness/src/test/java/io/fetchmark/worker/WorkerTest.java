package io.fetchmark.worker;

import static io.fetchmark.engine.RawServer.answer;
import static io.fetchmark.engine.RawServer.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fetchmark.engine.RawServer;
import io.fetchmark.fork.ChattyAgent;
import io.fetchmark.fork.Jdk;
import io.fetchmark.fork.MessageFixtures;
import io.fetchmark.measure.Slice;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.LadderStep;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A crew of one. */
@Timeout(180)
final class WorkerTest {

    private static final Request REQUEST = Request.get("/").within(Duration.ofSeconds(30));
    private static final Load CLOSED = new Load.Closed(2);

    private final Queue<Progress> progress = new ConcurrentLinkedQueue<>();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    @Test
    void aClosedLoadIsMeasuredWithoutItsWarmUp() throws Exception {
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            Instant before = Instant.now();
            Measurement measured = measure(server, CLOSED, Client.ASYNC, 3000, 4300, here());
            assertThat(measured.recording().requests()).isPositive();
            assertThat(measured.recording().requests() + measured.warmUpRequests())
                    .isEqualTo(server.requests());
            assertThat(measured.recording().errors().values()).containsOnly(0L);
            assertThat(measured.durationSeconds()).isEqualTo(4.3);
            assertThat(measured.start()).isBetween(before.plusSeconds(3), Instant.now());
            assertThat(measured.clientCpuNanos()).isPositive();
            assertThat(measured.recording().vitals().cpuNanos()).isEqualTo(measured.clientCpuNanos());
            assertThat(measured.recording().vitals().cpus()).isNotEmpty();
            assertThat(measured.jdk()).isEqualTo(Runtime.version().toString());
            assertThat(measured.steps()).isEmpty();
            List<Slice> slices = measured.recording().slices();
            assertThat(slices).hasSizeGreaterThanOrEqualTo(2);
            assertThat(slices.get(0).startNanos()).isZero();
            for (int i = 1; i < slices.size(); i++) {
                assertThat(slices.get(i).startNanos())
                        .isEqualTo(slices.get(i - 1).endNanos());
            }
            assertThat(progress)
                    .extracting(Progress::phase)
                    .contains(Progress.Phase.WARM_UP, Progress.Phase.MEASURE)
                    .isSorted();
        }
    }

    @Test
    void anOpenLoadRunsOnFromTheWarmUpWithoutAGap() throws Exception {
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            Measurement measured =
                    measure(server, new Load.Open(100, Arrivals.UNIFORM), Client.THREADS, 1000, 2000, here());
            assertThat(measured.warmUpRequests()).isEqualTo(100);
            assertThat(measured.recording().requests()).isEqualTo(200);
            assertThat(server.requests()).isEqualTo(300);
            assertThat(measured.recording().dropped()).isZero();
        }
    }

    @Test
    void aLadderIsClimbedOnceAfterTheWarmUp() throws Exception {
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            Load ladder = new Load.Ladder(List.of(1, 10, 5));
            Measurement measured = measure(server, ladder, Client.THREADS, 500, 10, here());
            assertThat(measured.recording().requests()).isEqualTo(16);
            assertThat(measured.warmUpRequests() + 16).isEqualTo(server.requests());
            assertThat(measured.steps()).extracting(LadderStep::fetches).containsExactly(1, 10, 5);
            assertThat(measured.recording().vitals().cpuNanos()).isPositive().isEqualTo(measured.clientCpuNanos());
            assertThat(measured.steps()).allMatch(step -> step.seconds() > 0);
            assertThat(measured.durationSeconds())
                    .isCloseTo(
                            measured.steps().stream()
                                    .mapToDouble(LadderStep::seconds)
                                    .sum(),
                            within(1e-9));
        }
    }

    @Test
    void virtualThreadsFetchOnANewerJdk() throws Exception {
        Optional<Jdk> newer = Jdk.search(Client.VIRTUAL_THREADS.minimumJdk(), System.getenv());
        assumeTrue(newer.isPresent(), "no JDK 21 or newer here");
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            Place place = new Place(newer.orElseThrow(), classPath(), List.of(), Optional.empty());
            Measurement measured =
                    measure(server, new Load.Open(100, Arrivals.POISSON), Client.VIRTUAL_THREADS, 200, 1000, place);
            assertThat(measured.recording().requests() + measured.warmUpRequests())
                    .isEqualTo(server.requests());
            assertThat(measured.jdk()).startsWith("" + newer.orElseThrow().feature());
        }
    }

    @Test
    void aClientThatTheJvmLacksIsAFailureThatSaysSo() throws Exception {
        assumeTrue(Runtime.version().feature() < 21, "this JDK has virtual threads");
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            assertThatThrownBy(() -> measure(server, CLOSED, Client.VIRTUAL_THREADS, 0, 1000, here()))
                    .isInstanceOf(WorkerFailure.class)
                    .hasMessageContaining("client virtual-threads needs JDK 21 or newer")
                    .hasMessageNotContaining("at io.fetchmark");
        }
    }

    @Test
    void theHostHeaderMayBeSet() throws Exception {
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            Map<String, String> headers = Map.of("Host", "shop.example");
            Request request = new Request("/", "GET", headers, "", REQUEST.expect(), REQUEST.timeout(), REQUEST.http());
            Scenario scenario = Scenario.of("s", request, new Load.Ladder(List.of(3)), Client.SEQUENTIAL)
                    .lasting(Duration.ZERO, Duration.ofSeconds(1));
            Assignment assignment = new Assignment(server.address(), scenario, Client.SEQUENTIAL, 1);
            try (Crew crew = Crew.start(assignment, 1, here(), progress::add, log::add)) {
                assertThat(crew.await().recording().errors().values()).containsOnly(0L);
            }
            assertThat(server.heads())
                    .hasSize(3)
                    .allSatisfy(head -> assertThat(head).containsIgnoringCase("host: shop.example\r\n"));
        }
    }

    @Test
    void aKilledWorkerIsAFailureWithItsStatus() throws Exception {
        try (RawServer server = new RawServer(nothing());
                Crew crew = start(server, here())) {
            assertThat(ProcessHandle.of(crew.pids().get(0)).orElseThrow().destroyForcibly())
                    .isTrue();
            assertThatThrownBy(crew::await)
                    .isInstanceOf(WorkerFailure.class)
                    .hasMessageContaining("ended with status 137 (killed by signal 9)");
        }
    }

    @Test
    void aWorkerWithoutMemoryIsAFailureWithItsLastWords() throws Exception {
        try (RawServer server = new RawServer(nothing())) {
            Place tiny = new Place(Jdk.running(), classPath(), List.of("-Xmx3m"), Optional.empty());
            try (Crew crew = start(server, tiny)) {
                assertThatThrownBy(crew::await)
                        .isInstanceOf(WorkerFailure.class)
                        .hasMessageContaining("its heap is too small for this load: give it more, for example by"
                                + " -Dfetchmark.jvmOptions=-Xmx1g")
                        .hasMessageContaining("OutOfMemoryError");
            }
        }
    }

    @Test
    void whatCannotBeUnderstoodIsAFailure() throws Exception {
        try (RawServer server = new RawServer(nothing())) {
            for (String garbage : List.of("{\"kind\":\"measu", "{\"kind\":\"other\"}", "", "[]", "null")) {
                Place place = new Place(saying(garbage), classPath(), List.of(), Optional.empty());
                try (Crew crew = start(server, place)) {
                    assertThatThrownBy(crew::await)
                            .as(garbage)
                            .isInstanceOf(WorkerFailure.class)
                            .hasMessageContaining("cannot be understood");
                }
            }
        }
    }

    @Test
    void closingEndsTheJvmAndTheWait() throws Exception {
        try (RawServer server = new RawServer(nothing())) {
            Crew crew = start(server, here());
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread waiting = new Thread(() -> {
                try {
                    crew.await();
                } catch (WorkerFailure | InterruptedException e) {
                    failure.set(e);
                }
            });
            waiting.start();
            crew.close();
            waiting.join(30_000);
            assertThat(failure.get())
                    .isInstanceOf(WorkerFailure.class)
                    .hasMessage("the worker was stopped before it had measured");
            assertThat(ProcessHandle.of(crew.pids().get(0))).isEmpty();
        }
    }

    @Test
    void theWaitCanBeInterrupted() throws Exception {
        try (RawServer server = new RawServer(nothing());
                Crew crew = start(server, here())) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(crew::await).isInstanceOf(InterruptedException.class);
        }
    }

    private Measurement measure(
            RawServer server, Load load, Client client, int warmUpMillis, int durationMillis, Place place)
            throws IOException, WorkerFailure, InterruptedException {
        Scenario scenario = Scenario.of("s", REQUEST, load, client)
                .lasting(Duration.ofMillis(warmUpMillis), Duration.ofMillis(durationMillis));
        Assignment assignment = new Assignment(server.address(), scenario, client, 42);
        try (Crew crew = Crew.start(assignment, 1, place, progress::add, log::add)) {
            return crew.await();
        }
    }

    /** A worker whose first exchange does not end. */
    private Crew start(RawServer server, Place place) throws IOException {
        Scenario scenario = Scenario.of("s", REQUEST.within(Duration.ofMinutes(10)), CLOSED, Client.ASYNC);
        return Crew.start(
                new Assignment(server.address(), scenario, Client.ASYNC, 1), 1, place, progress::add, log::add);
    }

    @Test
    void whatAnAgentPrintsWithoutALineEndIsLogAndSwallowsNoMessage() throws Exception {
        List<String> agent = List.of("-javaagent:" + ChattyAgent.jar(folder));
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            Place place = new Place(Jdk.running(), classPath(), agent, Optional.empty());
            Measurement measured =
                    measure(server, new Load.Open(100, Arrivals.UNIFORM), Client.ASYNC, 500, 2000, place);
            assertThat(measured.recording().requests()).isEqualTo(200);
            assertThat(String.join("", log)).contains("agent out").contains("agent err");
        }
    }

    /** Two collectors are an error. */
    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseParallelGC", "-XX:+UseZGC"})
    void aCollectorThatAUserChoosesIsUsedOnEachJdk(String collector) throws Exception {
        List<Jdk> jdks = Stream.concat(
                        Stream.of(Jdk.running()), Jdk.search(Jdk.running().feature() + 1, System.getenv()).stream())
                .toList();
        try (RawServer server = new RawServer(answer(200, "hello"))) {
            for (Jdk jdk : jdks) {
                Place place = new Place(jdk, classPath(), List.of(collector, "-Xlog:gc"), Optional.empty());
                measure(server, new Load.Ladder(List.of(1)), Client.SEQUENTIAL, 0, 10, place);
                String name = collector.replaceAll(".*Use(.*)GC", "$1");
                assertThat(log).as(jdk + " names its collector").anyMatch(line -> line.contains(name));
                log.clear();
            }
        }
    }

    /** An installation whose Java says one thing only. */
    private Jdk saying(String message) throws IOException {
        assumeTrue(File.separatorChar == '/', "needs a shell");
        Path home = Files.createTempDirectory(folder, "jdk");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.write(home.resolve("message"), MessageFixtures.written(message));
        Files.writeString(java, "#!/bin/sh\ncat " + home.resolve("message") + "\nread line\nread line\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        return new Jdk(home, Runtime.version());
    }

    private static Place here() {
        return new Place(Jdk.running(), classPath(), List.of(), Optional.empty());
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }
}

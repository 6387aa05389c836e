package io.fetchmark.worker;

import io.fetchmark.fork.ClassArchive;
import io.fetchmark.fork.ConnectionProperties;
import io.fetchmark.fork.EnvironmentOptions;
import io.fetchmark.fork.ForkedJvm;
import io.fetchmark.fork.Launch;
import io.fetchmark.json.Json;
import io.fetchmark.json.MalformedJson;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.UserFolders;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A forked JVM that does its part of an assignment, as its crew sees it. One thread hears it; any thread may stop it.
 */
final class Worker {

    /**
     * The options of every worker's JVM.
     *
     * <ul>
     *   <li>A second try, which HttpClient makes by itself for a GET, would reach the target without being counted. It is
     *       to want one for every method, and is refused it: that is how it says that a connection ended before the
     *       first byte of a response.
     *   <li>What ends an asynchronous exchange runs in the common pool. Up to JDK 24 that is not used where it has a single
     *       thread, that is on one or two CPUs; each exchange then starts a thread, which more than doubles what it costs
     *       ({@code dev/bench-clients}).
     *   <li>One collector, whatever the number of CPUs, and the one without threads of its own beside the load. No
     *       difference of its CPU time to G1's could be established.
     *   <li>A selector finds a connection by the number of its descriptor, in a box. Those from 128 on would be a new object
     *       for each response.
     *   <li>Without memory a worker measures the garbage collector, so it ends.
     * </ul>
     */
    static final List<String> OPTIONS = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:AutoBoxCacheMax=20000",
            "-Djdk.httpclient.redirects.retrylimit=1",
            "-Djdk.httpclient.enableAllMethodRetry=true",
            "-Djdk.httpclient.allowRestrictedHeaders=host",
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2");

    private static final int SHOWN = 200;
    private static final int SIGNALLED = 128;

    private final ForkedJvm jvm;
    private final ClassArchive archive;
    private final String name;
    private final Inbox inbox;
    private final Part part;
    private final WorkerClock clock = new WorkerClock(NanoClock.SYSTEM);
    private volatile long heardAt = System.nanoTime();

    private Worker(ForkedJvm jvm, ClassArchive archive, Part part, Consumer<Progress> progress) {
        this.jvm = jvm;
        this.archive = archive;
        this.part = part;
        this.name = part.workers() == 1 ? "the worker" : "worker " + (part.index() + 1) + " of " + part.workers();
        this.inbox = new Inbox(progress);
    }

    /**
     * Starts a worker on its part.
     *
     * @param progress is told by the thread that hears
     * @param log takes the lines that the JVM prints, from another thread
     * @throws IOException if the JVM cannot be started
     */
    static Worker start(Part part, Place place, Consumer<Progress> progress, Consumer<String> log) throws IOException {
        List<String> options = Launch.options(OPTIONS, place.options());
        List<String> kind = Stream.concat(EnvironmentOptions.of(System.getenv()).passed().stream(), options.stream())
                .toList();
        ClassArchive archive = ClassArchive.of(
                ClassArchive.directory(UserFolders.cache(System.getenv())), place.jdk(), place.classPath(), kind);
        List<String> all = Stream.of(ConnectionProperties.options(System.getProperties()), options, archive.options())
                .flatMap(List::stream)
                .toList();
        ForkedJvm jvm = ForkedJvm.start(
                new Launch(place.jdk(), place.classPath(), all, WorkerMain.class.getName(), place.cpus(), Map.of()),
                log);
        Worker worker = new Worker(jvm, archive, part, progress);
        try {
            jvm.send(Json.line(part));
        } catch (IOException e) {
            log.accept(worker.name + " ended before it had its assignment: " + e.getMessage());
        }
        return worker;
    }

    /** Passes on what the worker says, to be heard by another thread, until it has ended. */
    void listen(Consumer<News> news) {
        Thread listener = new Thread(
                () -> {
                    try {
                        for (Optional<String> line = jvm.receive(); line.isPresent(); line = jvm.receive()) {
                            heardAt = System.nanoTime();
                            news.accept(message(line.get(), heardAt));
                        }
                        news.accept(this::end);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException("nobody interrupts this thread", e);
                    }
                },
                "fetchmark-worker-" + jvm.pid());
        listener.setDaemon(true);
        listener.start();
    }

    /** Something that has become of a worker; must be heard in the order in which it was told. */
    interface News {
        void hear() throws WorkerFailure, InterruptedException;
    }

    /** Whether the worker waits for its crew. */
    boolean isWaiting() {
        return inbox.isWaiting();
    }

    /** Whether it is known well enough, and since lately, what the clock of the worker says. */
    boolean hasClock() {
        return clock.isKnown();
    }

    /** Asks a waiting worker once what its clock says. */
    void readClock() {
        inbox.ask();
        clock.ask();
        send(new Order.ReadClock());
    }

    /** Whether it has answered {@link #readClock}. */
    boolean hasReadClock() {
        return !inbox.isAsked();
    }

    /** By how much the clock of the worker is off from this JVM's; it must have been asked before. */
    ClockOffset clock() {
        return clock.offset();
    }

    /** Has a waiting worker do something. */
    void go(Order order) {
        inbox.started();
        send(order);
    }

    /** Tells a worker whose load runs when its measured time starts. */
    void measure(Order.Measure order) {
        send(order);
    }

    private void send(Order order) {
        try {
            jvm.send(Json.line(order));
        } catch (IOException e) {
            // It has ended, which will be heard.
        }
    }

    /** When it said something last, or was started, by the clock of this JVM. */
    long heardAt() {
        return heardAt;
    }

    /** Whether there is still something that it has to say. */
    boolean isUnderway() {
        return (!isWaiting() || inbox.isAsked()) && measurement().isEmpty() && ended().isEmpty();
    }

    /** The block that it was told to start last, once that has ended. */
    Optional<Blocked> block() {
        return inbox.block();
    }

    /** What it said when it had driven its last block. */
    Optional<Ended> ended() {
        return inbox.end();
    }

    /** What it has measured, once it has. */
    Optional<Measurement> measurement() {
        return inbox.measurement();
    }

    long pid() {
        return jvm.pid();
    }

    /** Ends the JVMs at once; returns when they have ended. */
    static void endAll(List<Worker> workers) {
        ForkedJvm.closeAll(workers.stream().map(worker -> worker.jvm).toList());
        workers.forEach(worker -> worker.archive.ended(worker.jvm.endedWell()));
    }

    private News message(String line, long receivedAt) {
        return () -> {
            try {
                Message message = Json.read(line, Message.class);
                message.deliver(inbox);
                if (message instanceof Clocked clocked) {
                    clock.answered(clocked.nanos(), receivedAt);
                }
            } catch (MalformedJson | IllegalArgumentException | DateTimeException e) {
                String start = line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
                throw new WorkerFailure(name + " said what cannot be understood (" + e.getMessage() + "): " + start, e);
            }
        };
    }

    /** The failure of a worker that has said nothing for that long, although it should have. */
    WorkerFailure hangs(Duration silence) {
        return new WorkerFailure(name + " hangs: it should say something each second, but process " + pid()
                + " said nothing for " + silence.toSeconds() + " s");
    }

    private void end() throws WorkerFailure, InterruptedException {
        if (measurement().isPresent() || ended().isPresent()) {
            return;
        }
        int status = jvm.exitStatus();
        String tail = jvm.tail();
        throw new WorkerFailure(name + " ended with status " + status
                + (status > SIGNALLED ? " (killed by signal " + (status - SIGNALLED) + ")" : "")
                + " before it had measured"
                + remedy(tail)
                + (tail.isEmpty() ? ", and printed nothing" : "; it printed:\n" + tail));
    }

    /** The failure of a worker that has measured and, although it had a share of the load, has nothing to show. */
    Optional<WorkerFailure> idle() {
        boolean idle = measurement().filter(part::isIdle).isPresent();
        return idle
                ? Optional.of(
                        new WorkerFailure(
                                name + " ended no request that was due in the measured time, and the others"
                                        + " did: it stood still, or its clock is wrong, so the load was not the one that was asked for"))
                : Optional.empty();
    }

    private static String remedy(String tail) {
        if (tail.contains("OutOfMemoryError") || tail.contains("Too small maximum heap")) {
            return ", as its heap is too small for this load: give it more, for example by"
                    + " -Dfetchmark.jvmOptions=-Xmx1g";
        }
        return tail.contains("insufficient memory") || tail.contains("Could not reserve enough space")
                ? ", as this machine has too little memory left for it: end other programs, or lower <workers>"
                : "";
    }
}

package io.fetchmark.worker;

import io.fetchmark.fork.ClassArchive;
import io.fetchmark.fork.ForkedJvm;
import io.fetchmark.fork.Launch;
import io.fetchmark.json.Json;
import io.fetchmark.json.MalformedJson;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A forked JVM that measures one scenario with one client, as its parent sees it. One thread awaits the measurement; any
 * thread may close, which ends the JVM at once and lets {@link #await} fail.
 */
public final class Worker implements AutoCloseable {

    /**
     * The options of every worker's JVM.
     *
     * <ul>
     *   <li>A second try, which HttpClient makes by itself for a GET, would reach the target without being counted.
     *   <li>What ends an asynchronous exchange runs in the common pool. Up to JDK 24 that is not used where it has a single
     *       thread, that is on one or two CPUs; each exchange then starts a thread, which more than doubles what it costs
     *       ({@code dev/bench-clients}).
     *   <li>One collector, whatever the number of CPUs, and the one without threads of its own beside the load. No
     *       difference of its CPU time to G1's could be established.
     *   <li>Without memory a worker measures the garbage collector, so it ends.
     * </ul>
     */
    static final List<String> OPTIONS = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djdk.httpclient.redirects.retrylimit=1",
            "-Djdk.httpclient.allowRestrictedHeaders=host",
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2");

    private static final int SHOWN = 200;
    private static final int SIGNALLED = 128;
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final ForkedJvm jvm;
    private final ClassArchive archive;
    private final Consumer<Progress> progress;
    private volatile boolean closed;

    private Worker(ForkedJvm jvm, ClassArchive archive, Consumer<Progress> progress) {
        this.jvm = jvm;
        this.archive = archive;
        this.progress = progress;
    }

    /**
     * Starts a worker on its assignment.
     *
     * @param progress is told a few times a second, by the thread that awaits
     * @param log takes the lines that the JVM prints, from another thread
     * @throws IOException if the JVM cannot be started
     */
    public static Worker start(Assignment assignment, Place place, Consumer<Progress> progress, Consumer<String> log)
            throws IOException {
        List<String> options =
                Stream.concat(OPTIONS.stream(), place.options().stream()).toList();
        ClassArchive archive =
                ClassArchive.of(ClassArchive.directory(System.getenv()), place.jdk(), place.classPath(), options);
        List<String> all =
                Stream.concat(options.stream(), archive.options().stream()).toList();
        ForkedJvm jvm = ForkedJvm.start(
                new Launch(place.jdk(), place.classPath(), all, WorkerMain.class.getName(), place.cpus(), Map.of()),
                log);
        Worker worker = new Worker(jvm, archive, progress);
        try {
            jvm.send(Json.line(assignment));
        } catch (IOException e) {
            log.accept("the worker ended before it had its assignment: " + e.getMessage());
        }
        return worker;
    }

    /**
     * Waits for the measurement.
     *
     * @throws WorkerFailure if the worker broke, died or was closed, or said something that cannot be understood
     */
    public Measurement await() throws WorkerFailure, InterruptedException {
        Inbox inbox = new Inbox(progress);
        while (inbox.measurement().isEmpty()) {
            deliver(next(), inbox);
        }
        return inbox.measurement().orElseThrow();
    }

    long pid() {
        return jvm.pid();
    }

    /** Ends the JVM; returns when it has ended. */
    @Override
    public void close() {
        closed = true;
        jvm.close();
        archive.ended(jvm.endedWell());
    }

    private String next() throws WorkerFailure, InterruptedException {
        try {
            Optional<String> line = jvm.receive(SILENCE);
            if (line.isEmpty()) {
                throw died();
            }
            return line.get();
        } catch (TimeoutException e) {
            throw new WorkerFailure(
                    "the worker hangs: it should say something four times a second, but " + e.getMessage(), e);
        }
    }

    private static void deliver(String line, Inbox inbox) throws WorkerFailure {
        try {
            Json.read(line, Message.class).deliver(inbox);
        } catch (MalformedJson | IllegalArgumentException | DateTimeException e) {
            String start = line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
            throw new WorkerFailure("the worker said what cannot be understood (" + e.getMessage() + "): " + start, e);
        }
    }

    private WorkerFailure died() throws InterruptedException {
        int status = jvm.exitStatus();
        if (closed) {
            return new WorkerFailure("the worker was stopped before it had measured");
        }
        String tail = jvm.tail();
        return new WorkerFailure("the worker ended with status " + status
                + (status > SIGNALLED ? " (killed by signal " + (status - SIGNALLED) + ")" : "")
                + " before it had measured"
                + (tail.isEmpty() ? ", and printed nothing" : "; it printed:\n" + tail));
    }
}

package io.fetchmark.worker;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Forked JVMs that measure one scenario with one client together: each does its part of the load, and what they measure is
 * added up. They wait for each other before the warm-up, and before each measured step of a ladder; then all start at the
 * same instant. Or they wait for each other before each block of load on one of several targets.
 *
 * <p>One thread awaits the measurement; any thread may close, which ends all of them at once and lets {@link #await} fail.
 */
public final class Crew implements AutoCloseable {

    /**
     * From the order to start until the start: for the order to arrive, and for a pool to make its threads ready, which a
     * program that has such a pool did long before.
     */
    private static final Duration LEAD = Duration.ofMillis(20);

    private final List<Worker> workers = new ArrayList<>();
    private final BlockingQueue<Worker.News> news = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    private Crew() {}

    /**
     * Starts a crew on its assignment.
     *
     * @param size how many workers, positive; the load is one that so many can share
     * @param progress is told each second or more often how far all of them are, by the thread that awaits
     * @param log takes the lines that the JVMs print, from other threads
     * @throws IOException if a JVM cannot be started; none is left then
     */
    public static Crew start(
            Assignment assignment, int size, Place place, Consumer<Progress> progress, Consumer<String> log)
            throws IOException {
        Crew crew = new Crew();
        CrewProgress whole = new CrewProgress(size, progress);
        try {
            for (int index = 0; index < size; index++) {
                Worker worker = Worker.start(new Part(assignment, index, size), place, whole.ofWorker(index), log);
                crew.workers.add(worker);
                worker.listen(crew.news::add);
            }
        } catch (IOException | RuntimeException e) {
            crew.close();
            throw e;
        }
        return crew;
    }

    /**
     * Waits for the measurement.
     *
     * @throws WorkerFailure if a worker broke, died or was closed, or said something that cannot be understood; the others
     *     have been ended
     */
    public Measurement await() throws WorkerFailure, InterruptedException {
        return await(() -> {});
    }

    /**
     * Waits for the measurement, as {@link #await()} does.
     *
     * @param starting is run by this thread before each start: once before the warm-up, of a ladder also before each
     *     measured step. All workers wait meanwhile, so there is no load
     */
    public Measurement await(Runnable starting) throws WorkerFailure, InterruptedException {
        hearUntil(() -> {
            letGo(starting);
            return measurement().isPresent();
        });
        return measurement().orElseThrow();
    }

    private void hearUntil(BooleanSupplier done) throws WorkerFailure, InterruptedException {
        try {
            while (!done.getAsBoolean()) {
                news.take().hear();
            }
        } catch (WorkerFailure e) {
            if (closed) {
                throw new WorkerFailure("the worker was stopped before it had measured", e);
            }
            close();
            throw e;
        }
    }

    /**
     * Waits until the crew is there, for blocks.
     *
     * @throws WorkerFailure as {@link #await()} does
     */
    public void awaitReady() throws WorkerFailure, InterruptedException {
        hearUntil(() -> workers.stream().allMatch(Worker::isWaiting));
    }

    /**
     * Has a crew that waits drive a block, and returns when its last exchange has ended.
     *
     * @throws WorkerFailure as {@link #await()} does
     */
    public Block drive(BlockOrder order) throws WorkerFailure, InterruptedException {
        awaitReady();
        String line = StartLine.write(Instant.now().plus(LEAD), order);
        workers.forEach(worker -> worker.go(line));
        awaitReady();
        return workers.stream()
                .map(worker -> worker.block().orElseThrow())
                .map(blocked -> new Block(order, blocked.sliced().slice(), blocked.skipped()))
                .reduce(Block::plus)
                .orElseThrow();
    }

    /**
     * Lets a crew end that has driven its last block.
     *
     * @return the version of Java that it ran on
     * @throws WorkerFailure as {@link #await()} does
     */
    public String end() throws WorkerFailure, InterruptedException {
        awaitReady();
        workers.forEach(worker -> worker.go(StartLine.END));
        hearUntil(() -> workers.stream().allMatch(worker -> worker.ended().isPresent()));
        return workers.get(0).ended().orElseThrow().jdk();
    }

    List<Long> pids() {
        return workers.stream().map(Worker::pid).toList();
    }

    /** Ends all JVMs; returns when they have ended. */
    @Override
    public void close() {
        closed = true;
        Worker.endAll(workers);
    }

    private void letGo(Runnable starting) {
        if (workers.stream().allMatch(Worker::isWaiting)) {
            starting.run();
            Instant start = Instant.now().plus(LEAD);
            workers.forEach(worker -> worker.go(StartLine.write(start)));
        }
    }

    /** What all have measured together; empty until the last of them has. */
    private Optional<Measurement> measurement() {
        List<Measurement> parts = workers.stream()
                .flatMap(worker -> worker.measurement().stream())
                .toList();
        return parts.size() < workers.size() ? Optional.empty() : parts.stream().reduce(Measurement::plus);
    }
}

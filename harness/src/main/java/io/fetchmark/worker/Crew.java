package io.fetchmark.worker;

import io.fetchmark.measure.NanoClock;
import java.io.IOException;
import java.time.Duration;
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

    /** How many seconds before a warm-up of a fixed length ends that is told the workers. */
    private static final double TOLD_BEFORE = 2;

    private final List<Worker> workers = new ArrayList<>();
    private final BlockingQueue<Worker.News> news = new LinkedBlockingQueue<>();
    private final Assignment assignment;
    private final Silence silence;
    private Optional<Guided> warmUp = Optional.empty();
    private volatile boolean closed;

    private Crew(Assignment assignment, Silence silence) {
        this.assignment = assignment;
        this.silence = silence;
    }

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
        return start(assignment, size, place, progress, log, Silence.MOST);
    }

    /** @param silence how long a worker may say nothing at most */
    static Crew start(
            Assignment assignment,
            int size,
            Place place,
            Consumer<Progress> progress,
            Consumer<String> log,
            Duration silence)
            throws IOException {
        Crew crew = new Crew(assignment, new Silence(silence, size));
        CrewProgress whole = new CrewProgress(size, step -> {
            progress.accept(step);
            crew.hear(step);
        });
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
     * @throws WorkerFailure if a worker broke, died or was closed, said something that cannot be understood, or did nothing
     *     of its share; the others have been ended
     */
    public Measurement await() throws WorkerFailure, InterruptedException {
        return await(() -> {}, this::afterTheLeast);
    }

    /**
     * Waits for the measurement, as {@link #await()} does.
     *
     * @param guide decides when the warm-up ends, where it goes on until the target is steady
     * @param starting is run by this thread before each start: once before the warm-up, of a ladder also before each
     *     measured step. All workers wait meanwhile, so there is no load
     */
    public Measurement await(Runnable starting, WarmUpGuide guide) throws WorkerFailure, InterruptedException {
        while (measurement().isEmpty()) {
            hearUntil(() -> areWaiting() || measurement().isPresent());
            if (areWaiting()) {
                readClocks();
                starting.run();
                Start start = Start.in(lead(), NanoClock.SYSTEM);
                warmUp = assignment.warmUpGoesOn() ? Optional.of(new Guided(start, guide)) : Optional.empty();
                silence.ordered(Duration.ZERO);
                workers.forEach(worker -> worker.go(start.order(worker.clock())));
            }
        }
        Measurement whole = measurement().orElseThrow();
        if (whole.recording().requests() > 0) {
            // Of nothing at all there is no verdict anyway.
            for (Worker worker : workers) {
                Optional<WorkerFailure> idle = worker.idle();
                if (idle.isPresent()) {
                    throw idle.get();
                }
            }
        }
        return whole;
    }

    /** A warm-up whose end is yet to be told the workers. */
    private record Guided(Start begin, WarmUpGuide guide) {}

    private Optional<Duration> afterTheLeast(Progress step) {
        Duration least = assignment.warmUp().least();
        return step.elapsedSeconds() + TOLD_BEFORE > least.toNanos() / 1e9 ? Optional.of(least) : Optional.empty();
    }

    private void hear(Progress step) {
        if (warmUp.isPresent() && step.phase() == Progress.Phase.WARM_UP) {
            Start begin = warmUp.get().begin();
            warmUp.get().guide().measureFrom(step).map(begin::plus).ifPresent(start -> {
                warmUp = Optional.empty();
                workers.forEach(worker -> worker.measure(new Order.Measure(start.order(worker.clock()))));
            });
        }
    }

    private void hearUntil(BooleanSupplier done) throws WorkerFailure, InterruptedException {
        try {
            while (!done.getAsBoolean()) {
                silence.next(news, workers).hear();
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
        hearUntil(this::areWaiting);
    }

    private boolean areWaiting() {
        return workers.stream().allMatch(Worker::isWaiting);
    }

    /** Asks workers that wait what their clocks say, one after the other, where that is not known. */
    private void readClocks() throws WorkerFailure, InterruptedException {
        for (Worker worker : workers) {
            while (!worker.hasClock()) {
                silence.ordered(Duration.ZERO);
                worker.readClock();
                hearUntil(worker::hasReadClock);
            }
        }
    }

    /** As long as it takes the order to the worker that is the farthest. */
    private Duration lead() {
        return LEAD.plusNanos(2
                * workers.stream()
                        .mapToLong(worker -> worker.clock().uncertaintyNanos())
                        .max()
                        .orElseThrow());
    }

    /**
     * Has a crew that waits drive a block, and returns when its last exchange has ended.
     *
     * @throws WorkerFailure as {@link #await()} does
     */
    public Block drive(BlockOrder order) throws WorkerFailure, InterruptedException {
        awaitReady();
        readClocks();
        Start start = Start.in(lead(), NanoClock.SYSTEM);
        // Nothing is said during a block, and its last exchanges may take all the time that they have.
        silence.ordered(order.skipped()
                .plus(order.measured())
                .plus(assignment.scenario().request().timeout()));
        workers.forEach(worker -> worker.go(new Order.GoBlock(start.order(worker.clock()), order)));
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
        silence.ordered(Duration.ZERO);
        workers.forEach(worker -> worker.go(new Order.End()));
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

    /** What all have measured together; empty until the last of them has. */
    private Optional<Measurement> measurement() {
        List<Measurement> parts = workers.stream()
                .flatMap(worker -> worker.measurement().stream())
                .toList();
        return parts.size() < workers.size() ? Optional.empty() : parts.stream().reduce(Measurement::plus);
    }
}

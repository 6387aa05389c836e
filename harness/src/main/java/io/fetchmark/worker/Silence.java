package io.fetchmark.worker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The time limit after which workers that say nothing hang. A worker that waits for its crew may wait for as long as it
 * takes; of the others the silence counts from the last thing that they said or were ordered, whichever was later. One
 * thread uses it, which may have been away for long.
 */
final class Silence {

    static final Duration MOST = Duration.ofSeconds(60);

    /** JVMs that start share their CPUs. */
    private static final Duration START = Duration.ofSeconds(5);

    /** For what has come, but is not here yet, after this process itself stood still. */
    private static final Duration SECOND_LOOK = Duration.ofSeconds(1);

    private final Duration most;
    private Duration allowed;
    private long orderedAt = System.nanoTime();

    /**
     * The limit of a crew that is being started.
     *
     * @param most how long a worker may say nothing once it has started
     * @param workers how many start
     */
    Silence(Duration most, int workers) {
        this.most = most;
        this.allowed = MOST.plus(START.multipliedBy(workers - 1));
    }

    /**
     * An order is sent.
     *
     * @param quiet for how long it may keep a worker from saying anything
     */
    void ordered(Duration quiet) {
        allowed = most.plus(quiet);
        orderedAt = System.nanoTime();
    }

    /**
     * Waits for what comes next.
     *
     * @throws WorkerFailure if it does not come, as a worker hangs
     */
    Worker.News next(BlockingQueue<Worker.News> news, List<Worker> workers) throws WorkerFailure, InterruptedException {
        while (true) {
            Optional<Worker.News> next = poll(news, left(workers));
            if (next.isEmpty()) {
                next = poll(news, SECOND_LOOK.toNanos());
            }
            if (next.isPresent()) {
                return next.get();
            }
            for (Worker worker : workers) {
                if (left(worker) <= 0) {
                    throw worker.hangs(allowed);
                }
            }
        }
    }

    private static Optional<Worker.News> poll(BlockingQueue<Worker.News> news, long nanos) throws InterruptedException {
        return Optional.ofNullable(news.poll(nanos, TimeUnit.NANOSECONDS));
    }

    private long left(List<Worker> workers) {
        return workers.stream().mapToLong(this::left).min().orElse(Long.MAX_VALUE);
    }

    private long left(Worker worker) {
        if (!worker.isUnderway()) {
            return Long.MAX_VALUE;
        }
        long now = System.nanoTime();
        return allowed.toNanos() - Math.min(now - orderedAt, now - worker.heardAt());
    }
}

package io.fetchmark.worker;

/**
 * What a crew has a worker do that waits for it, a line each. Instants are those of the worker's own monotonic clock, which
 * nobody can set.
 */
sealed interface Order {

    /** Read your clock, and wait on. */
    record ReadClock() implements Order {}

    /**
     * Start.
     *
     * @param nanos when, by the worker's clock
     * @param epochNanos the same instant by the wall clock of the crew, for the files: nanoseconds since 1970
     */
    record Go(long nanos, long epochNanos) implements Order {}

    /** The measured time of the load that runs starts so. */
    record Measure(Go go) implements Order {}

    /** Start a block. */
    record GoBlock(Go go, BlockOrder block) implements Order {}

    /** There is no further block. */
    record End() implements Order {}
}

package io.fetchmark.target;

/**
 * What the parent wants of the JVM that owns targets. Each order names its target; each but the start is of one that runs.
 */
sealed interface HostOrder {

    /** The number of the target, which its start has given it. */
    int target();

    /** Start it, and say that it answers or why not. */
    record Start(int target, TargetOrder order) implements HostOrder {}

    /** Take all CPU time from it until it is resumed. */
    record Pause(int target) implements HostOrder {}

    /** Let a paused one go on. */
    record Resume(int target) implements HostOrder {}

    /** Remove it. */
    record Remove(int target) implements HostOrder {}
}

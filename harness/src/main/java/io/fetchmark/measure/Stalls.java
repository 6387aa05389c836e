package io.fetchmark.measure;

import java.util.stream.LongStream;

/**
 * Stalls of a client within some stretch of time: for how long a thread of it that only sleeps woke up too late, so that
 * every other thread of it may have stood still as well. Times are in nanoseconds. The idea is Gil Tene's, of jHiccup.
 *
 * @param longestNanos the longest of them; 0 if there was none
 * @param totalNanos all of them together
 * @param collectorNanos those of them in which its own garbage collector ran for half of the time or more
 * @param ownLoadNanos those of them in which it used half of the time of its CPUs or more itself, and those are left out
 *     that the collector explains. In all others the machine had stopped it, or given its CPUs to others
 */
public record Stalls(long longestNanos, long totalNanos, long collectorNanos, long ownLoadNanos) {

    /**
     * The shortest stall that counts. A thread that waits for a CPU beside several others waits for 3 to 25 ms at times, on
     * a busy machine at p99, without anything being wrong (decision 11); most of that is below.
     */
    public static final long LEAST_NANOS = 20_000_000;

    /** It never stood still. */
    public static final Stalls NONE = new Stalls(0, 0, 0, 0);

    private static final double HALF = 0.5;

    public Stalls {
        LongStream.of(longestNanos, totalNanos, collectorNanos, ownLoadNanos)
                .filter(nanos -> nanos < 0)
                .forEach(nanos -> {
                    throw new IllegalArgumentException("a stall must not be negative, was " + nanos);
                });
    }

    /**
     * A single stall.
     *
     * @param nanos how long it was
     * @param withinNanos how long the counters below ran, at least as long
     * @param gcNanos how long the collector ran meanwhile
     * @param cpuNanos CPU time that the client used meanwhile
     * @param cpus how many CPUs it may use
     */
    public static Stalls of(long nanos, long withinNanos, long gcNanos, long cpuNanos, int cpus) {
        // A collector that had no CPU was stopped like everything else.
        boolean collector = gcNanos >= nanos * HALF && cpuNanos >= gcNanos * HALF;
        boolean ownLoad = !collector && cpuNanos >= withinNanos * cpus * HALF;
        return new Stalls(nanos, nanos, collector ? nanos : 0, ownLoad ? nanos : 0);
    }

    /** These, and others of another time. */
    public Stalls then(Stalls next) {
        return new Stalls(
                Math.max(longestNanos, next.longestNanos),
                totalNanos + next.totalNanos,
                collectorNanos + next.collectorNanos,
                ownLoadNanos + next.ownLoadNanos);
    }

    /** The same client and another in the same time: the one that stood still for longer. */
    public Stalls longer(Stalls other) {
        return totalNanos >= other.totalNanos ? this : other;
    }

    /** Of a time of which only so much is meant, its end: they are no longer than that. */
    public Stalls within(long nanos) {
        long most = Math.max(0, nanos);
        return new Stalls(
                Math.min(longestNanos, most),
                Math.min(totalNanos, most),
                Math.min(collectorNanos, most),
                Math.min(ownLoadNanos, most));
    }

    /** Those for which the machine is to blame. */
    public long ofMachineNanos() {
        return Math.max(0, totalNanos - collectorNanos - ownLoadNanos);
    }
}

package io.fetchmark.result;

import io.fetchmark.measure.Distribution;
import io.fetchmark.measure.Slice;
import io.fetchmark.measure.Stalls;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a block says of its target. Times are response times in nanoseconds; under a closed load those are service times.
 *
 * @param requests measured exchanges, failed ones too
 * @param failed those of them that failed, and arrivals that were dropped
 * @param perSecond measured exchanges that did not fail, a second
 * @param startLatenessP50 median of what the client itself was late
 * @param targetCpuNanosPerRequest CPU time of the target for each exchange of the whole block, if it is metered
 * @param clientCpuNanosPerRequest CPU time of the client, likewise
 * @param stealNanos time that the hypervisor took from the client's CPUs, if known
 * @param longestStallNanos the longest time for which the client stood still in the whole block; absent in files of an early
 *     version
 */
public record BlockFigures(
        long requests,
        long failed,
        double perSecond,
        long p50,
        long p90,
        long p95,
        long p99,
        long startLatenessP50,
        OptionalDouble targetCpuNanosPerRequest,
        OptionalDouble clientCpuNanosPerRequest,
        OptionalLong stealNanos,
        OptionalLong longestStallNanos) {

    /**
     * A block in which the client stood still for so long says nothing of its target: of the shortest blocks, of 250 ms, it
     * is more than a third. A busy machine keeps a thread waiting for a quarter of it.
     */
    private static final long STOOD_STILL_NANOS = 100_000_000;

    public BlockFigures {
        if (requests < 0 || failed < 0 || !(perSecond >= 0 && Double.isFinite(perSecond))) {
            throw new IllegalArgumentException(
                    "no block has " + requests + " requests, " + failed + " failed, " + perSecond + " a second");
        }
    }

    /** Figures of a block whose stalls are not known. */
    public BlockFigures(
            long requests,
            long failed,
            double perSecond,
            long p50,
            long p90,
            long p95,
            long p99,
            long startLatenessP50,
            OptionalDouble targetCpuNanosPerRequest,
            OptionalDouble clientCpuNanosPerRequest,
            OptionalLong stealNanos) {
        this(
                requests,
                failed,
                perSecond,
                p50,
                p90,
                p95,
                p99,
                startLatenessP50,
                targetCpuNanosPerRequest,
                clientCpuNanosPerRequest,
                stealNanos,
                OptionalLong.empty());
    }

    /** Whether the client stood still in it for so long that it says nothing of its target. */
    public boolean stoodStill() {
        return longestStallNanos.orElse(0) >= STOOD_STILL_NANOS;
    }

    /**
     * The figures of a block.
     *
     * @param measured the exchanges that count
     * @param seconds for how long exchanges counted, positive
     * @param all exchanges that the target served, with those before
     * @param targetCpuNanos what the target used for all, if that is known
     */
    public static BlockFigures of(Slice measured, double seconds, long all, OptionalLong targetCpuNanos) {
        Distribution times = measured.responseTime();
        return new BlockFigures(
                measured.requests(),
                measured.failed() + measured.dropped(),
                (measured.requests() - measured.failed()) / seconds,
                times.quantile(0.5),
                times.quantile(0.9),
                times.quantile(0.95),
                times.quantile(0.99),
                measured.startLateness().quantile(0.5),
                targetCpuNanos.isPresent() && all > 0
                        ? OptionalDouble.of((double) targetCpuNanos.getAsLong() / all)
                        : OptionalDouble.empty(),
                all > 0 ? OptionalDouble.of((double) measured.vitals().cpuNanos() / all) : OptionalDouble.empty(),
                measured.vitals().stealNanos(),
                measured.vitals().stalls().stream()
                        .mapToLong(Stalls::longestNanos)
                        .findFirst());
    }
}

package io.fetchmark.comparison;

import io.fetchmark.measure.Distribution;
import io.fetchmark.measure.Vitals;
import io.fetchmark.worker.Block;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a block says of its target. Times are response times in nanoseconds; under a closed load those are service times.
 *
 * @param requests measured exchanges, failed ones too
 * @param failed those of them that failed
 * @param perSecond measured exchanges that did not fail, a second
 * @param targetCpuNanosPerRequest CPU time of the target for each exchange of the whole block, if it is metered
 * @param clientCpuNanosPerRequest CPU time of the client, likewise
 * @param stealNanos time that the hypervisor took from the client's CPUs, if known
 */
public record BlockFigures(
        long requests,
        long failed,
        double perSecond,
        long p50,
        long p90,
        long p95,
        long p99,
        OptionalDouble targetCpuNanosPerRequest,
        OptionalDouble clientCpuNanosPerRequest,
        OptionalLong stealNanos) {

    /**
     * The figures of a block.
     *
     * @param targetCpuNanos what its target used from before it to after it, if that is known
     */
    static BlockFigures of(Block block, OptionalLong targetCpuNanos) {
        Distribution times = block.slice().responseTime();
        Vitals vitals = block.slice().vitals();
        long failed = block.slice().failed();
        long all = block.requests();
        return new BlockFigures(
                times.count(),
                failed,
                block.perSecond() * (times.count() == 0 ? 0 : 1 - (double) failed / times.count()),
                times.quantile(0.5),
                times.quantile(0.9),
                times.quantile(0.95),
                times.quantile(0.99),
                targetCpuNanos.isPresent() && all > 0
                        ? OptionalDouble.of((double) targetCpuNanos.getAsLong() / all)
                        : OptionalDouble.empty(),
                all > 0 ? OptionalDouble.of((double) vitals.cpuNanos() / all) : OptionalDouble.empty(),
                vitals.stealNanos());
    }
}

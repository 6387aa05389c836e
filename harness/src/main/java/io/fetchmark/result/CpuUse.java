package io.fetchmark.result;

/**
 * What is to be made of CPU time that neither client nor target used on their CPUs: where it may have been used for them,
 * by a proxy of the network or a database, nobody has taken it from them.
 *
 * @param clientCpus how many CPUs the client may use
 * @param targetCpus how many the target may use
 * @param apart whether no CPU is both the client's and the target's
 * @param foreign whether others on these CPUs do nothing for the target
 */
public record CpuUse(int clientCpus, int targetCpus, boolean apart, boolean foreign) {

    /** What others and the hypervisor had of the client's CPUs in a slice, 0 to 1. */
    double ofClient(SliceSummary slice) {
        long others = apart && foreign ? slice.otherCpuNanos().orElse(0) : 0;
        return share(others + slice.stealNanos().orElse(0), slice, clientCpus);
    }

    /** The same of the target's CPUs. */
    double ofTarget(SliceSummary slice) {
        return slice.target()
                .map(target -> share(
                        (foreign ? target.otherCpuNanos().orElse(0) : 0)
                                + target.stealNanos().orElse(0),
                        slice,
                        targetCpus))
                .orElse(0.0);
    }

    /** What the target itself had of CPUs that it shares with the client, 0 to 1. */
    double sharedWithTarget(SliceSummary slice) {
        return apart
                ? 0
                : slice.target()
                        .map(target -> share(target.cpuNanos(), slice, targetCpus))
                        .orElse(0.0);
    }

    private static double share(long nanos, SliceSummary slice, int cpus) {
        return cpus > 0 && slice.seconds() > 0 ? Math.min(1, nanos / (slice.seconds() * 1e9 * cpus)) : 0;
    }
}

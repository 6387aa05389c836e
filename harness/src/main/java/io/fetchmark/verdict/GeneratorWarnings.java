package io.fetchmark.verdict;

import io.fetchmark.measure.Units;
import io.fetchmark.plan.Load;
import io.fetchmark.result.Generator;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TimeSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a reader must know of the generator before the figures that it made, a sentence each, with what can be done. */
public final class GeneratorWarnings {

    private static final double CEILING = 0.9;
    private static final double GC = 0.1;
    private static final double STOPPED = 0.05;
    private static final double OTHERS = 0.1;
    private static final double PART = 0.1;
    private static final double STALLED = 0.01;
    private static final long LONG_NANOS = 100_000_000;

    private GeneratorWarnings() {}

    /**
     * The warnings of one result.
     *
     * @param ownCpus whether the generator was held to CPUs of its own, so that whatever else runs on them is in its way
     */
    public static List<String> of(ScenarioResult result, boolean ownCpus) {
        List<String> warnings = new ArrayList<>();
        late(result).ifPresent(warnings::add);
        result.generator().ifPresent(generator -> {
            used(generator).ifPresent(warnings::add);
            stalled(generator).ifPresent(warnings::add);
            warnings.addAll(ofMachine(generator, ownCpus));
        });
        ConnectionWarning.of(result).ifPresent(warnings::add);
        Steadiness.ofClient(result).ifPresent(warnings::add);
        return warnings;
    }

    /** What the machine kept from a generator; parameters as above. */
    public static List<String> ofMachine(Generator generator, boolean ownCpus) {
        List<String> warnings = new ArrayList<>();
        stopped(generator, warnings);
        others(generator).filter(any -> ownCpus).ifPresent(warnings::add);
        return warnings;
    }

    private static Optional<String> late(ScenarioResult result) {
        if (!(result.load() instanceof Load.Open) || result.startLatenessNanos().isEmpty()) {
            return Optional.empty();
        }
        TimeSummary late = result.startLatenessNanos().get();
        TimeSummary response = result.responseTimeNanos();
        return late.p99() > GeneratorJudge.LATE_NANOS && late.p99() > response.p99() * PART
                ? Optional.of("the client itself started 1 % of the exchanges " + Units.time((double) late.p99())
                        + " or more late, which is part of their response time (p99 "
                        + Units.time((double) response.p99())
                        + "): measure with less beside it on the machine, or at a lower rate")
                : Optional.empty();
    }

    private static Optional<String> used(Generator generator) {
        return generator.cpuShare() >= CEILING
                ? Optional.of("the client used " + Units.share(generator.cpuShare()) + " of its "
                        + Cpus.words(generator.cpus())
                        + ", so the figures are partly its own: give it more CPUs, or take a client that costs less")
                : Optional.empty();
    }

    private static Optional<String> stalled(Generator generator) {
        return generator
                .stalls()
                .filter(stalls -> stalls.longestNanos() >= LONG_NANOS
                        || stalls.totalNanos() >= STALLED * generator.seconds() * 1e9)
                .map(stalls -> String.join("; ", StallWords.of(stalls)));
    }

    private static void stopped(Generator generator, List<String> warnings) {
        if (generator.gcShare() > GC) {
            warnings.add("garbage collection stopped the client for " + Units.share(generator.gcShare())
                    + " of the time: give it more memory, by -Dfetchmark.jvmOptions=-Xmx1g");
        }
        if (isAbove(generator.throttledShare(), STOPPED)) {
            warnings.add("the quota of its control group throttled the client for "
                    + Units.share(generator.throttledShare().getAsDouble())
                    + " of the time: raise the quota of CPU time");
        }
        if (isAbove(generator.stealShare(), STOPPED)) {
            warnings.add("the hypervisor took "
                    + Units.share(generator.stealShare().getAsDouble()) + " of the client's "
                    + Cpus.of(generator.cpus()) + " (steal): measure on a machine of its own, or at another time");
        }
    }

    private static Optional<String> others(Generator generator) {
        return isAbove(generator.otherShare(), OTHERS)
                ? Optional.of("other processes used "
                        + Units.share(generator.otherShare().getAsDouble()) + " of the client's "
                        + Cpus.of(generator.cpus()) + ": end them, and measure again")
                : Optional.empty();
    }

    private static boolean isAbove(OptionalDouble share, double most) {
        return share.isPresent() && share.getAsDouble() > most;
    }
}

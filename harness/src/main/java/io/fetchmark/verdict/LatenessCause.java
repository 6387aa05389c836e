package io.fetchmark.verdict;

import io.fetchmark.measure.Stalls;
import io.fetchmark.measure.Units;
import io.fetchmark.result.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Why a generator could not keep up, with figures of the time in which it could not.
 *
 * @param own what it did itself or was not allowed to do, a part of a sentence each, with what can be done
 * @param ofMachine what the machine gave to others meanwhile, in the same way
 */
record LatenessCause(List<String> own, List<String> ofMachine) {

    /** From this share of its CPUs on, a generator is the limit of its own load whatever else runs. */
    static final double OWN = 0.5;

    /** Nothing more can be had of CPUs that are so full. */
    static final double FULL = 0.95;

    private static final double CEILING = 0.9;
    private static final double NOTICED = 0.05;
    private static final double BUSY = 0.1;

    LatenessCause {
        own = List.copyOf(own);
        ofMachine = List.copyOf(ofMachine);
    }

    /** A cause of which nothing is known. */
    static LatenessCause unknown() {
        return new LatenessCause(List.of(), List.of());
    }

    /** All causes that were noticed. */
    static LatenessCause of(Generator late) {
        return new LatenessCause(own(late), ofMachine(late));
    }

    /** Whether the machine took its CPUs from it, and it had done nothing itself to be late. */
    boolean isOfMachineAlone() {
        return own.isEmpty() && !ofMachine.isEmpty();
    }

    /** The causes, or that none was noticed. */
    @Override
    public String toString() {
        List<String> all = Stream.concat(own.stream(), ofMachine.stream()).toList();
        return all.isEmpty() ? "what it recorded of itself does not say why" : String.join("; ", all);
    }

    private static List<String> own(Generator late) {
        List<String> causes = new ArrayList<>();
        if (late.cpuShare() >= CEILING) {
            causes.add("it was at its ceiling, with " + Units.share(late.cpuShare()) + " of its "
                    + Cpus.words(late.cpus()) + " in use (lower the rate, or take a client that costs less)");
        } else if (late.cpuShare() >= OWN && late.fullShare() >= FULL) {
            causes.add("its " + Cpus.of(late.cpus()) + " had no more to give, with " + Units.share(late.cpuShare())
                    + " used by itself (lower the rate, or take a client that costs less)");
        }
        if (late.gcShare() >= NOTICED) {
            causes.add("garbage collection stopped it for " + Units.time((double) late.gcNanos()) + " of "
                    + Units.seconds(late.seconds()) + " (give it more memory by -Dfetchmark.jvmOptions=-Xmx1g)");
        }
        noticed(late.throttledShare(), NOTICED)
                .ifPresent(share -> causes.add("the quota of its control group throttled it for " + Units.share(share)
                        + " of the time (raise the quota)"));
        return causes;
    }

    private static List<String> ofMachine(Generator late) {
        List<String> causes = new ArrayList<>();
        if (late.stalledShare() >= NOTICED) {
            causes.add("it stood still for "
                    + Units.time((double) late.stalls().orElse(Stalls.NONE).ofMachineNanos()) + " of "
                    + Units.seconds(late.seconds()) + ", stopped or without a CPU");
        }
        noticed(late.stealShare(), NOTICED)
                .ifPresent(share -> causes.add("the hypervisor took " + Units.share(share) + " of its "
                        + Cpus.of(late.cpus()) + " (steal: measure on a machine of its own, or at another time)"));
        noticed(late.otherShare(), BUSY)
                .ifPresent(share -> causes.add("the machine was busy: other processes used " + Units.share(share)
                        + " of its " + Cpus.of(late.cpus())));
        return causes;
    }

    private static Optional<Double> noticed(OptionalDouble share, double from) {
        return share.isPresent() && share.getAsDouble() >= from ? Optional.of(share.getAsDouble()) : Optional.empty();
    }
}

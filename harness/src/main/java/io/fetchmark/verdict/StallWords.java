package io.fetchmark.verdict;

import io.fetchmark.measure.Stalls;
import io.fetchmark.measure.Units;
import io.fetchmark.result.Disturbance;
import io.fetchmark.result.DisturbedSlices;
import java.util.ArrayList;
import java.util.List;

/** What disturbed a measurement in words, with what can be done about it. */
final class StallWords {

    private StallWords() {}

    /** Why a client stood still, a part of a sentence each; none if it did not. */
    static List<String> of(Stalls stalls) {
        List<String> words = new ArrayList<>();
        if (stalls.ofMachineNanos() > 0) {
            words.add("the client stood still for " + time(stalls.ofMachineNanos(), stalls)
                    + ", stopped or without a CPU, by nothing that it did itself (measure again, with less beside it on"
                    + " the machine)");
        }
        if (stalls.collectorNanos() > 0) {
            words.add("its own garbage collection stopped the client for " + time(stalls.collectorNanos(), stalls)
                    + " (give it more memory by -Dfetchmark.jvmOptions=-Xmx1g)");
        }
        if (stalls.ownLoadNanos() > 0) {
            words.add("the client filled its CPUs itself, so that a thread of it waited for "
                    + time(stalls.ownLoadNanos(), stalls) + " (lower the load, or take a client that costs less)");
        }
        return words;
    }

    /** All that disturbed a measurement. */
    static String of(Disturbance disturbance) {
        List<String> words = new ArrayList<>(of(disturbance.stalls()));
        taken(disturbance.clientShare(), "client's", words);
        taken(disturbance.targetShare(), "target's", words);
        return String.join("; ", words);
    }

    private static void taken(double share, String whose, List<String> words) {
        if (share >= DisturbedSlices.LITTLE) {
            words.add("others had " + Units.share(share) + " of the " + whose + " CPU time then");
        }
    }

    /** {@code 2.1 s in all, 2 s at a time}, or {@code 2 s} of a single one. */
    private static String time(long nanos, Stalls all) {
        return nanos > all.longestNanos()
                ? Units.time((double) nanos) + " in all, up to " + Units.time((double) all.longestNanos())
                        + " at a time"
                : Units.time((double) nanos);
    }
}

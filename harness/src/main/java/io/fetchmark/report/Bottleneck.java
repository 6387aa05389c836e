package io.fetchmark.report;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.result.Generator;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.SliceSummary;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetUse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Who or what kept a closed load, which asks for all that client and target can do, from being higher: in a sentence, with
 * the figures that say so.
 *
 * @param client the share of its CPU time that the client used, 0 to 1
 * @param target the share of its CPU time that the target used
 * @param clientFull for how much of the time the client had no CPU time left, 0 to 1
 * @param targetFull for how much of the time the target had none
 * @param throttled for how much of the time a quota stopped the target; 0 if that is not known
 * @param taken the share of the target's CPUs that others used or the hypervisor took; 0 if that is not known
 * @param gone the share of the target's CPUs that it or others used or the hypervisor took; 0 if that is not known
 */
record Bottleneck(
        double client,
        double target,
        double clientFull,
        double targetFull,
        double throttled,
        double taken,
        double gone) {

    /** From here on a program has its CPUs to itself as far as a machine allows. */
    private static final double FULL = 0.9;
    /** Of the time, in which somebody has to be full to be called the bottleneck. */
    private static final double MOST = 0.5;
    /** CPUs of which so much is gone have nothing more to give. */
    private static final double CROWDED = 0.95;

    private static final double STOPPED = 0.1;
    /** A program that uses less than this of its CPUs does not lack them. */
    private static final double IDLE = 0.75;

    /** Empty for another load, where not both shares are known, and where the figures do not say. */
    static Optional<String> sentence(ScenarioResult result, TargetFacts facts, Language language) {
        if (!(result.load() instanceof Load.Closed)) {
            return Optional.empty();
        }
        return result.generator()
                .flatMap(client -> result.targetUse().flatMap(use -> of(result, client, use, facts)))
                .flatMap(bottleneck -> bottleneck.words(result.client(), language));
    }

    private static Optional<Bottleneck> of(ScenarioResult result, Generator client, TargetUse use, TargetFacts facts) {
        double seconds = result.durationSeconds();
        OptionalDouble target = use.cpuShare(seconds);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        List<SliceSummary> slices = result.measuredSlices();
        double clientCpus = client.cpus();
        double targetCpus = use.cpus().orElse(1);
        int held = facts.heldCpus().orElse(0);
        double taken = held == 0
                ? 0
                : use.stealShare(seconds, held).orElse(0)
                        + use.otherShare(seconds, held).orElse(0);
        return Optional.of(new Bottleneck(
                client.cpuShare(),
                target.getAsDouble(),
                part(client.cpuShare(), slices, slice -> isFull(slice.cpuNanos(), slice, clientCpus)),
                part(
                        target.getAsDouble(),
                        slices,
                        slice -> slice.target()
                                .filter(each -> isFull(each.cpuNanos(), slice, targetCpus))
                                .isPresent()),
                use.throttledShare(seconds).orElse(0),
                taken,
                held == 0 ? 0 : taken + use.busyCpus(seconds) / held));
    }

    /** For how much of the time it was full: all of it if it was on average. */
    private static double part(double share, List<SliceSummary> slices, Predicate<SliceSummary> full) {
        double whole = slices.stream().mapToDouble(SliceSummary::seconds).sum();
        double part =
                slices.stream().filter(full).mapToDouble(SliceSummary::seconds).sum();
        return share >= FULL ? 1 : whole > 0 ? part / whole : 0;
    }

    private static boolean isFull(long nanos, SliceSummary slice, double cpus) {
        return nanos >= FULL * cpus * slice.seconds() * 1e9;
    }

    private Optional<String> words(Client who, Language language) {
        String shares = language.say("bottleneck-shares", percent(client, language), percent(target, language));
        if (clientFull >= MOST && targetFull >= MOST) {
            return Optional.of(language.say("bottleneck-both", who, shares));
        }
        if (targetFull >= MOST) {
            return Optional.of(
                    language.say("bottleneck-target", who, during(targetFull, language), shares, quota(language)));
        }
        if (clientFull >= MOST) {
            String more = gone >= CROWDED ? "" : language.say("bottleneck-can-do-more");
            return Optional.of(language.say(
                    "bottleneck-client", who, during(clientFull, language), shares, more, crowd(language)));
        }
        if (throttled >= STOPPED) {
            return Optional.of(language.say("bottleneck-quota", who, shares, quota(language)));
        }
        if (gone >= CROWDED) {
            return Optional.of(language.say("bottleneck-machine", who, shares, crowd(language)));
        }
        return client < IDLE && target < IDLE
                ? Optional.of(language.say("bottleneck-none", who, shares))
                : Optional.empty();
    }

    private static String during(double part, Language language) {
        return part < 1 ? language.say("bottleneck-during", percent(part, language)) : "";
    }

    private String quota(Language language) {
        return throttled >= STOPPED ? language.say("bottleneck-stopped", percent(throttled, language)) : "";
    }

    private String crowd(Language language) {
        return taken >= STOPPED ? language.say("bottleneck-crowd", percent(taken, language)) : "";
    }

    private static String percent(double share, Language language) {
        return language.share(Math.round(share * 100) / 100.0);
    }
}

package io.fetchmark.verdict;

import io.fetchmark.measure.Stalls;
import io.fetchmark.measure.Units;
import io.fetchmark.plan.Load;
import io.fetchmark.result.Generator;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.SliceSummary;
import io.fetchmark.result.TimeSummary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * The finding that says whether the generator of an open load, the forked JVM, kept up with its own schedule. If it did
 * not, response times are about it and not about the target.
 *
 * <p>It was late if exchanges started {@link #LATE_NANOS} or more after they could, and that was more than half of what
 * was reported as response time, both at the same quantile: the highest one that at least {@link #BEYOND} exchanges lie
 * beyond, but no higher than p99. It was overrun if arrivals waited for longer than the target took, and meanwhile its
 * CPUs were full, at least half of them by its own doing, or a quota stopped it: from within, a generator that has no
 * time to look at the clock is not late.
 *
 * <p>Overrun, it was the limit itself: {@link VerdictKind#INVALID}. So it was if it was late by its own doing, or for no
 * reason that is known. Where the machine alone kept it from its CPUs, what was measured is the target and that delay
 * together: {@link VerdictKind#INCONCLUSIVE}.
 */
final class GeneratorJudge {

    /** Below that, start lateness is what any scheduler of a busy machine does. */
    static final double LATE_NANOS = 10e6;

    private static final double MOST_OF_IT = 0.5;
    private static final int BEYOND = 10;
    private static final double STOPPED = 0.1;
    private static final double WAITED = 2;
    private static final long LONG_NANOS = 100_000_000;

    private final ScenarioResult result;
    private final TimeSummary lateness;

    private GeneratorJudge(ScenarioResult result, TimeSummary lateness) {
        this.result = result;
        this.lateness = lateness;
    }

    /**
     * Empty for a file of an early version, for nothing due, and for a load without a schedule unless the client stood still
     * for much of the time.
     */
    static Optional<Finding> judge(ScenarioResult result) {
        boolean due = result.load() instanceof Load.Open && result.requests() + result.dropped() > 0;
        return result.startLatenessNanos()
                .map(lateness -> new GeneratorJudge(result, lateness))
                .flatMap(judge -> due ? Optional.of(judge.finding()) : judge.stalled());
    }

    /**
     * A single stall of a tenth of the time, or its own collector as long in all: nothing is measured then, whatever the
     * load. Many short waits for a CPU are what a busy machine does; the warnings tell of them.
     */
    private Optional<Finding> stalled() {
        Stalls stalls = result.generator().flatMap(Generator::stalls).orElse(Stalls.NONE);
        double least = STOPPED * result.generator().map(Generator::seconds).orElse(0.0) * 1e9;
        boolean collected = stalls.longestNanos() >= LONG_NANOS && stalls.collectorNanos() >= least;
        boolean stopped = stalls.longestNanos() >= Math.max(LONG_NANOS, least) && stalls.ofMachineNanos() >= least;
        return collected || stopped
                ? Optional.of(finding(
                        collected ? VerdictKind.INVALID : VerdictKind.INCONCLUSIVE,
                        (double) lateness.p99(),
                        String.join("; ", StallWords.of(stalls))))
                : Optional.empty();
    }

    private Finding finding() {
        Quantile quantile = Quantile.of(result.requests() + result.dropped());
        double late = quantile.in(lateness);
        double response = quantile.in(result.responseTimeNanos());
        if (late > LATE_NANOS && late > response * MOST_OF_IT) {
            LatenessCause cause = cause(GeneratorJudge::isLate);
            boolean ofMachine = wasStopped(late) || (cause.isOfMachineAlone() && !isOverrun(quantile));
            return finding(
                    ofMachine ? VerdictKind.INCONCLUSIVE : VerdictKind.INVALID,
                    late,
                    "the generator was late: " + quantile + " of start lateness " + Units.time(late)
                            + ", of response time " + Units.time(response) + "; " + cause);
        }
        if (isOverrun(quantile) && !wasStopped(response)) {
            return finding(
                    VerdictKind.INVALID,
                    late,
                    "the generator was overrun: " + quantile + " of response time " + Units.time(response)
                            + ", of service time " + Units.time(quantile.in(result.serviceTimeNanos())) + "; "
                            + cause(GeneratorJudge::hasWaiting));
        }
        Optional<Finding> stalled = stalled();
        return stalled.isPresent()
                ? stalled.get()
                : finding(
                        VerdictKind.PASS,
                        late,
                        "the generator kept up: " + quantile + " of start lateness " + Units.time(late)
                                + ", of response time " + Units.time(response));
    }

    /** Whether the machine made it stand still for most of what it was late; after that it may well have been busy. */
    private boolean wasStopped(double late) {
        return result.generator()
                .flatMap(Generator::stalls)
                .filter(stalls -> stalls.longestNanos() >= late * MOST_OF_IT)
                .filter(stalls -> stalls.ofMachineNanos() > stalls.totalNanos() * MOST_OF_IT)
                .isPresent();
    }

    /** A stretch in which it stood still is late, though nothing may have started in it. */
    private static boolean isLate(SliceSummary slice) {
        return slice.startLatenessP99Nanos() > LATE_NANOS
                || slice.stalls().filter(stalls -> stalls.totalNanos() > 0).isPresent();
    }

    private boolean isOverrun(Quantile quantile) {
        double response = quantile.in(result.responseTimeNanos());
        double service = quantile.in(result.serviceTimeNanos());
        return isWaiting(service, response)
                && during(GeneratorJudge::hasWaiting)
                        .filter(GeneratorJudge::isFull)
                        .isPresent();
    }

    /** A stretch in which nothing ended is one in which everything waited. */
    private static boolean hasWaiting(SliceSummary slice) {
        return slice.requests() == 0
                || isWaiting((double) slice.serviceTimeP99Nanos(), (double) slice.responseTimeP99Nanos());
    }

    private static boolean isWaiting(double service, double response) {
        return response > WAITED * service && response > service + LATE_NANOS;
    }

    private LatenessCause cause(Predicate<SliceSummary> when) {
        return during(when).map(LatenessCause::of).orElseGet(LatenessCause::unknown);
    }

    /** The generator in the stretches that fit; in all, if none does. */
    private Optional<Generator> during(Predicate<SliceSummary> when) {
        List<SliceSummary> some =
                result.slices().orElse(List.of()).stream().filter(when).toList();
        return result.generator().map(whole -> some.isEmpty() ? whole : Generator.of(whole.cpus(), some));
    }

    private static boolean isFull(Generator generator) {
        return (generator.cpuShare() >= LatenessCause.OWN && generator.fullShare() >= LatenessCause.FULL)
                || generator.throttledShare().orElse(0) >= STOPPED;
    }

    private Finding finding(VerdictKind verdict, double late, String reason) {
        OptionalDouble unknown = OptionalDouble.empty();
        return new Finding(
                result.scenario(),
                result.client(),
                FindingMetric.GENERATOR,
                verdict,
                OptionalDouble.of(late),
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                reason);
    }

    /** A quantile that is more than chance. */
    private enum Quantile {
        P50,
        P90,
        P95,
        P99;

        static Quantile of(long requests) {
            if (requests >= 100 * BEYOND) {
                return P99;
            }
            return requests >= 20 * BEYOND ? P95 : requests >= 10 * BEYOND ? P90 : P50;
        }

        double in(TimeSummary times) {
            return switch (this) {
                case P50 -> times.p50();
                case P90 -> times.p90();
                case P95 -> times.p95();
                case P99 -> times.p99();
            };
        }

        @Override
        public String toString() {
            return "p" + name().substring(1);
        }
    }
}

package io.fetchmark.verdict;

import io.fetchmark.measure.Units;
import io.fetchmark.plan.Limit;
import io.fetchmark.plan.LimitMetric;
import io.fetchmark.result.Disturbance;
import io.fetchmark.result.DisturbedSlices;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TimeSummary;
import io.fetchmark.result.Undisturbed;
import java.util.Optional;

/**
 * Whether a limit was broken by what disturbed the measurement, and not by the target. Two things must be true: what was
 * taken from client or target can explain how far the limit was missed, and the slices that nothing disturbed keep it. Where
 * there are too few of those, so much must have been taken that nothing can be told.
 */
final class Excuse {

    private static final int BEYOND_MEDIAN = 20;
    private static final int BEYOND_P99 = 100;
    private static final double ENOUGH_SECONDS = 1;

    private final Limit limit;
    private final ScenarioResult result;
    private final Disturbance disturbance;
    private final Undisturbed undisturbed;

    private Excuse(Limit limit, ScenarioResult result, Disturbance disturbance) {
        this.limit = limit;
        this.result = result;
        this.disturbance = disturbance;
        this.undisturbed = disturbance.undisturbed();
    }

    /**
     * Why the limit is not held against the target, in words; empty if it is.
     *
     * @param measured what broke it
     */
    static Optional<String> of(Limit limit, ScenarioResult result, double measured) {
        return result.disturbance().flatMap(found -> new Excuse(limit, result, found).words(measured));
    }

    /** What such a broken limit amounts to: what a client does to itself can be mended. */
    static VerdictKind kind(ScenarioResult result) {
        return result.disturbance().filter(Disturbance::isOwnDoing).isPresent()
                ? VerdictKind.INVALID
                : VerdictKind.INCONCLUSIVE;
    }

    /** Arrivals that a stall of the client dropped. */
    static long dropped(ScenarioResult result) {
        return result.disturbance().map(Disturbance::dropped).orElse(0L);
    }

    private Optional<String> words(double measured) {
        boolean explained = switch (limit.metric()) {
            case P50, P99, MAX -> isTimeExplained(measured);
            case THROUGHPUT ->
                limit.keptBy(measured / Math.max(1e-9, 1 - disturbance.takenShare()))
                        && (!isEnough() || limit.keptBy(undisturbed.throughputPerSecond()));
            case ERROR_RATE -> limit.keptBy(errorRate());
        };
        return explained
                ? Optional.of("not held against the target: " + why() + "; " + StallWords.of(disturbance))
                : Optional.empty();
    }

    private boolean isTimeExplained(double measured) {
        if (limit.keptBy(measured)) {
            // It was the dropped arrivals alone that broke it.
            return true;
        }
        if (!limit.keptBy(measured - disturbance.mostDelayNanos())) {
            return false;
        }
        if (isEnough()) {
            return limit.keptBy(undisturbedTime());
        }
        return disturbance.takenShare() >= DisturbedSlices.MUCH
                || limit.keptBy(measured * (1 - disturbance.takenShare()));
    }

    private String why() {
        double whole = disturbance.seconds() + undisturbed.seconds();
        return switch (limit.metric()) {
            case ERROR_RATE ->
                Units.count(disturbance.timeouts() + disturbance.dropped())
                        + " exchanges ran out of time while the client stood still; without them errorRate is "
                        + Units.share(errorRate());
            case P50, P99, MAX, THROUGHPUT ->
                !isEnough()
                        ? "it was disturbed in " + Units.seconds(disturbance.seconds()) + " of " + Units.seconds(whole)
                                + ", and the rest is too little to tell"
                        : "in the " + Units.seconds(undisturbed.seconds()) + " of " + Units.seconds(whole)
                                + " that nothing disturbed " + limit.metric() + " was "
                                + Units.of(
                                        limit.metric().kind(),
                                        limit.metric() == LimitMetric.THROUGHPUT
                                                ? undisturbed.throughputPerSecond()
                                                : undisturbedTime());
        };
    }

    /** Whether what is left tells anything: as much as the metric needs, or half of what there is. */
    private boolean isEnough() {
        double whole = disturbance.seconds() + undisturbed.seconds();
        return switch (limit.metric()) {
            case THROUGHPUT, ERROR_RATE -> undisturbed.seconds() >= Math.min(ENOUGH_SECONDS, whole / 2);
            case P50 -> isEnough(BEYOND_MEDIAN);
            // It is a single exchange that broke it.
            case MAX -> isEnough(1);
            case P99 -> isEnough(BEYOND_P99);
        };
    }

    private boolean isEnough(int requests) {
        return undisturbed.requests() > 0 && undisturbed.requests() >= Math.min(requests, result.requests() / 2);
    }

    private double undisturbedTime() {
        TimeSummary times = undisturbed.responseTimeNanos();
        return switch (limit.metric()) {
            case P50 -> times.p50();
            case P99 -> times.p99();
            case MAX -> times.max();
            case ERROR_RATE, THROUGHPUT -> 0;
        };
    }

    /** Without those that a stall of the client brought beyond their time limit. */
    private double errorRate() {
        long lost = disturbance.timeouts() + disturbance.dropped();
        long arrivals = result.requests() + result.dropped() - lost;
        return arrivals > 0 ? (double) (result.failed() + result.dropped() - lost) / arrivals : 0;
    }
}

package io.fetchmark.verdict;

import io.fetchmark.measure.Units;
import io.fetchmark.plan.Limit;
import io.fetchmark.plan.LimitMetric;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TimeSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The judgement of one limit of one result that holds at least one arrival.
 *
 * <p>An arrival that was dropped was never answered, so it counts as longer than any limit. While the dropped ones are at
 * most the share of arrivals that a quantile leaves out, 1 − q, the limit is judged by those that were answered. A
 * quantile needs 1 / (1 − q) samples or more, for with fewer not one of them is expected beyond it: it is judged all the
 * same, and the reason says so.
 *
 * <p>A limit that is kept is kept, whatever disturbed the measurement; one that is broken has perhaps an {@link Excuse}.
 */
final class LimitJudge {

    private final Limit limit;
    private final ScenarioResult result;

    LimitJudge(Limit limit, ScenarioResult result) {
        this.limit = limit;
        this.result = result;
    }

    Finding finding() {
        double measured = measured(result);
        boolean unanswered = limit.metric().kind() == LimitMetric.Kind.TIME && droppedShare(0) > leftOut();
        if (unanswered) {
            return unanswered(measured);
        }
        boolean kept = limit.keptBy(measured);
        Optional<String> excuse = kept ? Optional.empty() : Excuse.of(limit, result, measured);
        if (excuse.isPresent()) {
            return finding(
                    Excuse.kind(result),
                    OptionalDouble.of(measured),
                    OptionalDouble.empty(),
                    reason(measured, true) + "; " + excuse.get());
        }
        boolean success = result.requests() > result.failed();
        VerdictKind verdict = kept ? (success ? VerdictKind.PASS : VerdictKind.INVALID) : VerdictKind.LIMIT_BROKEN;
        return finding(verdict, OptionalDouble.of(measured), OptionalDouble.empty(), reason(measured, success));
    }

    private String reason(double measured, boolean success) {
        List<String> parts = new ArrayList<>();
        parts.add(limit.metric() + " " + Units.of(limit.metric().kind(), measured) + ", limit " + limitInWords());
        if (!success) {
            parts.add("not one exchange succeeded");
        }
        if (limit.metric().kind() == LimitMetric.Kind.TIME
                && leftOut() > 0
                && (double) result.requests() * leftOut() < 1) {
            parts.add("of only " + Units.count(result.requests())
                    + " requests, so it is the longest or close to it: " + Units.count(Math.round(1 / leftOut()))
                    + " or more are needed");
        }
        if (limit.metric() == LimitMetric.ERROR_RATE && result.failed() + result.dropped() > 0) {
            parts.add(Measured.counts(result));
        }
        return String.join("; ", parts);
    }

    private Finding unanswered(double measured) {
        Optional<String> excuse = droppedShare(Excuse.dropped(result)) > leftOut()
                ? Optional.empty()
                : Excuse.of(limit, result, measured);
        return finding(
                excuse.isPresent() ? Excuse.kind(result) : VerdictKind.LIMIT_BROKEN,
                OptionalDouble.empty(),
                OptionalDouble.of(measured),
                unanswered() + excuse.map(words -> "; " + words).orElse(""));
    }

    private String unanswered() {
        return limit.metric() + " is beyond any limit, as " + Units.share(droppedShare(0))
                + " of the arrivals were dropped and never answered; limit " + limitInWords();
    }

    private String limitInWords() {
        return (limit.metric().kind() == LimitMetric.Kind.RATE ? "at least " : "")
                + Units.of(limit.metric().kind(), limit.value());
    }

    private double measured(ScenarioResult from) {
        TimeSummary times = from.responseTimeNanos();
        return switch (limit.metric()) {
            case P50 -> times.p50();
            case P99 -> times.p99();
            case MAX -> times.max();
            case ERROR_RATE -> from.errorRate();
            case THROUGHPUT -> from.throughputPerSecond();
        };
    }

    /** The share of arrivals that may lie beyond the limited time. */
    private double leftOut() {
        return switch (limit.metric()) {
            case P50 -> 0.5;
            case P99 -> 0.01;
            case MAX, ERROR_RATE, THROUGHPUT -> 0;
        };
    }

    /** @param excused how many of the dropped arrivals do not count */
    private double droppedShare(long excused) {
        long dropped = result.dropped() - excused;
        return (double) dropped / (double) Math.max(1, result.requests() + dropped);
    }

    private Finding finding(VerdictKind verdict, OptionalDouble estimate, OptionalDouble low, String reason) {
        OptionalDouble unknown = OptionalDouble.empty();
        return new Finding(
                result.scenario(),
                result.client(),
                FindingMetric.of(limit.metric()),
                verdict,
                estimate,
                low,
                unknown,
                unknown,
                unknown,
                unknown,
                OptionalDouble.of(limit.value()),
                reason);
    }
}

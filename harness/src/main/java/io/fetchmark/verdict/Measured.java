package io.fetchmark.verdict;

import io.fetchmark.measure.FailureGroup;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Units;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.ScenarioResult;
import java.util.List;
import java.util.OptionalDouble;

/** The finding that says whether a result holds anything to judge: at least one success. */
final class Measured {

    private static final double MOST = 0.5;

    private Measured() {}

    static Finding judge(Scenario scenario, ScenarioResult result) {
        long successes = result.requests() - result.failed();
        return Finding.measured(
                result.scenario(),
                result.client(),
                kind(result, successes),
                OptionalDouble.of((double) successes),
                (successes > 0
                                ? counts(result) + " in " + Units.seconds(result.durationSeconds())
                                : "nothing was measured: " + counts(result)
                                        + (wasStopped(result)
                                                ? "; the client stood still most of the time, stopped or without a CPU"
                                                : ""))
                        + HungExchanges.sentence(scenario.request(), result)
                                .map(sentence -> "; " + sentence)
                                .orElse(""));
    }

    private static VerdictKind kind(ScenarioResult result, long successes) {
        if (successes > 0 && !HungExchanges.fillTheLoad(result)) {
            return VerdictKind.PASS;
        }
        return successes == 0 && wasStopped(result) ? VerdictKind.INCONCLUSIVE : VerdictKind.INVALID;
    }

    /** Whether no more can be said of the target than that the machine did not let the client ask it. */
    private static boolean wasStopped(ScenarioResult result) {
        return result.failed() == result.errors().getOrDefault(Outcome.TIMEOUT, 0L)
                && result.generator()
                        .filter(generator -> generator.stalledShare() >= MOST)
                        .isPresent();
    }

    /**
     * How many exchanges there were, and how they failed:
     * {@code 12 300 requests, 5 failed (3 timeout, 2 status 503) at /search}.
     */
    static String counts(ScenarioResult result) {
        return number(result.requests(), "request")
                + (result.failed() == 0 ? "" : ", " + Units.count(result.failed()) + " failed " + failures(result))
                + (result.dropped() == 0 ? "" : ", " + number(result.dropped(), "dropped arrival"))
                + (result.reconnected().orElse(0) == 0
                        ? ""
                        : ", " + Units.count(result.reconnected().getAsLong()) + " sent once more")
                + (result.unstarted() == 0
                        ? ""
                        : ", " + number(result.unstarted(), "exchange") + " that the client could not start");
    }

    private static String failures(ScenarioResult result) {
        List<FailureGroup> groups = result.failures().orElse(List.of());
        List<String> kinds = groups.isEmpty()
                ? Outcome.ERRORS.stream()
                        .filter(kind -> result.errors().getOrDefault(kind, 0L) > 0)
                        .map(kind -> Units.count(result.errors().getOrDefault(kind, 0L)) + " " + kind)
                        .toList()
                : groups.stream()
                        .map(group -> Units.count(group.count()) + " " + group.kind()
                                + (group.status().isPresent()
                                        ? " " + group.status().getAsInt()
                                        : ""))
                        .toList();
        String example = groups.stream()
                .filter(group -> !group.example().isEmpty())
                .findFirst()
                .map(group -> ", for example " + group.example())
                .orElse("");
        return "(" + String.join(", ", kinds) + ")"
                + (groups.isEmpty() ? "" : " at " + groups.get(0).path()) + example;
    }

    static String number(long count, String noun) {
        return Units.count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}

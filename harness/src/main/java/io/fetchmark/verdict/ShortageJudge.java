package io.fetchmark.verdict;

import io.fetchmark.measure.Shortage;
import io.fetchmark.measure.Units;
import io.fetchmark.result.ScenarioResult;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The finding that the client ran short of something of its own, so that it was the limit and not the target:
 * {@link VerdictKind#INVALID}, however few exchanges it could not start.
 */
final class ShortageJudge {

    private ShortageJudge() {}

    /** Empty if it lacked nothing, and for a file of an early version. */
    static Optional<Finding> judge(ScenarioResult result) {
        OptionalDouble unknown = OptionalDouble.empty();
        return result.unstarted() == 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        result.scenario(),
                        result.client(),
                        FindingMetric.GENERATOR,
                        VerdictKind.INVALID,
                        unknown,
                        unknown,
                        unknown,
                        unknown,
                        unknown,
                        unknown,
                        unknown,
                        "the client itself ran short: " + words(result)));
    }

    private static String words(ScenarioResult result) {
        return result.shortages().orElseGet(Shortage::none).entrySet().stream()
                .filter(shortage -> shortage.getValue() > 0)
                .map(ShortageJudge::words)
                .collect(Collectors.joining("; "));
    }

    private static String words(Map.Entry<Shortage, Long> shortage) {
        return Units.count(shortage.getValue()) + (shortage.getValue() == 1 ? " exchange" : " exchanges")
                + " could not be started for want of " + shortage.getKey().noun() + " ("
                + shortage.getKey().remedy() + ")";
    }
}

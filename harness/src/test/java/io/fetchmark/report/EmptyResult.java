package io.fetchmark.report;

import io.fetchmark.measure.Distribution;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.result.LadderStep;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TimeSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A result in which nothing was measured, for pages that show other things of it. */
final class EmptyResult {

    private EmptyResult() {}

    static ScenarioResult of(
            String scenario, Load load, List<String> logs, List<LadderStep> steps, List<String> warnings) {
        TimeSummary nothing = TimeSummary.of(Distribution.of());
        return new ScenarioResult(
                scenario,
                Client.ASYNC,
                load,
                0,
                0,
                Optional.empty(),
                Optional.of(Map.of()),
                Map.of(),
                Optional.empty(),
                1,
                0,
                nothing,
                nothing,
                Optional.of(nothing),
                OptionalLong.of(0),
                0,
                OptionalLong.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "17",
                1,
                OptionalInt.empty(),
                logs,
                steps,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                warnings,
                Optional.empty());
    }
}

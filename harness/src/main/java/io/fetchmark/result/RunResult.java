package io.fetchmark.result;

import io.fetchmark.plan.Client;
import java.util.List;
import java.util.Optional;

/**
 * All that one run has measured.
 *
 * @param schemaVersion of the file, {@value #SCHEMA_VERSION}
 * @param results in the order of measuring
 * @param notMeasured clients that could not run here
 */
public record RunResult(
        int schemaVersion,
        Environment environment,
        TargetFacts target,
        List<ScenarioResult> results,
        List<NotMeasured> notMeasured) {

    public static final int SCHEMA_VERSION = 1;

    public RunResult {
        results = List.copyOf(results);
        notMeasured = List.copyOf(notMeasured);
    }

    /** What that client measured in that scenario. */
    public Optional<ScenarioResult> find(String scenario, Client client) {
        return results.stream()
                .filter(result -> result.scenario().equals(scenario) && result.client() == client)
                .findFirst();
    }
}

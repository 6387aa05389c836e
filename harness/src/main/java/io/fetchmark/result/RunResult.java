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
 * @param baseline what the target was held against, if it was
 * @param comparisons how, one for each scenario and client with a gate; absent without a baseline
 * @param targetHash see {@link TargetHash}; absent if it is not known
 */
public record RunResult(
        int schemaVersion,
        Environment environment,
        TargetFacts target,
        List<ScenarioResult> results,
        List<NotMeasured> notMeasured,
        Optional<TargetFacts> baseline,
        Optional<List<Comparison>> comparisons,
        Optional<String> targetHash) {

    public static final int SCHEMA_VERSION = 1;

    public RunResult {
        results = List.copyOf(results);
        notMeasured = List.copyOf(notMeasured);
        comparisons = comparisons.map(List::copyOf);
    }

    /** A run of which it is not known what both sides were made of. */
    public RunResult(
            int schemaVersion,
            Environment environment,
            TargetFacts target,
            List<ScenarioResult> results,
            List<NotMeasured> notMeasured,
            Optional<TargetFacts> baseline,
            Optional<List<Comparison>> comparisons) {
        this(schemaVersion, environment, target, results, notMeasured, baseline, comparisons, Optional.empty());
    }

    /** A run without a baseline. */
    public RunResult(
            int schemaVersion,
            Environment environment,
            TargetFacts target,
            List<ScenarioResult> results,
            List<NotMeasured> notMeasured) {
        this(schemaVersion, environment, target, results, notMeasured, Optional.empty(), Optional.empty());
    }

    /** How that client compared the target with the baseline in that scenario. */
    public Optional<Comparison> comparison(String scenario, Client client) {
        return comparisons.orElse(List.of()).stream()
                .filter(comparison -> comparison.scenario().equals(scenario) && comparison.client() == client)
                .findFirst();
    }

    /** What that client measured in that scenario. */
    public Optional<ScenarioResult> find(String scenario, Client client) {
        return results.stream()
                .filter(result -> result.scenario().equals(scenario) && result.client() == client)
                .findFirst();
    }

    /** This run with what came out of comparing it with a baseline. */
    public RunResult compared(TargetFacts other, List<Comparison> compared) {
        return new RunResult(
                schemaVersion,
                environment,
                target,
                results,
                notMeasured,
                Optional.of(other),
                Optional.of(compared),
                targetHash);
    }

    /** This run of sides with that fingerprint. */
    public RunResult madeOf(Optional<String> newTargetHash) {
        return new RunResult(
                schemaVersion, environment, target, results, notMeasured, baseline, comparisons, newTargetHash);
    }
}

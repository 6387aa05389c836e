package io.fetchmark.baseline;

import io.fetchmark.calibration.Fingerprint;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Environment;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.TargetFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run of a recorded baseline.
 *
 * @param startedAt when it started, ISO 8601; no two runs of a file have the same
 * @param gitCommit what was built, if that is known
 * @param environment of the run: machine, programs and seed
 * @param target as it ran
 * @param reference what was measured beside it
 * @param comparisons of the two, one for each scenario and client, at least one
 */
public record RecordedRun(
        String startedAt,
        Optional<String> gitCommit,
        Environment environment,
        TargetFacts target,
        TargetFacts reference,
        List<RecordedComparison> comparisons) {

    public RecordedRun {
        comparisons = List.copyOf(comparisons);
        if (comparisons.isEmpty()) {
            throw new IllegalArgumentException("must hold a comparison with the reference");
        }
    }

    /**
     * What is to be recorded of a result.
     *
     * @param result of the plan, with a comparison of each of its scenarios that has a regression
     * @param folder holds the interval logs that the result names
     * @throws IOException if one of those cannot be read
     */
    public static RecordedRun of(Plan plan, RunResult result, Path folder, Optional<String> gitCommit)
            throws IOException {
        List<RecordedComparison> comparisons = new ArrayList<>();
        for (Comparison comparison : result.comparisons().orElse(List.of())) {
            for (Scenario scenario : plan.scenarios()) {
                if (scenario.name().equals(comparison.scenario())) {
                    comparisons.add(RecordedComparison.of(scenario, plan.workers(), comparison, folder));
                }
            }
        }
        return new RecordedRun(
                result.environment().startedAt(),
                gitCommit,
                result.environment(),
                result.target(),
                result.baseline().orElseThrow(() -> new IllegalArgumentException("must have been compared")),
                comparisons);
    }

    /** The machine that it ran on. */
    public Fingerprint machine() {
        return Fingerprint.of(environment);
    }
}

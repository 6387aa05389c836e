package io.fetchmark.baseline;

import io.fetchmark.calibration.Fingerprint;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioHash;
import io.fetchmark.result.TargetFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The recorded runs that one comparison of a new run may be compared with: of the same machine, load and reference. Whatever
 * else differs differs between the target and the reference, too, so that it is no change of the target.
 *
 * @param comparable the oldest first
 * @param others why the other runs are not comparable, and how many: {@code 2 of another machine}
 */
public record Precedents(List<RecordedComparison> comparable, List<String> others) {

    public Precedents {
        comparable = List.copyOf(comparable);
        others = List.copyOf(others);
    }

    /** Those of a comparison of a new run. */
    public static Precedents of(
            RecordedBaseline recorded, Plan plan, RunResult result, Scenario scenario, Comparison comparison) {
        String hash = ScenarioHash.of(scenario, comparison.client(), plan.workers());
        List<RecordedComparison> comparable = new ArrayList<>();
        Map<String, Integer> others = new LinkedHashMap<>();
        for (RecordedRun run : recorded.runs()) {
            Optional<RecordedComparison> own = run.comparisons().stream()
                    .filter(one -> one.scenario().equals(scenario.name()) && one.client() == comparison.client())
                    .findFirst();
            String difference = difference(run, own.map(RecordedComparison::scenarioHash), result, hash);
            if (own.isPresent() && difference.isEmpty()) {
                comparable.add(own.get());
            } else {
                others.merge(difference, 1, Integer::sum);
            }
        }
        return new Precedents(
                comparable,
                others.entrySet().stream()
                        .map(other -> other.getValue() + " " + other.getKey())
                        .toList());
    }

    /** How the target differed from the reference in those runs; see {@link RecordedMetric#difference()}. */
    public double[] differences(RegressionMetric metric) {
        return comparable.stream()
                .flatMap(run -> run.find(metric).stream())
                .mapToDouble(RecordedMetric::difference)
                .toArray();
    }

    /** Nothing if the run may be compared. */
    private static String difference(RecordedRun run, Optional<String> recordedHash, RunResult result, String hash) {
        if (recordedHash.isEmpty()) {
            return "without this scenario and client";
        }
        if (!run.machine().equals(Fingerprint.of(result.environment()))) {
            return "of another machine (" + run.environment().cpuModel() + ", "
                    + run.environment().cores() + " cores"
                    + run.machine()
                            .clientCpus()
                            .map(cpus -> ", clients on " + cpus)
                            .orElse("")
                    + ")";
        }
        if (!recordedHash.get().equals(hash)) {
            return "of another load";
        }
        TargetFacts reference = result.baseline().orElse(run.reference());
        if (!run.reference().imageId().equals(reference.imageId())) {
            return "with another image of the reference";
        }
        return run.reference().whyNotComparableTo(reference).isPresent()
                        || run.target().whyNotComparableTo(result.target()).isPresent()
                ? "where target and reference ran in another way"
                : "";
    }
}

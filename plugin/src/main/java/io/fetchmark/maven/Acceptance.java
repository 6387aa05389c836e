package io.fetchmark.maven;

import io.fetchmark.baseline.BaselineFile;
import io.fetchmark.baseline.RecordedBaseline;
import io.fetchmark.baseline.RecordedComparison;
import io.fetchmark.baseline.RecordedRun;
import io.fetchmark.measure.Units;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.ResultFile;
import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioHash;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Judge;
import io.fetchmark.verdict.VerdictKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The last result of an execution, which is fit for the recorded baseline.
 *
 * @param directory of the baseline
 */
record Acceptance(ExecutionName execution, RecordedRun run, Path directory) {

    /**
     * Checks a result.
     *
     * @param folder holds it
     * @throws ResultFileException if there is no result, or it or the baseline is torn
     * @throws MojoExecutionException if it may not be recorded
     */
    static Acceptance of(ExecutionName execution, Plan plan, Path folder, Path directory, Optional<String> commit)
            throws ResultFileException, IOException, MojoExecutionException {
        RecordedBaseline recorded = BaselineFile.read(directory);
        RunResult result = ResultFile.read(folder);
        if (!result.environment().scenarioHash().equals(ScenarioHash.of(plan))) {
            throw refused(execution, "it is of another configuration: measure again by mvn verify");
        }
        if (result.baseline().isEmpty()
                || result.comparisons().orElse(List.of()).isEmpty()) {
            throw refused(execution, "nothing was compared with the reference: measure again by mvn verify");
        }
        List<Finding> findings = Judge.judge(plan, result, recorded).findings();
        List<String> invalid = reasons(findings, finding -> finding.verdict() == VerdictKind.INVALID);
        if (!invalid.isEmpty()) {
            throw refused(execution, "it is invalid: " + String.join("; ", invalid));
        }
        List<String> failing = reasons(
                findings,
                finding ->
                        finding.metric() == FindingMetric.ERROR_RATE && finding.verdict() == VerdictKind.LIMIT_BROKEN);
        if (!failing.isEmpty()) {
            throw refused(execution, "too many of its exchanges failed: " + String.join("; ", failing));
        }
        if (recorded.holds(result.environment().startedAt())) {
            throw refused(
                    execution, "it is recorded already, and one run twice is not two: measure again by mvn verify");
        }
        return new Acceptance(execution, RecordedRun.of(plan, result, folder, commit), directory);
    }

    private static List<String> reasons(List<Finding> findings, Predicate<Finding> which) {
        return findings.stream().filter(which).map(Finding::reason).toList();
    }

    private static MojoExecutionException refused(ExecutionName execution, String reason) {
        return new MojoExecutionException(
                "the last result of execution " + execution + " cannot be recorded, as " + reason);
    }

    /**
     * Adds it to the file of the baseline.
     *
     * @return what was recorded, for the log
     */
    List<String> record() throws ResultFileException, IOException {
        RecordedBaseline all = BaselineFile.add(directory, run);
        List<String> lines = new ArrayList<>();
        lines.add("execution " + execution + ", run of " + run.startedAt() + ", is recorded in "
                + directory.resolve(BaselineFile.NAME));
        for (RecordedComparison comparison : run.comparisons()) {
            lines.add(line(comparison));
        }
        lines.add(all.of(run.machine()) + " of " + all.runs().size() + " recorded runs are of this machine; "
                + RecordedBaseline.ENOUGH_RUNS + " or more are needed for a verdict");
        return lines;
    }

    private static String line(RecordedComparison comparison) {
        return comparison.scenario() + ", " + comparison.client() + ", by the reference: "
                + comparison.metrics().stream()
                        .filter(one -> one.metric() != RegressionMetric.ERROR_RATE)
                        .map(one -> one.metric() + " " + Units.factor(one.ratio()))
                        .collect(Collectors.joining(", "));
    }
}

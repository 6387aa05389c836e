package io.fetchmark.verdict;

import io.fetchmark.baseline.RecordedBaseline;
import io.fetchmark.gate.Gap;
import io.fetchmark.measure.Units;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.TargetRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In words, what a recorded baseline says of one metric, or why it says nothing.
 *
 * @param runs how many recorded runs can be compared
 * @param others how many cannot, and why
 */
record RecordedReason(RegressionMetric metric, int runs, List<String> others) {

    /**
     * Why no verdict is given, and what was seen all the same.
     *
     * @param now the target by the reference
     * @param change that by the same of the recorded runs, if there are any
     */
    String advisory(RatioOfMetric now, Optional<RatioOfMetric> change, RecordedBaseline recorded) {
        List<String> parts = new ArrayList<>();
        parts.add(
                recorded.runs().isEmpty()
                        ? "advisory only, as no run is recorded: record " + RecordedBaseline.ENOUGH_RUNS
                                + " or more, each by mvn fetchmark:baseline after it"
                        : "advisory only, as it takes " + RecordedBaseline.ENOUGH_RUNS
                                + " recorded runs like this one, and there " + (runs == 1 ? "is 1" : "are " + runs)
                                + beside());
        if (metric != RegressionMetric.ERROR_RATE) {
            change.ifPresent(found -> parts.add(found.words() + " " + found.than() + " in "
                    + (runs == 1 ? "that one" : "those") + ", by the ratio to the reference"));
            parts.add(metric + " is " + Units.factor(now.estimate()) + " times that of the reference");
        }
        return String.join("; ", parts);
    }

    /** Why there is nothing to compare with recorded runs. */
    static String withoutReference(TargetRuntime runtime) {
        return "advisory only, as no reference can run beside a target that is " + runtime
                + ": run it in a container, or have the baseline measured beside it";
    }

    /** What enough recorded runs say of a metric that is a ratio. */
    String judged(VerdictKind verdict, RecordedChange change) {
        String detect = Units.share(change.gated().detect());
        return change.ratio().words() + " " + change.ratio().than() + " in " + recordedRuns()
                + ", by the ratio to the reference"
                + switch (verdict) {
                    case REGRESSION ->
                        ", more than the tolerance of "
                                + Units.share(change.gated().tolerance()) + " and than unchanged runs differ by chance";
                    case PASS -> ", not the " + detect + " to detect" + (change.isBetter() ? ": an improvement" : "");
                    case INCONCLUSIVE, INVALID, LIMIT_BROKEN ->
                        ", which may or may not be the " + detect
                                + " to detect, as runs differ too much: give it a larger"
                                + " <detect> or a quieter machine, or have the baseline measured beside the target";
                }
                + "; runs differ by " + Units.share(change.noiseFloor())
                + ", minimum detectable change " + Units.share(change.smallest());
    }

    /** What enough recorded runs say of errors. */
    String ofErrors(boolean worse) {
        return (worse
                        ? "more errors than the reference and than "
                        : "no more errors than chance, beside the reference and ")
                + recordedRuns();
    }

    /** Why nothing can be compared in this run. */
    String of(Gap gap) {
        return metric + " cannot be compared, as "
                + switch (gap) {
                    case NOTHING_SUCCEEDED -> "no exchange succeeded in most blocks of the target or of the reference";
                    case TOO_FEW_REQUESTS ->
                        "too few pairs were measured, or most blocks hold too few exchanges for it";
                    case NOT_METERED -> "the CPU time of the target or of the reference is not known here";
                    case CLIENT_STOOD_STILL -> "the client stood still in most pairs, stopped or without a CPU";
                };
    }

    private String recordedRuns() {
        return runs + " recorded runs" + beside();
    }

    private String beside() {
        return others.isEmpty() ? "" : ", beside " + String.join(" and ", others);
    }
}

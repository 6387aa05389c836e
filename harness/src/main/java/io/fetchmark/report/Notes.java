package io.fetchmark.report;

import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a reader must know beside the figures: a sentence each, as plain text. */
final class Notes {

    private Notes() {}

    /** Failures that no limit forbids, and the warnings of the target and of each result. */
    static List<String> of(RunResult run, Verdict verdict) {
        List<String> notes = new ArrayList<>(run.target().warnings());
        for (ScenarioResult result : run.results()) {
            String who = result.scenario() + ", " + result.client() + ": ";
            Stream.concat(unlimitedFailures(result, verdict), result.warnings().stream())
                    .forEach(note -> notes.add(who + note));
        }
        return notes;
    }

    private static Stream<String> unlimitedFailures(ScenarioResult result, Verdict verdict) {
        List<Finding> own = verdict.findings().stream()
                .filter(finding -> finding.scenario().equals(result.scenario()) && finding.client() == result.client())
                .toList();
        boolean limited = own.stream().anyMatch(finding -> finding.metric() == FindingMetric.ERROR_RATE);
        return result.failed() + result.dropped() == 0 || limited
                ? Stream.empty()
                : own.stream()
                        .filter(finding ->
                                finding.metric() == FindingMetric.MEASURED && finding.verdict() == VerdictKind.PASS)
                        .map(Finding::reason);
    }
}

package io.fetchmark.report;

import io.fetchmark.measure.Units;
import io.fetchmark.plan.Client;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one client did in one scenario, as a line of a table. Times are response times.
 *
 * @param result absent if there is none
 * @param verdict the worst verdict of its findings
 */
record Row(String scenario, Client client, Optional<ScenarioResult> result, VerdictKind verdict) {

    /** What {@link #figures} are. */
    static final List<String> FIGURES = List.of("requests", "errors", "throughput", "p50", "p99", "max");

    /** One row for each scenario and client that was judged, in the order of the findings. */
    static List<Row> of(RunResult run, Verdict verdict) {
        Map<List<String>, Row> rows = new LinkedHashMap<>();
        for (Finding finding : verdict.findings()) {
            Row row = new Row(
                    finding.scenario(),
                    finding.client(),
                    run.find(finding.scenario(), finding.client()),
                    finding.verdict());
            rows.merge(List.of(row.scenario, row.client.label()), row, Row::worse);
        }
        return new ArrayList<>(rows.values());
    }

    /** The figures with their units; dashes if there is no result. Errors are failed requests and dropped arrivals. */
    List<String> figures() {
        return result.map(one -> List.of(
                        Units.count(one.requests()),
                        Units.count(one.failed() + one.dropped()),
                        Units.rate(one.throughputPerSecond()),
                        Units.time((double) one.responseTimeNanos().p50()),
                        Units.time((double) one.responseTimeNanos().p99()),
                        Units.time((double) one.responseTimeNanos().max())))
                .orElseGet(() -> FIGURES.stream().map(name -> "-").toList());
    }

    private Row worse(Row other) {
        return new Row(scenario, client, result, verdict.worse(other.verdict));
    }
}

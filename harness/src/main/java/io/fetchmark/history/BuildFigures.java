package io.fetchmark.history;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TimeSummary;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.VerdictKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one client measured in one scenario of a build, in a few figures. Times are in nanoseconds.
 *
 * @param scenario its name
 * @param scenarioHash equal if and only if the same load was asked for; absent if that is not known
 * @param verdict the worst of its findings; absent if it has not been judged
 * @param requests all exchanges that were measured, failed ones too
 * @param errorRate share of arrivals that failed or were dropped, 0 to 1
 * @param throughputPerSecond successful exchanges a second
 * @param targetCpuNanosPerRequest CPU time of the target for each exchange; absent where it was not metered
 * @param ratios to the baseline, each metric once; empty if nothing was compared
 */
public record BuildFigures(
        String scenario,
        Client client,
        Load load,
        Optional<String> scenarioHash,
        Optional<VerdictKind> verdict,
        long requests,
        double errorRate,
        double throughputPerSecond,
        TimeSummary serviceTimeNanos,
        TimeSummary responseTimeNanos,
        OptionalDouble targetCpuNanosPerRequest,
        List<BaselineRatio> ratios) {

    public BuildFigures {
        if (requests < 0 || !(errorRate >= 0 && errorRate <= 1) || !(throughputPerSecond >= 0)) {
            throw new IllegalArgumentException("no build has " + requests + " requests, an error rate of " + errorRate
                    + " and a throughput of " + throughputPerSecond);
        }
        ratios = List.copyOf(ratios);
    }

    /**
     * The figures of a result.
     *
     * @param findings about this scenario and client
     */
    static BuildFigures of(ScenarioResult result, List<Finding> findings) {
        return new BuildFigures(
                result.scenario(),
                result.client(),
                result.load(),
                result.scenarioHash(),
                findings.stream().map(Finding::verdict).max(Comparator.naturalOrder()),
                result.requests(),
                result.errorRate(),
                result.throughputPerSecond(),
                result.serviceTimeNanos(),
                result.responseTimeNanos(),
                result.targetCpuNanosPerRequest(),
                BaselineRatio.of(findings));
    }

    /** Whether these figures say anything: something was measured, and was not judged to be worthless. */
    public boolean areSound() {
        return requests > 0 && verdict.filter(VerdictKind.INVALID::equals).isEmpty();
    }

    /** What the gate told of that metric. */
    public Optional<BaselineRatio> ratio(FindingMetric metric) {
        return ratios.stream().filter(one -> one.metric() == metric).findFirst();
    }
}

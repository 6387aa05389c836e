package io.fetchmark.verdict;

import io.fetchmark.baseline.RecordedBaseline;
import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Limit;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.NotMeasured;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioHash;
import io.fetchmark.result.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Says what a result is worth under a plan: a pure function of both, that no order of results and no clock changes. */
public final class Judge {

    private final Plan plan;
    private final RunResult result;
    private final RecordedBaseline recorded;
    private final RegressionJudge regressions;

    private Judge(Plan plan, RunResult result, RecordedBaseline recorded) {
        this.plan = plan;
        this.result = result;
        this.recorded = recorded;
        this.regressions = RegressionJudge.of(plan, result);
    }

    /** One finding or more for each scenario and client of the plan, in its order, where nothing is recorded. */
    public static Verdict judge(Plan plan, RunResult result) {
        return judge(plan, result, RecordedBaseline.NONE);
    }

    /**
     * One finding or more for each scenario and client of the plan, in its order.
     *
     * @param recorded what a plan with a recorded baseline is held against
     */
    public static Verdict judge(Plan plan, RunResult result, RecordedBaseline recorded) {
        return new Judge(plan, result, recorded).verdict();
    }

    /** The verdict of a result whose target or baseline is not the plan's. */
    public static Verdict ofOtherTarget(Plan plan) {
        return Verdict.of(plan.scenarios().stream()
                .flatMap(scenario -> scenario.clients().stream()
                        .map(client -> invalid(
                                scenario,
                                client,
                                "the result file is of another <target> or <baseline>, or a file of theirs has changed since:"
                                        + " measure again with fetchmark:run, or mvn verify")))
                .toList());
    }

    private Verdict verdict() {
        boolean stale = !result.environment().scenarioHash().equalsIgnoreCase(ScenarioHash.of(plan));
        List<Finding> findings = new ArrayList<>();
        for (Scenario scenario : plan.scenarios()) {
            for (Client client : scenario.clients()) {
                findings.addAll(stale ? List.of(stale(scenario, client)) : findings(scenario, client));
            }
        }
        return Verdict.of(findings);
    }

    private List<Finding> findings(Scenario scenario, Client client) {
        List<ScenarioResult> measured = result.results().stream()
                .filter(one -> one.scenario().equals(scenario.name()) && one.client() == client)
                .toList();
        if (measured.isEmpty()) {
            return List.of(missing(scenario, client));
        }
        if (measured.size() > 1) {
            return List.of(
                    invalid(scenario, client, "the result file holds " + measured.size() + " results of this client"));
        }
        List<Finding> findings = new ArrayList<>(judge(scenario, measured.get(0)));
        scenario.regression().ifPresent(regression -> findings.addAll(compared(scenario, client, regression)));
        return findings;
    }

    private List<Finding> compared(Scenario scenario, Client client, Regression regression) {
        boolean isRecorded = plan.baseline().orElse(null) instanceof Baseline.Recorded;
        Optional<Comparison> comparison = result.comparison(scenario.name(), client);
        if (comparison.isPresent()) {
            return isRecorded
                    ? new RecordedJudge(plan, result, recorded).findings(scenario, comparison.get())
                    : FailedBlocks.of(scenario, comparison.get())
                            .judged(regressions.findings(regression, comparison.get()));
        }
        return isRecorded && !result.target().runtime().allowsReference()
                ? RecordedJudge.withoutReference(
                        scenario, client, result.target().runtime())
                : List.of(invalid(scenario, client, "the result file holds no comparison with the baseline"));
    }

    private static List<Finding> judge(Scenario scenario, ScenarioResult measured) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Measured.judge(scenario, measured));
        Optional<Finding> generator = ShortageJudge.judge(measured).or(() -> GeneratorJudge.judge(measured));
        generator.ifPresent(findings::add);
        VerdictKind kept = generator.map(Finding::verdict).orElse(VerdictKind.PASS);
        if (measured.requests() + measured.dropped() > 0) {
            for (Limit limit : scenario.limitsInForce()) {
                Finding finding = new LimitJudge(limit, measured).finding();
                Finding said = scenario.limits().contains(limit) ? finding : byDefault(finding);
                findings.add(said.verdict().isBroken() ? excused(said, kept, measured) : said);
            }
        }
        return findings;
    }

    private static Finding byDefault(Finding finding) {
        return finding.as(
                finding.verdict(),
                finding.reason() + "; this limit is the default, set an <errorRate> in the <limits> for another");
    }

    /**
     * A limit that a late generator broke, which may have been its own doing, is no broken promise of the target. Where the
     * machine alone held it up, the slices that nothing disturbed have told that it is one.
     */
    private static Finding excused(Finding broken, VerdictKind generator, ScenarioResult measured) {
        return generator == VerdictKind.PASS
                        || (generator == VerdictKind.INCONCLUSIVE
                                && measured.disturbance().isPresent())
                ? broken
                : broken.as(generator, broken.reason() + "; not judged, as the generator did not keep up");
    }

    private Finding missing(Scenario scenario, Client client) {
        Optional<NotMeasured> known = result.notMeasured().stream()
                .filter(one -> one.scenario().equals(scenario.name()) && one.client() == client)
                .findFirst();
        return known.map(one -> Finding.measured(
                        scenario.name(),
                        client,
                        VerdictKind.INCONCLUSIVE,
                        OptionalDouble.empty(),
                        "not measured: " + one.reason()))
                .orElseGet(() -> invalid(scenario, client, "the result file holds no result of this client"));
    }

    private static Finding stale(Scenario scenario, Client client) {
        return invalid(
                scenario,
                client,
                "the result file is of another configuration: measure again with fetchmark:run, or mvn verify");
    }

    private static Finding invalid(Scenario scenario, Client client, String reason) {
        return Finding.measured(scenario.name(), client, VerdictKind.INVALID, OptionalDouble.empty(), reason);
    }
}

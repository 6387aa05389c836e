package io.fetchmark.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Limit;
import io.fetchmark.plan.LimitMetric;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.ScenarioResult;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GeneratorJudgeTest {

    @Test
    void aGeneratorThatKeptUpPassesWithItsFigures() {
        Finding finding = judge(OpenLoads.calm().result());

        assertThat(finding.verdict()).isEqualTo(VerdictKind.PASS);
        assertThat(finding.metric()).isEqualTo(FindingMetric.GENERATOR);
        assertThat(finding.estimate()).hasValue(1e5);
        assertThat(finding.reason())
                .isEqualTo("the generator kept up: p99 of start lateness 100 us, of response time 5 ms");
    }

    @Test
    void startsThatAreMostOfTheResponseTimeAreInvalid() {
        Finding finding = judge(OpenLoads.calm().times(5, 40, 35).result());

        assertThat(finding.verdict()).isEqualTo(VerdictKind.INVALID);
        assertThat(finding.reason())
                .isEqualTo("the generator was late: p99 of start lateness 35 ms, of response time 40 ms;"
                        + " what it recorded of itself does not say why");
    }

    @Test
    void startsThatAreLateByLessThanASchedulerIsAreNot() {
        assertThat(judge(OpenLoads.calm().times(1, 10.5, 9.9).result()).verdict())
                .isEqualTo(VerdictKind.PASS);
    }

    @Test
    void startsThatAreTheSmallerPartOfALongResponseTimeAreNot() {
        assertThat(judge(OpenLoads.calm().times(60, 90, 44).result()).verdict()).isEqualTo(VerdictKind.PASS);
    }

    @Test
    void fewerThanTenLateExchangesAreChance() {
        // Of 999 requests p95 is judged, which is half of p99 here.
        assertThat(judge(OpenLoads.calm()
                                .of(OpenLoads.OPEN, 999)
                                .times(1, 19, 18)
                                .result())
                        .verdict())
                .isEqualTo(VerdictKind.PASS);
        assertThat(judge(OpenLoads.calm()
                                .of(OpenLoads.OPEN, 999)
                                .times(1, 40, 30)
                                .result())
                        .reason())
                .startsWith("the generator was late: p95 of start lateness 15 ms, of response time 20 ms");
        assertThat(judge(OpenLoads.calm()
                                .of(OpenLoads.OPEN, 99)
                                .times(1, 90, 80)
                                .result())
                        .verdict())
                .isEqualTo(VerdictKind.PASS);
    }

    @Test
    void theReasonIsOfTheTimeWhenItWasLate() {
        OpenLoads late = OpenLoads.calm().times(5, 40, 35);

        assertThat(judge(late.using(OpenLoads.constant(0.98)).result()).reason())
                .endsWith("it was at its ceiling, with 98 % of its 1 CPU in use"
                        + " (lower the rate, or take a client that costs less)");
        assertThat(judge(late.result(0.2, 0, 0, 0)).reason())
                .endsWith("garbage collection stopped it for 2 s of 10 s"
                        + " (give it more memory by -Dfetchmark.jvmOptions=-Xmx1g)");
        assertThat(judge(late.result(0, 0.3, 0, 0)).reason())
                .endsWith("the quota of its control group throttled it for 30 % of the time (raise the quota)");
        assertThat(judge(late.result(0, 0, 0.25, 0)).reason())
                .endsWith("the hypervisor took 25 % of its CPU"
                        + " (steal: measure on a machine of its own, or at another time)");
        assertThat(judge(late.result(0, 0, 0, 0.6)).reason())
                .endsWith("the machine was busy: other processes used 60 % of its CPU");
        assertThat(judge(late.result(0, 0, 0.06, 0.6)).reason()).contains("the hypervisor", "the machine was busy");
    }

    @Test
    void aGeneratorFromWhichTheMachineTookItsCpuIsInDoubt() {
        OpenLoads late = OpenLoads.calm().times(5, 40, 35);

        assertThat(judge(late.result(0, 0, 0.14, 0)).verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(judge(late.result(0, 0, 0, 0.6)).verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(judge(late.result(0, 0, 0.14, 0)).reason())
                .isEqualTo("the generator was late: p99 of start lateness 35 ms, of response time 40 ms; the hypervisor"
                        + " took 14 % of its CPU (steal: measure on a machine of its own, or at another time)");
    }

    @Test
    void aGeneratorThatWasItsOwnLimitIsInvalidWhateverTheMachineDid() {
        OpenLoads late = OpenLoads.calm().times(5, 40, 35);

        assertThat(judge(late.result(0.05, 0, 0.5, 0)).verdict())
                .as("garbage collection")
                .isEqualTo(VerdictKind.INVALID);
        assertThat(judge(late.result(0, 0.05, 0.5, 0)).verdict()).as("a quota").isEqualTo(VerdictKind.INVALID);
        assertThat(judge(late.using(OpenLoads.constant(0.5)).result(0, 0, 0, 0.5))
                        .verdict())
                .as("half of full CPUs")
                .isEqualTo(VerdictKind.INVALID);
        assertThat(judge(late.using(OpenLoads.constant(0.9)).result(0, 0, 0.05, 0))
                        .verdict())
                .as("its ceiling")
                .isEqualTo(VerdictKind.INVALID);
    }

    @Test
    void aGeneratorThatWasOverrunAtAnotherTimeIsInvalidToo() {
        ScenarioResult held = OpenLoads.calm().times(30, 40, 35).result(0, 0, 0.5, 0);
        OpenLoads overrunAtFirst = OpenLoads.calm().times(5, 40, 35).using(OpenLoads.constant(1));

        assertThat(judge(held).verdict()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(judge(overrunAtFirst.andFrom(2, held)).verdict()).isEqualTo(VerdictKind.INVALID);
    }

    @Test
    void arrivalsThatWaitWithinAFullGeneratorAreInvalidThoughItDidNotSeeThatItWasLate() {
        OpenLoads backlog = OpenLoads.calm().times(15, 1600, 0.4);

        assertThat(judge(backlog.using(OpenLoads.constant(0.97)).result()).verdict())
                .isEqualTo(VerdictKind.INVALID);
        assertThat(judge(backlog.using(OpenLoads.constant(0.97)).result()).reason())
                .startsWith("the generator was overrun: p99 of response time 1.6 s, of service time 15 ms;"
                        + " it was at its ceiling, with 97 % of its 1 CPU in use");
        assertThat(judge(backlog.using(OpenLoads.constant(0.6)).result(0, 0, 0, 0.4))
                        .verdict())
                .isEqualTo(VerdictKind.INVALID);
        assertThat(judge(backlog.using(OpenLoads.constant(0.6)).result(0, 0, 0, 0.4))
                        .reason())
                .endsWith("its CPU had no more to give, with 60 % used by itself (lower the rate, or take a client that"
                        + " costs less); the machine was busy: other processes used 40 % of its CPU");
        assertThat(judge(backlog.result(0, 0.5, 0, 0)).verdict()).isEqualTo(VerdictKind.INVALID);
    }

    @Test
    void aBacklogThatIsWorkedOffLaterIsJudgedByTheTimeOfTheBacklog() {
        ScenarioResult first = OpenLoads.calm()
                .times(15, 1600, 0.4)
                .using(1, 1, 1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1)
                .calmAfter(3);

        assertThat(judge(first).verdict()).isEqualTo(VerdictKind.INVALID);
        assertThat(judge(first).reason()).contains("with 100 % of its 1 CPU in use");
    }

    @Test
    void arrivalsThatWaitForATargetAreNot() {
        OpenLoads backlog = OpenLoads.calm().times(15, 1600, 0.4);

        assertThat(judge(backlog.result()).verdict()).isEqualTo(VerdictKind.PASS);
        // The target on the same CPU, which it fills.
        assertThat(judge(backlog.result(0, 0, 0, 0.9)).verdict()).isEqualTo(VerdictKind.PASS);
    }

    @Test
    void aFullGeneratorWithoutABacklogIsNot() {
        assertThat(judge(OpenLoads.calm()
                                .times(15, 24, 0.4)
                                .using(OpenLoads.constant(1))
                                .result())
                        .verdict())
                .isEqualTo(VerdictKind.PASS);
    }

    @Test
    void onlyOpenLoadsHaveAnInstantToBeLateFor() {
        OpenLoads late = OpenLoads.calm().times(5, 40, 35);

        assertThat(GeneratorJudge.judge(late.of(new Load.Closed(5), 1000).result()))
                .isEmpty();
        assertThat(GeneratorJudge.judge(
                        late.of(new Load.Ladder(List.of(1, 10)), 1000).result()))
                .isEmpty();
        assertThat(GeneratorJudge.judge(late.of(OpenLoads.OPEN, 0).result())).isEmpty();
    }

    @Test
    void aResultOfAnEarlyVersionHasNoSuchFinding() {
        assertThat(GeneratorJudge.judge(Results.ok())).isEmpty();
    }

    @Test
    void aLimitThatALateGeneratorBrokeIsNotHeldAgainstTheTarget() {
        Verdict verdict = judge(
                OpenLoads.calm().times(5, 40, 35).result(),
                new Limit(LimitMetric.P99, 20e6),
                new Limit(LimitMetric.P50, 20e6));

        assertThat(verdict.kind()).isEqualTo(VerdictKind.INVALID);
        assertThat(verdict.findings())
                .extracting(Finding::verdict)
                .containsExactly(
                        VerdictKind.PASS, VerdictKind.INVALID, VerdictKind.INVALID, VerdictKind.PASS, VerdictKind.PASS);
        assertThat(verdict.findings().get(2).reason())
                .isEqualTo("p99 40 ms, limit 20 ms; not judged, as the generator did not keep up");
    }

    @Test
    void aLimitThatIsKeptThoughTheMachineHeldTheGeneratorUpIsInDoubt() {
        ScenarioResult held = OpenLoads.calm().times(5, 40, 35).result(0, 0, 0.14, 0);

        Verdict verdict = judge(held, new Limit(LimitMetric.P99, 50e6));

        assertThat(verdict.kind()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(verdict.findings())
                .extracting(Finding::verdict)
                .containsExactly(VerdictKind.PASS, VerdictKind.INCONCLUSIVE, VerdictKind.PASS, VerdictKind.PASS);
    }

    @Test
    void aLimitThatIsBrokenWhileTheMachineHeldTheGeneratorUpIsInDoubt() {
        ScenarioResult held = OpenLoads.calm().times(5, 40, 35).result(0, 0, 0.14, 0);

        Verdict verdict = judge(held, new Limit(LimitMetric.P99, 20e6));

        assertThat(verdict.kind()).isEqualTo(VerdictKind.INCONCLUSIVE);
        assertThat(verdict.findings())
                .extracting(Finding::verdict)
                .containsExactly(
                        VerdictKind.PASS, VerdictKind.INCONCLUSIVE, VerdictKind.INCONCLUSIVE, VerdictKind.PASS);
    }

    @Test
    void aLimitThatIsBrokenInTimeStaysBroken() {
        Verdict verdict = judge(OpenLoads.calm().times(39, 40, 5).result(), new Limit(LimitMetric.P99, 20e6));

        assertThat(verdict.kind()).isEqualTo(VerdictKind.LIMIT_BROKEN);
    }

    private static Finding judge(ScenarioResult result) {
        return GeneratorJudge.judge(result).orElseThrow();
    }

    private static Verdict judge(ScenarioResult result, Limit... limits) {
        Scenario scenario = Scenario.of(Results.SCENARIO, Request.get("/"), OpenLoads.OPEN, Client.ASYNC)
                .limitedBy(limits);
        Plan plan = new Plan(NginxSpec.welcome("nginx:1.28"), RuntimeChoice.AUTO, List.of(scenario), 1);
        return Judge.judge(plan, Results.run(plan, result));
    }
}

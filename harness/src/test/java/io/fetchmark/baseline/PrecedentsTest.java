package io.fetchmark.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrecedentsTest {

    @TempDir
    private Path directory;

    private final RunResult now = BaselineFixtures.run(20, 0);

    @Test
    void areTheRunsOfTheSameMachineLoadAndReference() throws Exception {
        Precedents precedents = of(
                BaselineFixtures.plan(),
                recorded(BaselineFixtures.run(1, 0.1)),
                recorded(BaselineFixtures.run(2, 0.2)));
        assertThat(precedents.others()).isEmpty();
        assertThat(precedents.differences(RegressionMetric.P50)).hasSize(2).satisfies(values -> {
            assertThat(values[0]).isCloseTo(0.1, within(0.03));
            assertThat(values[1]).isCloseTo(0.2, within(0.03));
        });
    }

    @Test
    void anotherMachineIsNone() throws Exception {
        Precedents precedents = of(
                BaselineFixtures.plan(),
                recorded(BaselineFixtures.run(1, 0, "Other CPU")),
                recorded(BaselineFixtures.run(2, 0)),
                recorded(BaselineFixtures.run(3, 0, "Other CPU")));
        assertThat(precedents.comparable()).hasSize(1);
        assertThat(precedents.others()).containsExactly("2 of another machine (Other CPU, 2 cores, clients on 1)");
    }

    @Test
    void anotherImageOfTheReferenceIsNone() throws Exception {
        RecordedRun run = recorded(BaselineFixtures.run(1, 0));
        var reference = run.reference();
        var other = new io.fetchmark.result.TargetFacts(
                reference.kind(),
                reference.runtime(),
                reference.networkPath(),
                reference.url(),
                reference.image(),
                Optional.of("sha256:0"),
                reference.imageDigest(),
                reference.engine(),
                reference.cpus(),
                reference.limits(),
                reference.delay(),
                reference.jar(),
                reference.warnings());
        Precedents precedents = of(
                BaselineFixtures.plan(),
                new RecordedRun(
                        run.startedAt(), run.gitCommit(), run.environment(), run.target(), other, run.comparisons()));
        assertThat(precedents.comparable()).isEmpty();
        assertThat(precedents.others()).containsExactly("1 with another image of the reference");
    }

    @Test
    void whatIsComparedAndHowLongItIsMeasuredDoesNotMakeAnotherLoad() throws Exception {
        Plan plan = BaselineFixtures.plan();
        Scenario scenario = plan.scenarios().get(0);
        RecordedRun run = recorded(BaselineFixtures.run(1, 0));
        assertThat(of(with(plan, scenario.lasting(scenario.warmUp(), Duration.ofSeconds(99))), run)
                        .comparable())
                .hasSize(1);
        assertThat(of(plan.sharedBy(2), run).others()).containsExactly("1 of another load");
        assertThat(of(with(plan, load(scenario, new Load.Closed(49))), run).others())
                .containsExactly("1 of another load");
        assertThat(of(with(plan, scenario.lasting(Duration.ZERO, scenario.duration())), run)
                        .others())
                .containsExactly("1 of another load");
    }

    @Test
    void aRunWithoutTheScenarioIsNone() throws Exception {
        RecordedRun run = recorded(BaselineFixtures.run(1, 0));
        RecordedComparison one = run.comparisons().get(0);
        RecordedComparison other = new RecordedComparison(
                "other",
                one.client(),
                one.load(),
                one.scenarioHash(),
                one.blockSeconds(),
                one.metrics(),
                one.targetResponseTimeNanos(),
                one.referenceResponseTimeNanos(),
                one.targetHistogram(),
                one.referenceHistogram());
        Precedents precedents = of(
                BaselineFixtures.plan(),
                new RecordedRun(
                        run.startedAt(),
                        run.gitCommit(),
                        run.environment(),
                        run.target(),
                        run.reference(),
                        List.of(other)));
        assertThat(precedents.others()).containsExactly("1 without this scenario and client");
    }

    private RecordedRun recorded(RunResult run) throws IOException {
        return BaselineFixtures.recorded(run, directory);
    }

    private Precedents of(Plan plan, RecordedRun... runs) {
        RecordedBaseline recorded = new RecordedBaseline(1, List.of(runs));
        return Precedents.of(
                recorded,
                plan,
                now,
                plan.scenarios().get(0),
                now.comparison("home-page", Client.THREADS).orElseThrow());
    }

    private static Plan with(Plan plan, Scenario scenario) {
        return new Plan(plan.target(), plan.baseline(), plan.runtime(), plan.workers(), List.of(scenario), plan.seed());
    }

    private static Scenario load(Scenario scenario, Load load) {
        return Scenario.of(scenario.name(), scenario.request(), load, Client.THREADS)
                .comparedBy(scenario.regression().orElseThrow());
    }
}

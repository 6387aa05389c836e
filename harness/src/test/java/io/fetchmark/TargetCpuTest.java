package io.fetchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.MeterSource;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.TargetUse;
import io.fetchmark.target.Docker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The meter of nginx in a container of a real engine. */
@Timeout(180)
final class TargetCpuTest {

    @TempDir
    private Path directory;

    @Test
    void nginxIsMeteredUnderEachKindOfLoad() throws Exception {
        Docker.assumeEngine();
        List<Scenario> scenarios = List.of(
                scenario("closed", new Load.Closed(8)),
                scenario("open", new Load.Open(200, Arrivals.UNIFORM)),
                scenario("ladder", new Load.Ladder(List.of(1, 10, 100))));
        Plan plan = new Plan(NginxSpec.welcome(Docker.image()), RuntimeChoice.DOCKER, scenarios, 7);

        RunResult result = new Harness(HarnessOptions.in(directory), RunListener.SILENT).run(plan);

        assertThat(result.results()).hasSize(3);
        MeterSource source = result.results().get(0).targetUse().orElseThrow().source();
        assertThat(source).isIn(MeterSource.CGROUP, MeterSource.STATS);
        assertThat(result.results()).allSatisfy(one -> {
            if (source.isPrompt() || !(one.load() instanceof Load.Ladder)) {
                assertThat(one.targetUse().map(TargetUse::source)).contains(source);
                one.slices()
                        .orElseThrow()
                        .forEach(
                                slice -> assertThat(slice.target().orElseThrow().cpuNanos())
                                        .as("slice from %s s", slice.startSeconds())
                                        .isLessThanOrEqualTo(
                                                one.targetUse().orElseThrow().cpuNanos()));
                // With less than a microsecond no server answers; with a second something else was counted.
                assertThat(one.targetCpuNanosPerRequest().orElseThrow()).isBetween(1e3, 1e9);
            } else {
                assertThat(one.targetCpuNanosPerRequest()).isEmpty();
            }
        });
    }

    private static Scenario scenario(String name, Load load) {
        return Scenario.of(name, Request.get("/"), load, Client.ASYNC)
                .lasting(Duration.ofMillis(500), Duration.ofSeconds(4));
    }
}

package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.result.Generator;
import io.fetchmark.result.MeterSource;
import io.fetchmark.result.ResultFixtures;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TargetUse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class BottleneckTest {

    private static final Load CLOSED = new Load.Closed(50);

    @Test
    void whoHasNoCpuTimeLeftIsTheBottleneck() {
        assertThat(sentence(CLOSED, 0.55, 0.97))
                .contains("async: the target was the bottleneck (client 55 % of its CPU time, target 97 %).");
        assertThat(sentence(CLOSED, 0.95, 0.4))
                .contains(
                        "async: the client was the bottleneck (client 95 % of its CPU time, target 40 %), so the target"
                                + " can do more.");
        assertThat(sentence(CLOSED, 0.95, 0.97))
                .hasValueSatisfying(text -> assertThat(text).contains("both"));
    }

    @Test
    void whereBothHaveTimeLeftNothingIsSaid() {
        assertThat(sentence(CLOSED, 0.3, 0.8)).isEmpty();
    }

    @Test
    void anOpenLoadAsksForNoMoreThanItsRate() {
        assertThat(sentence(new Load.Open(100, Arrivals.UNIFORM), 0.3, 0.97)).isEmpty();
    }

    @Test
    void aTargetThatWasHeldToNoCpusHasNoShare() {
        TargetUse use = new TargetUse(
                MeterSource.PROCESS,
                OptionalDouble.empty(),
                9_700_000_000L,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());

        assertThat(Bottleneck.sentence(result(CLOSED, 0.3, Optional.of(use)))).isEmpty();
        assertThat(Bottleneck.sentence(result(CLOSED, 0.95, Optional.empty()))).isEmpty();
    }

    private static Optional<String> sentence(Load load, double client, double target) {
        TargetUse use = new TargetUse(
                MeterSource.CGROUP,
                OptionalDouble.of(2),
                Math.round(target * 2 * 10e9),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
        return Bottleneck.sentence(result(load, client, Optional.of(use)));
    }

    private static ScenarioResult result(Load load, double client, Optional<TargetUse> use) {
        ScenarioResult like =
                ResultFixtures.run().find("home-page", Client.ASYNC).orElseThrow();
        Generator generator = new Generator(
                1, 10, Math.round(client * 10e9), 0, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
        return new ScenarioResult(
                like.scenario(),
                like.client(),
                load,
                like.requests(),
                like.warmUpRequests(),
                like.errors(),
                10,
                like.throughputPerSecond(),
                like.serviceTimeNanos(),
                like.responseTimeNanos(),
                like.startLatenessNanos(),
                like.dropped(),
                like.targetCpuNanosPerRequest(),
                like.clientCpuNanosPerRequest(),
                like.jdk(),
                like.threads(),
                like.workers(),
                like.histograms(),
                List.of(),
                Optional.of(generator),
                use,
                like.slices(),
                List.of());
    }
}

package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.result.Generator;
import io.fetchmark.result.MeterSource;
import io.fetchmark.result.ResultFixtures;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.SliceSummary;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.result.TargetSlice;
import io.fetchmark.result.TargetUse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
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
    void whereBothHaveMuchTimeLeftTheyWaitForSomethingElse() {
        assertThat(sentence(CLOSED, 0.3, 0.5))
                .contains("async: neither client nor target was short of CPU time (client 30 % of its CPU time, target"
                        + " 50 %): they waited for something else, such as a delay, a lock, a disk or each other.");
    }

    @Test
    void whoWasFullForMostOfTheTimeIsTheBottleneck() {
        List<SliceSummary> stalled = slices(0.2, 0.95, 0.97, 0.96, 0.1, 0.93);

        assertThat(sentence(result(CLOSED, 0.3, Optional.of(use(0.65, 0, 0)), stalled)))
                .contains("async: the target was the bottleneck for 67 % of the time (client 30 % of its CPU time,"
                        + " target 65 %).");
        assertThat(sentence(result(CLOSED, 0.3, Optional.of(use(0.8, 0, 0)), slices(0.2, 0.2, 0.95))))
                .isEmpty();
    }

    @Test
    void aQuotaThatStopsTheTargetIsNamed() {
        assertThat(sentence(result(CLOSED, 0.3, Optional.of(use(0.95, 0.4, 0)), List.of())))
                .contains("async: the target was the bottleneck (client 30 % of its CPU time, target 95 %); its quota"
                        + " stopped it for 40 % of the time.");
        assertThat(sentence(result(CLOSED, 0.3, Optional.of(use(0.7, 0.4, 0)), List.of())))
                .contains("async: the target's quota was the bottleneck (client 30 % of its CPU time, target 70 %); its"
                        + " quota stopped it for 40 % of the time.");
    }

    @Test
    void whereOthersTakeWhatTheTargetLeavesTheMachineIsTheBottleneck() {
        assertThat(sentence(result(CLOSED, 0.3, Optional.of(use(0.3, 0, 0.68)), List.of())))
                .contains(
                        "async: the machine was the bottleneck (client 30 % of its CPU time, target 30 %); others took"
                                + " 68 % of the target's CPUs.");
        assertThat(sentence(result(CLOSED, 0.95, Optional.of(use(0.3, 0, 0.68)), List.of())))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("the client was the bottleneck", "others took 68 % of the target's CPUs")
                        .doesNotContain("can do more"));
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

        assertThat(sentence(result(CLOSED, 0.3, Optional.of(use), List.of()))).isEmpty();
        assertThat(sentence(result(CLOSED, 0.95, Optional.empty(), List.of()))).isEmpty();
    }

    private static Optional<String> sentence(Load load, double client, double target) {
        return sentence(result(load, client, Optional.of(use(target, 0, 0)), List.of()));
    }

    private static Optional<String> sentence(ScenarioResult result) {
        return Bottleneck.sentence(result, SampleRun.target(TargetRuntime.DOCKER, List.of()), Language.ENGLISH);
    }

    /** Of one CPU in 10 s: shares of the time that it used, was stopped, and others used. */
    private static TargetUse use(double share, double throttled, double others) {
        return new TargetUse(
                MeterSource.CGROUP,
                OptionalDouble.of(1),
                nanos(share * 10),
                OptionalLong.of(nanos(throttled * 10)),
                OptionalLong.empty(),
                OptionalLong.of(0),
                OptionalLong.of(nanos(others * 10)));
    }

    /** A second each, in which the target used that share of its CPU, and the client none. */
    private static List<SliceSummary> slices(double... shares) {
        return IntStream.range(0, shares.length)
                .mapToObj(i -> new SliceSummary(
                        i,
                        i + 1.0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Optional.of(new TargetSlice(
                                nanos(shares[i]),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty()))))
                .toList();
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    /** A closed load with that course. */
    static ScenarioResult result(List<SliceSummary> slices) {
        return result(CLOSED, 0.3, Optional.empty(), slices);
    }

    private static ScenarioResult result(Load load, double client, Optional<TargetUse> use, List<SliceSummary> slices) {
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
                like.warmUp(),
                like.hung(),
                like.errors(),
                like.failures(),
                10,
                like.throughputPerSecond(),
                like.serviceTimeNanos(),
                like.responseTimeNanos(),
                like.startLatenessNanos(),
                like.late(),
                like.dropped(),
                like.reconnected(),
                like.shortages(),
                like.targetCpuNanosPerRequest(),
                like.clientCpuNanosPerRequest(),
                like.jdk(),
                like.threads(),
                like.workers(),
                like.histograms(),
                List.of(),
                Optional.of(generator),
                use,
                Optional.of(slices),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}

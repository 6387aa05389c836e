package io.fetchmark.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Load;
import io.fetchmark.result.ScenarioResult;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GeneratorWarningsTest {

    private static final Load CLOSED = new Load.Closed(50);

    @Test
    void aCalmGeneratorHasNone() {
        assertThat(warnings(OpenLoads.calm().result())).isEmpty();
        assertThat(warnings(OpenLoads.calm().of(CLOSED, 1000).result())).isEmpty();
    }

    @Test
    void aClientAtItsCeilingIsOneOfEveryLoad() {
        OpenLoads full = OpenLoads.calm().using(OpenLoads.constant(0.95));

        for (Load load : List.of(CLOSED, OpenLoads.OPEN, new Load.Ladder(List.of(500)))) {
            assertThat(warnings(full.of(load, 1000).result()))
                    .containsExactly("the client used 95 % of its 1 CPU, so the figures are partly its own:"
                            + " give it more CPUs, or take a client that costs less");
        }
        assertThat(warnings(OpenLoads.calm().using(OpenLoads.constant(0.89)).result()))
                .isEmpty();
    }

    @Test
    void whatStopsTheClientIsSaidWithItsShare() {
        assertThat(warnings(OpenLoads.calm().result(0.12, 0.08, 0.07, 0.5)))
                .containsExactly(
                        "garbage collection stopped the client for 12 % of the time: give it more memory, by"
                                + " -Dfetchmark.jvmOptions=-Xmx1g",
                        "the quota of its control group throttled the client for 8 % of the time: raise the quota of"
                                + " CPU time",
                        "the hypervisor took 7 % of the client's CPU (steal): measure on a machine of its own, or at"
                                + " another time",
                        "other processes used 50 % of the client's CPU: end them, and measure again");
        assertThat(warnings(OpenLoads.calm().result(0.1, 0.05, 0.05, 0.1))).isEmpty();
    }

    @Test
    void aTargetOnTheSameCpusIsNoReproach() {
        assertThat(GeneratorWarnings.of(OpenLoads.calm().result(0, 0, 0, 0.9), false))
                .isEmpty();
    }

    @Test
    void startsThatAreAPartOfTheResponseTimeAreSaid() {
        assertThat(warnings(OpenLoads.calm().times(40, 60, 20).result()))
                .containsExactly("the client itself started 1 % of the exchanges 20 ms or more late, which is part of"
                        + " their response time (p99 60 ms): measure with less beside it on the machine, or at a"
                        + " lower rate");
        assertThat(warnings(OpenLoads.calm().of(CLOSED, 1000).times(40, 60, 20).result()))
                .isEmpty();
        assertThat(warnings(OpenLoads.calm().times(200, 220, 20).result())).isEmpty();
    }

    @Test
    void aClientThatIsStillWarmingUpIsSaid() {
        OpenLoads warming =
                OpenLoads.calm().of(CLOSED, 10_000).using(0.89, 0.85, 0.8, 0.7, 0.68, 0.66, 0.64, 0.6, 0.6, 0.6);

        assertThat(warnings(warming.result()))
                .containsExactly("the client was still getting faster while it was measured: a request took 847 us of"
                        + " its CPU time in the first third and 600 us in the last; set a longer <warmUp>");
        assertThat(warnings(warming.of(new Load.Ladder(List.of(500)), 10_000).result()))
                .isEmpty();
        assertThat(warnings(warming.of(CLOSED, 990).result())).isEmpty();
    }

    @Test
    void aClientWhoseCostVariesIsNotWarmingUp() {
        OpenLoads closed = OpenLoads.calm().of(CLOSED, 10_000);

        assertThat(warnings(closed.using(0.8, 0.8, 0.8, 0.5, 0.5, 0.5, 0.5, 0.6, 0.6, 0.6)
                        .result()))
                .as("the middle is the fastest")
                .isEmpty();
        assertThat(warnings(closed.using(0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.5, 0.5, 0.5)
                        .result()))
                .as("a step, as when a neighbour ends")
                .isEmpty();
        assertThat(warnings(closed.using(0.2, 0.2, 0.2, 0.15, 0.15, 0.15, 0.15, 0.1, 0.1, 0.1)
                        .result()))
                .as("too light a load to say")
                .isEmpty();
        assertThat(warnings(closed.using(0.8, 0.4).result())).as("too short").isEmpty();
    }

    @Test
    void aResultOfAnEarlyVersionHasNone() {
        assertThat(warnings(Results.ok())).isEmpty();
    }

    private static List<String> warnings(ScenarioResult result) {
        return GeneratorWarnings.of(result, true);
    }
}

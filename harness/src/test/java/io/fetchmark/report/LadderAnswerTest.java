package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.measure.Outcome;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.result.LadderStep;
import io.fetchmark.result.NotMeasured;
import io.fetchmark.result.ResultFixtures;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TimeSummary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class LadderAnswerTest {

    @Test
    void comparesTheFastestWithAllOthers() {
        assertThat(LadderAnswer.sentences(ResultFixtures.run()))
                .containsExactly("Fetching 500 times took 25.9 s one after the other, 831 ms with 32 threads and 140 ms"
                        + " with async: async was 185 times as fast as sequential and 5.9 times as fast as threads."
                        + " virtual-threads was not measured.");
    }

    @Test
    void severalWorkersAreNamed() {
        assertThat(LadderAnswer.sentences(ResultFixtures.sharedBy(4)).get(0))
                .startsWith("Fetching 500 times took 25.9 s one after the other in each of 4 workers, 831 ms with 32"
                        + " threads in 4 workers and 140 ms with async in 4 workers: ");
    }

    @Test
    void aLeadOfATenthOrLessIsATie() {
        assertThat(answer(result(Client.THREADS, 1.0), result(Client.ASYNC, 1.09)))
                .isEqualTo("Fetching 500 times took 1 s with 32 threads and 1.09 s with async:"
                        + " threads and async were about as fast as each other.");
        assertThat(answer(
                        result(Client.SEQUENTIAL, 25),
                        result(Client.VIRTUAL_THREADS, 0.105),
                        result(Client.ASYNC, 0.1)))
                .endsWith(": async was 250 times as fast as sequential and about as fast as virtual-threads.");
        assertThat(answer(result(Client.THREADS, 1.0), result(Client.ASYNC, 1.2)))
                .endsWith(": threads was 1.2 times as fast as async.");
    }

    @Test
    void oneClientIsToldWithoutAComparison() {
        assertThat(answer(result(Client.SEQUENTIAL, 25)))
                .isEqualTo("Fetching 500 times took 25 s one after the other.");
    }

    @Test
    void aClientWithFailuresIsLeftOut() {
        ScenarioResult failing = result("ladder", Client.ASYNC, 12, List.of(new LadderStep(500, 0.001)));

        assertThat(answer(result(Client.SEQUENTIAL, 25), failing))
                .isEqualTo("Fetching 500 times took 25 s one after the other."
                        + " async is left out, as 12 of its fetches failed.");
        assertThat(answer(failing))
                .isEqualTo("No client climbed the ladder without a failure."
                        + " async is left out, as 12 of its fetches failed.");
    }

    @Test
    void aClientThatDidNotGetToTheTopIsLeftOut() {
        ScenarioResult short1 = result("ladder", Client.ASYNC, 0, List.of(new LadderStep(100, 0.5)));
        ScenarioResult none = result("ladder", Client.THREADS, 0, List.of());

        assertThat(answer(result(Client.SEQUENTIAL, 25), short1))
                .endsWith("async is left out, as it did not get to 500 fetches.");
        assertThat(answer(none)).endsWith("threads is left out, as it did not get to any step.");
    }

    @Test
    void severalLaddersAreToldApart() {
        ScenarioResult other = result("other", Client.ASYNC, 0, List.of(new LadderStep(1, 0.5)));

        assertThat(LadderAnswer.sentences(run(List.of(), result(Client.SEQUENTIAL, 25), other)))
                .containsExactly(
                        "ladder: Fetching 500 times took 25 s one after the other.",
                        "other: Fetching once took 500 ms with async.");
    }

    @Test
    void aRunWithoutALadderHasNoAnswer() {
        assertThat(LadderAnswer.sentences(run(List.of()))).isEmpty();
    }

    private static String answer(ScenarioResult... results) {
        return LadderAnswer.sentences(run(List.of(), results)).get(0);
    }

    private static ScenarioResult result(Client client, double seconds) {
        return result("ladder", client, 0, List.of(new LadderStep(1, 0.05), new LadderStep(500, seconds)));
    }

    private static ScenarioResult result(String scenario, Client client, long failed, List<LadderStep> steps) {
        TimeSummary times = new TimeSummary(1, 1, 1, 1, 1, 1, 1, 1);
        return new ScenarioResult(
                scenario,
                client,
                new Load.Ladder(List.of(1, 500)),
                501,
                0,
                Optional.empty(),
                Optional.of(Map.of()),
                Map.of(Outcome.TIMEOUT, failed),
                Optional.empty(),
                1,
                501,
                times,
                times,
                Optional.empty(),
                OptionalLong.of(0),
                0,
                OptionalLong.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "17",
                32,
                OptionalInt.empty(),
                List.of(),
                steps,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static RunResult run(List<NotMeasured> missing, ScenarioResult... results) {
        RunResult like = ResultFixtures.run();
        return new RunResult(1, like.environment(), like.target(), Arrays.asList(results), missing);
    }
}

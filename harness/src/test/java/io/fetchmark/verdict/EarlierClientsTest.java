package io.fetchmark.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TimeSummary;
import io.fetchmark.result.WarmUp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Clients that were measured one after the other on one instance of the target. */
final class EarlierClientsTest {

    @Test
    void aTargetThatWasFarDearerWithAnEarlierClientIsSaid() {
        ScenarioResult first = result("home", Client.EVENT_LOOP, 2_060_000, true);
        ScenarioResult second = result("home", Client.ASYNC, 1_120_000, true);

        assertThat(EarlierClients.of(second, List.of(first)))
                .containsExactly("a request took 2.06 ms of the target's CPU time with event-loop, which was measured"
                        + " before, and 1.12 ms with async, so the target has probably warmed up in between and the two"
                        + " cannot be compared; set a longer <warmUp>");
        assertThat(EarlierClients.of(first, List.of(second)))
                .as("it has not cooled down")
                .isEmpty();
        assertThat(EarlierClients.of(result("home", Client.ASYNC, 1_800_000, true), List.of(first)))
                .as("what the client makes of it")
                .isEmpty();
        assertThat(EarlierClients.of(result("other", Client.ASYNC, 1_120_000, true), List.of(first)))
                .as("another request")
                .isEmpty();
    }

    @Test
    void aTargetThatWasNotSteadyWithAnEarlierClientIsSaid() {
        ScenarioResult first = result("home", Client.EVENT_LOOP, 1_300_000, false);

        assertThat(EarlierClients.of(result("home", Client.ASYNC, 1_120_000, true), List.of(first)))
                .containsExactly("the target was not steady when event-loop was measured, before async, so the two"
                        + " cannot be compared; set a longer <warmUp>");
    }

    private static ScenarioResult result(String scenario, Client client, double cpuNanos, boolean steady) {
        TimeSummary times = new TimeSummary(1, 1.0, 1, 1, 1, 1, 1, 1);
        return new ScenarioResult(
                scenario,
                client,
                new Load.Closed(10),
                1000,
                2000,
                Optional.of(new WarmUp(20, Optional.of(steady))),
                Optional.of(Map.of()),
                Map.of(),
                Optional.empty(),
                10,
                100,
                times,
                times,
                Optional.empty(),
                OptionalLong.of(0),
                0,
                OptionalLong.empty(),
                Optional.empty(),
                OptionalDouble.of(cpuNanos),
                OptionalDouble.empty(),
                "17",
                0,
                OptionalInt.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}

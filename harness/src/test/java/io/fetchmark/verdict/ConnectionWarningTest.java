package io.fetchmark.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.measure.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConnectionWarningTest {

    @Test
    void moreThanOneInAHundredIsToldWithItsCause() {
        assertThat(ConnectionWarning.of(Results.with(Map.of(), 500, Map.of())))
                .contains("the target had ended the connection of 50 % of the requests without saying so, and did not"
                        + " serve them on it: 500 were sent once more on a new connection, which takes time; have"
                        + " it keep its connections, or answer with Connection: close before it ends one");
        assertThat(ConnectionWarning.of(Results.with(Map.of(Outcome.REUSE, 20L), 0, Map.of()))
                        .orElseThrow())
                .contains("2 % of the requests", ": 20 may not be sent twice and failed (reuse);")
                .doesNotContain("once more");
    }

    @Test
    void howManyThereWereIsInTheReasonOfWhatWasMeasured() {
        assertThat(Measured.counts(Results.with(Map.of(), 3, Map.of()))).isEqualTo("1000 requests, 3 sent once more");
        assertThat(Measured.counts(Results.with(Map.of(), 0, Map.of()))).isEqualTo("1000 requests");
    }

    @Test
    void itIsNoWarningUpToThere() {
        assertThat(ConnectionWarning.of(Results.with(Map.of(Outcome.REUSE, 4L), 6, Map.of())))
                .isEmpty();
        assertThat(ConnectionWarning.of(Results.ok())).isEmpty();
    }
}

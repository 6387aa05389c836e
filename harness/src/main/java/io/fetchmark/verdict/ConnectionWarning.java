package io.fetchmark.verdict;

import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Units;
import io.fetchmark.result.ScenarioResult;
import java.util.Optional;

/** That the target ends connections on which requests are on their way, where it does so often. */
final class ConnectionWarning {

    private static final double OFTEN = 0.01;

    private ConnectionWarning() {}

    /** Empty where it was at most 1 % of the requests. */
    static Optional<String> of(ScenarioResult result) {
        long again = result.reconnected().orElse(0);
        long failed = result.errors().getOrDefault(Outcome.REUSE, 0L);
        double share = result.requests() == 0 ? 0 : (double) (again + failed) / result.requests();
        if (share <= OFTEN) {
            return Optional.empty();
        }
        return Optional.of("the target had ended the connection of " + Units.share(share)
                + " of the requests without saying so, and did not serve them on it: "
                + (again == 0 ? "" : Units.count(again) + " were sent once more on a new connection, which takes time")
                + (again == 0 || failed == 0 ? "" : ", ")
                + (failed == 0 ? "" : Units.count(failed) + " may not be sent twice and failed (reuse)")
                + "; have it keep its connections, or answer with Connection: close before it ends one");
    }
}
